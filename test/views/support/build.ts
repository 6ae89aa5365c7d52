import type { Ailment, Health } from '../../../src/domain/instances/health.ts'
import type { MediaRequest } from '../../../src/domain/requests/request.ts'
import type { RequestView } from '../../../src/domain/requests/view.ts'
import type { Title } from '../../../src/domain/titles/title.ts'
import type { instancePanel } from '../../../src/views/setup/instance-panel.ts'
import type { setupPanel } from '../../../src/views/setup/setup-panel.ts'

/** When these views are looked at. */
export const NOW = Date.parse('2026-11-21T12:00:00Z')

/** An identifier of ours. */
export const ID = '06gzss5waphbm3s4hwndnw6t8aw6w'

export const ANNA = '100000000000000001'
export const BELA = '100000000000000002'

/** So many Discord ids, Anna's and Bela's first. */
export const people = (count: number): { discordId: string }[] =>
  Array.from({ length: count }, (_, at) => ({ discordId: String(100_000_000_000_000_001n + BigInt(at)) }))

export const aTitle = (change: Partial<Title> = {}, { bare = false } = {}): Title => ({
  kind: 'film',
  ids: { tmdb: '329865' },
  name: 'Arrival',
  genres: [],
  releases: {},
  ...(bare
    ? {}
    : {
        year: 2016,
        runtimeMinutes: 116,
        genres: ['Drama', 'Science Fiction', 'Mystery'],
        certification: '12A',
        overview: 'Twelve silent ships hang over the earth, and a linguist is asked what their crews want.',
      }),
  ...change,
})

export const aRequest = (change: Partial<MediaRequest> = {}): MediaRequest => ({
  id: ID,
  titleId: ID,
  kind: 'film',
  quality: 'standard',
  state: 'pending',
  version: 1,
  personId: ID,
  trace: [],
  createdAt: NOW - 3_600_000,
  updatedAt: NOW,
  ...change,
})

export const aView = (
  change: Partial<MediaRequest> = {},
  more: Partial<Omit<RequestView, 'request'>> = {},
): RequestView => ({
  request: aRequest(change),
  title: aTitle(),
  askers: [{ discordId: ANNA }],
  instanceName: 'Radarr',
  posterUrl: 'https://image.example.org/a.jpg',
  ...more,
})

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

/** What ails an instance, and what that is about. */
type Ill = Readonly<{ ailment: Ailment; said?: string }>

const healthOf = (ill: Ill | undefined): Health =>
  ill === undefined ? { state: 'ok' } : { state: 'trouble', since: NOW, ...ill }

type SetupInput = Parameters<typeof setupPanel>[0]

/**
 * A panel where everything is set, but for what is changed: so many instances and Plex servers of that
 * name. `ill` is what ails every instance.
 */
export const setupInput = ({
  name = 'Radarr',
  instances = 1,
  servers = 1,
  ill,
  ...change
}: Partial<Pick<SetupInput, 'home' | 'plex'>> & {
  name?: string
  instances?: number
  servers?: number
  ill?: Ill
} = {}): SetupInput => ({
  home: { adminChannel: '201', requestChannel: '202', approverRole: '301' },
  plex: {
    account: name,
    server: { machineId: '0', name },
    servers: times(servers, (at) => ({ machineId: String(at), name })),
  },
  instances: times(instances, (at) => ({
    id: `${ID.slice(0, -2)}${String(at).padStart(2, '0')}`,
    kind: 'radarr',
    name,
    health: healthOf(ill),
    webhook: { state: 'ok' },
  })),
  kinds: ['radarr', 'sonarr'],
  ...change,
})

/** An instance in use that offers so many of everything; `chosen` tells which by its place, `ill` what ails it. */
export const instanceInput = ({
  name = 'Radarr',
  offers = 3,
  chosen = 0,
  ill,
}: {
  name?: string
  offers?: number
  chosen?: number
  ill?: Ill
} = {}): Parameters<typeof instancePanel>[0] => ({
  instance: {
    id: ID,
    kind: 'radarr',
    name,
    url: 'http://192.168.1.20:7878',
    state: 'ready',
    appVersion: '6.0.4',
    choices: {
      profiles: times(offers, (id) => ({ id, name: `${name} ${id}` })),
      folders: times(offers, (at) => ({ path: `/${at}/${name}`, freeBytes: 1_234_567_890_123 })),
      tags: times(offers, (id) => ({ id, label: `${name} ${id}` })),
    },
    health: healthOf(ill),
    webhook: { state: 'ok' },
  },
  chosen: {
    profileId: chosen,
    folder: `/${chosen}/${name}`,
    tagIds: [chosen],
    availability: 'released',
    seriesType: 'standard',
    seasonMonitoring: 'asked',
    quality: 'standard',
  },
  publicUrl: 'http://usherr.example.org:3003',
})
