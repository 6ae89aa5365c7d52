import type { Tx } from '../../../src/db/connect.ts'
import { meetPerson } from '../../../src/db/queries/people.ts'
import { insertRequest, saveChange } from '../../../src/db/queries/requests.ts'
import { saveTitle } from '../../../src/db/queries/titles.ts'
import type { InstancesTable } from '../../../src/db/tables/database.ts'
import type { MediaRequest, RequestChange } from '../../../src/domain/requests/request.ts'
import type { Title } from '../../../src/domain/titles/title.ts'
import type { Sealed } from '../../../src/platform/crypto.ts'
import { createIds } from '../../../src/platform/ids.ts'

export const ids = createIds()

let counted = 0
/** A number that no other row of this test file has. */
export const another = (): string => String(++counted + 1_000)

/** A film that nothing else knows. */
export const film = (more: Partial<Title> = {}): Title => ({
  kind: 'film',
  ids: { tmdb: another() },
  name: 'Up',
  genres: [],
  releases: {},
  ...more,
})

/** Somebody new; the person's id. */
export const person = (tx: Tx, discordId = another(), now = 1_000): Promise<string> =>
  meetPerson(tx, discordId, 'en-US', now, ids)

/** A request for a film of its own, changed as told. */
export const request = async (
  tx: Tx,
  { change, ...more }: Partial<MediaRequest> & { change?: RequestChange } = {},
): Promise<MediaRequest> => {
  const made: MediaRequest = {
    id: ids.next(1_000),
    titleId: more.titleId ?? (await saveTitle(tx, film(), 1_000, ids)),
    kind: 'film',
    quality: 'standard',
    state: 'evaluating',
    version: 1,
    personId: more.personId ?? (await person(tx)),
    trace: [],
    createdAt: 1_000,
    updatedAt: 1_000,
    ...more,
  }
  await insertRequest(tx, made)
  if (change !== undefined) await saveChange(tx, made, change, made.updatedAt)
  return made
}

export const instanceRow = (more: Partial<InstancesTable> = {}): InstancesTable => ({
  id: ids.next(1_000),
  kind: 'radarr',
  name: `Films ${another()}`,
  url: 'http://radarr:7878',
  apiKey: 'v1.key' as Sealed,
  hookSecret: 'v1.hook' as Sealed,
  hookDigest: 'ab',
  hookState: 'pending',
  hookDetail: null,
  hookPrint: null,
  state: 'ready',
  isDefault: 0,
  appVersion: null,
  choices: '{"profiles":[],"folders":[],"tags":[]}',
  profileId: null,
  folder: null,
  tagIds: '[]',
  availability: 'released',
  seriesType: 'standard',
  seasonMonitoring: 'asked',
  quality: 'standard',
  health: 'unknown',
  healthDetail: null,
  healthSaid: null,
  healthSince: null,
  failures: 0,
  failingSince: null,
  restedUntil: null,
  toldSince: null,
  resumed: null,
  createdAt: 1_000,
  updatedAt: 1_000,
  ...more,
})
