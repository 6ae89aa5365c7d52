import { beforeEach, expect, it } from 'vitest'
import type { PlexDiscover } from '../../src/clients/plex/types.ts'
import { findPlexAccount } from '../../src/db/queries/plex-accounts.ts'
import { createVault } from '../../src/platform/crypto.ts'
import { Fault } from '../../src/platform/faults.ts'
import { createPlexList } from '../../src/start/plex-list-port.ts'
import { desk, forgetPlex, furnish } from '../actions/support/desk.ts'
import { watched } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { another, film } from '../db/support/rows.ts'
import { only } from '../workers/support/bench.ts'

const vault = createVault(new Uint8Array(32).fill(7))
const KEY = 'a'.repeat(24)

/** Somebody who signed in, and a Plex that is told what it is asked. */
const arrange = async (ledger: Ledger, known: readonly string[] = ['tvdb']) => {
  const asked: string[] = []
  const hooks = { isRefusing: false }
  const said = async (what: string): Promise<void> => {
    asked.push(what)
    if (hooks.isRefusing)
      throw new Fault({ kind: 'unauthorised', service: 'Plex Discover', operation: 'add to a watchlist' })
  }
  const discover = only<PlexDiscover>({
    match: async (_, { source, value }) => {
      await said(`match ${source}`)
      const found = { plexKey: KEY, kind: 'film', name: 'Up', ids: { [source]: value }, genres: [] } as const
      return known.includes(source) ? found : undefined
    },
    add: (token, plexKey) => said(`add ${plexKey} by ${token}`),
    remove: (token, plexKey) => said(`remove ${plexKey} by ${token}`),
  })
  const { plexId } = await ledger.write((tx) => watched(tx, another()))
  const token = vault.seal({ table: 'plex_accounts', id: plexId, column: 'token' }, 'secret')
  await ledger.db
    .updateTable('plexAccounts')
    .set({ token, linkedAt: 1 })
    .where('plexId', '=', plexId)
    .execute()
  return { plexId, asked, hooks, list: createPlexList({ actions: desk(ledger.db), vault, discover }) }
}

onEachDatabase('somebody’s own list at Plex', (ledger) => {
  beforeEach(async () => {
    await forgetPlex(ledger.db)
    await furnish(ledger.db)
  })

  it('is changed by their own sign-in, by Plex’s number where that is known', async () => {
    const { plexId, asked, list } = await arrange(ledger)
    expect(await list.remove(plexId, film({ ids: { tmdb: '5', plex: KEY } }))).toEqual({ plexKey: KEY })
    expect(asked).toEqual([`remove ${KEY} by secret`])
  })

  it('is changed by whichever id Plex knows', async () => {
    const { plexId, asked, list } = await arrange(ledger)
    const title = film({ ids: { imdb: 'tt1234567', tvdb: '6', tmdb: '5' } })
    expect(await list.add(plexId, title)).toEqual({ plexKey: KEY })
    expect(asked).toEqual(['match tmdb', 'match tvdb', `add ${KEY} by secret`])
  })

  it('stays as it is when Plex knows none of them', async () => {
    const { plexId, asked, list } = await arrange(ledger, [])
    expect(await list.add(plexId, film({ ids: { tmdb: '5' } }))).toBe('unknown')
    expect(asked).toEqual(['match tmdb'])
  })

  it('needs a sign-in: one that Plex refuses is noted and not used again', async () => {
    const { plexId, asked, hooks, list } = await arrange(ledger)
    hooks.isRefusing = true
    const title = film({ ids: { plex: KEY } })
    expect(await list.add(plexId, title)).toBe('no-sign-in')
    expect((await findPlexAccount(ledger.db, plexId))?.tokenRefusedAt).not.toBeNull()
    expect(await list.add(plexId, title)).toBe('no-sign-in')
    expect(asked).toHaveLength(1)
  })
})
