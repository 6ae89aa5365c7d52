import type {
  Feed,
  FeedEntry,
  ListedTitle,
  ListPage,
  MediaServer,
  PlexCommunity,
  PlexDiscover,
  PlexFeeds,
  PlexTitle,
  PlexTv,
} from '../../../src/clients/plex/types.ts'
import { savePlexAccount } from '../../../src/db/queries/plex-accounts.ts'
import { openList } from '../../../src/db/queries/watch-lists.ts'
import { Fault, type FaultFacts } from '../../../src/platform/faults.ts'
import type { JobDeps } from '../../../src/workers/deps.ts'
import { furnish, NOW } from '../../actions/support/desk.ts'
import { friend } from '../../actions/support/lists.ts'
import type { Ledger } from '../../db/support/ledger.ts'
import { bench, only } from './bench.ts'

/** What Plex answers in a test; whatever it isn't told of fails the test. */
export type PlexAnswers = Readonly<{
  tv?: Partial<PlexTv>
  discover?: Partial<PlexDiscover>
  community?: Partial<PlexCommunity>
  feeds?: Partial<PlexFeeds>
  holding?: MediaServer['holding']
}>

export const fault = (kind: FaultFacts['kind'], more: Partial<FaultFacts> = {}): Fault =>
  new Fault({ service: 'Plex', operation: 'answer', kind, ...more })

/** A line of a list. */
export const listed = (plexKey: string, more: Partial<ListedTitle> = {}): ListedTitle => ({
  plexKey,
  kind: 'film',
  name: plexKey,
  ...more,
})

export const pageOf = (items: readonly ListedTitle[], more: Partial<ListPage> = {}): ListPage => ({
  items,
  unread: [],
  skipped: 0,
  ...more,
})

/** A title as Plex knows it. */
export const known = (plexKey: string, ids: PlexTitle['ids'], more: Partial<PlexTitle> = {}): PlexTitle => ({
  ...listed(plexKey),
  ids,
  genres: [],
  ...more,
})

export const feedOf = (entries: readonly FeedEntry[], more: Partial<Feed> = {}): Feed => ({
  print: JSON.stringify(entries),
  entries,
  skipped: 0,
  ...more,
})

/** The owner, signed in, and a Plex that answers as told. */
export const plexBench = async (ledger: Ledger, answers: PlexAnswers = {}) => {
  const table = bench(ledger.db)
  const token = (plexId: string) =>
    table.deps.vault.seal({ table: 'plex_accounts', id: plexId, column: 'token' }, `token-of-${plexId}`)
  const owner = await friend(ledger, { relation: 'owner' })
  await ledger.write(async (tx) => {
    const { plexId, personId } = owner
    await savePlexAccount(tx, {
      plexId,
      personId,
      username: 'mia',
      token: token(plexId),
      linkedAt: 1,
      foundAt: NOW,
    })
    await openList(tx, plexId, 'self', NOW)
  })
  await furnish(ledger.db, { plexOwner: owner.plexId })
  const lanes: string[] = []
  const lines = {
    tv: only<PlexTv>(answers.tv ?? {}),
    discover: only<PlexDiscover>(answers.discover ?? {}),
    community: only<PlexCommunity>(answers.community ?? {}),
    feeds: only<PlexFeeds>(answers.feeds ?? {}),
    server: () => only<MediaServer>(answers.holding === undefined ? {} : { holding: answers.holding }),
  }
  const deps: JobDeps = {
    ...table.deps,
    plex: (lane) => {
      lanes.push(lane)
      return lines
    },
  }
  return { ...table, deps, owner, token, lanes }
}
