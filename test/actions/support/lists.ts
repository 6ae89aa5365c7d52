import { recordListed } from '../../../src/actions/watchlists/record-listed.ts'
import { recordPage } from '../../../src/actions/watchlists/walk-list.ts'
import type { Db } from '../../../src/db/connect.ts'
import { type PlexAccount, savePlexAccount } from '../../../src/db/queries/plex-accounts.ts'
import { openList } from '../../../src/db/queries/watch-lists.ts'
import type { Via } from '../../../src/domain/watchlists/listed.ts'
import type { Ledger } from '../../db/support/ledger.ts'
import { film, ids, person } from '../../db/support/rows.ts'
import { cast } from './cast.ts'
import { desk, NOW, stillClock } from './desk.ts'

/** An entry of a list, by Plex's number of it alone. */
export const entry = (plexKey: string, more: { addedAt?: number } = {}) => ({
  title: film({ name: plexKey, ids: { plex: plexKey } }),
  ...more,
})

/** Somebody whose list nobody has read so far; of a Plex account that a test may tell more of. */
export const friend = async (ledger: Ledger, more: Partial<PlexAccount> = {}) =>
  ledger.write(async (tx) => {
    const personId = more.personId ?? (await person(tx))
    const plexId = more.plexId ?? ids.next(NOW)
    const known = {
      username: `plex-${plexId}`,
      uuid: `uuid-${plexId}`,
      relation: 'friend' as const,
      foundAt: NOW,
    }
    await savePlexAccount(tx, { ...known, ...more, plexId, personId })
    await openList(tx, plexId, 'friend', NOW)
    return { plexId, personId, uuid: known.uuid }
  })

/** Reads one list, and tells what stands on it. */
export const reader = (ledger: Ledger, plexId: string, clock = stillClock()) => {
  const deps = desk(ledger.db, clock)
  const page = async (input: Partial<Parameters<typeof recordPage>[2]>) => {
    const read = await recordPage(deps, cast.system, {
      plexId,
      pass: 0,
      entries: [],
      unread: [],
      skipped: 0,
      ...input,
    })
    if (!read.ok) throw new Error(read.refusal.code)
    return read.value
  }
  return {
    deps,
    clock,
    page,
    /** Walks through a list that holds just these, on one page. */
    walk: (...keys: string[]) => page({ entries: keys.map((key) => entry(key)), total: keys.length }),
    shows: (via: Exclude<Via, 'pass'>, ...entries: ReturnType<typeof entry>[]) =>
      recordListed(deps, cast.system, { plexId, entries, via }),
    /** What stands on the list, by name: how; what is gone as 'gone'. */
    standing: () => standing(ledger.db, plexId),
  }
}

const standing = async (db: Db, plexId: string): Promise<Record<string, string>> => {
  const rows = await db
    .selectFrom('watchItems')
    .innerJoin('titles', 'titles.id', 'watchItems.titleId')
    .select(['titles.name', 'watchItems.state', 'watchItems.goneAt'])
    .where('plexId', '=', plexId)
    .orderBy('titles.name')
    .execute()
  return Object.fromEntries(rows.map(({ name, state, goneAt }) => [name, goneAt === null ? state : 'gone']))
}

/** The subjects of events that nobody has turned into work. */
export const happened = async (db: Db, name: string): Promise<string[]> =>
  (await db.selectFrom('outbox').select('subject').where('name', '=', name).orderBy('id').execute()).map(
    ({ subject }) => subject,
  )
