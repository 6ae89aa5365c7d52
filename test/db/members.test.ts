import { beforeEach, expect, it } from 'vitest'
import { findMember, listMembers, pageMembers } from '../../src/db/queries/members.ts'
import { setNeedsApproval } from '../../src/db/queries/people.ts'
import type { PlexAccount } from '../../src/db/queries/plex-accounts.ts'
import type { MemberFilter } from '../../src/domain/watchlists/members.ts'
import { forgetPlex } from '../actions/support/desk.ts'
import { watched } from '../actions/support/things.ts'
import { onEachDatabase } from './support/ledger.ts'
import { another } from './support/rows.ts'

onEachDatabase('the people of watchlists', (ledger) => {
  beforeEach(() => forgetPlex(ledger.db))

  const add = (username: string, account: Partial<PlexAccount> = {}) =>
    ledger.write((tx) => watched(tx, another(), { account: { username, ...account } }))

  const namesBy = async (filter: MemberFilter, find?: string) =>
    (await listMembers(ledger.db, { filter, ...(find === undefined ? {} : { find }) })).map(
      ({ username }) => username,
    )

  it('are found by how they stand', async () => {
    await add('anna')
    await add('Bela', { syncs: 0 })
    await add('carla', { suspendedAt: 5 })
    await add('gone', { relation: null })
    await add('only linked', { relation: null, linkedAt: 5 })
    const dario = await add('dario')
    await ledger.db.deleteFrom('discordAccounts').where('personId', '=', dario.personId).execute()
    expect(await namesBy('all')).toEqual(['anna', 'Bela', 'carla', 'dario', 'only linked'])
    expect(await namesBy('synced')).toEqual(['anna', 'dario', 'only linked'])
    expect(await namesBy('off')).toEqual(['Bela'])
    expect(await namesBy('suspended')).toEqual(['carla'])
    expect(await namesBy('not-linked')).toEqual(['dario'])
  })

  it('are found by either name, and by nothing else that is typed', async () => {
    await add('anna_films', { title: 'Anna Maria' })
    await add('annax')
    expect(await namesBy('all', 'anna')).toEqual(['anna_films', 'annax'])
    expect(await namesBy('all', 'maria')).toEqual(['anna_films'])
    expect(await namesBy('all', 'anna_')).toEqual(['anna_films'])
    expect(await namesBy('off', 'anna')).toEqual([])
  })

  it('come in pages, with their Discord accounts and what holds for them', async () => {
    for (const name of ['a', 'b', 'c']) await add(name)
    const { rows, total } = await pageMembers(ledger.db, { filter: 'all' }, 1, 2)
    expect([rows.map(({ username }) => username), total]).toEqual([['c'], 3])
    const plexId = rows[0]?.plexId ?? ''
    await ledger.write((tx) => setNeedsApproval(tx, [rows[0]?.personId ?? ''], true))
    const found = await findMember(ledger.db, plexId)
    expect(found).toMatchObject({ username: 'c', needsApproval: 1, access: 'friend', syncs: 1 })
    expect(found?.discordIds).toHaveLength(1)
    expect(await findMember(ledger.db, 'nobody')).toBeUndefined()
  })
})
