import { beforeEach, expect, it } from 'vitest'
import { registry } from '../../src/commands/index.ts'
import type { CommandDeps } from '../../src/commands/ports.ts'
import { savePlexAccount } from '../../src/db/queries/plex-accounts.ts'
import { saveChange } from '../../src/db/queries/requests.ts'
import { countItems, insertItems } from '../../src/db/queries/watch-items.ts'
import { ids } from '../../src/views/ids.ts'
import { cast } from '../actions/support/cast.ts'
import { everything, forgetPlex, furnish, stillClock } from '../actions/support/desk.ts'
import { OFFER, watched } from '../actions/support/things.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { another, person, request } from '../db/support/rows.ts'
import { commandDeps, openCounter, press, slash, wordsOf } from './support/counter.ts'

const modules = registry()

onEachDatabase('a watchlist', (ledger) => {
  beforeEach(async () => {
    await forgetPlex(ledger.db)
    await furnish(ledger.db)
  })

  const at = (more: Partial<CommandDeps> = {}) =>
    openCounter(ledger.db, {}, { registry: modules, commands: commandDeps(ledger.db, more) })
  const signedIn = { token: OFFER.sealed, linkedAt: 1 }
  const own = (more: Parameters<typeof watched>[2] = {}) =>
    ledger.write((tx) => watched(tx, cast.member.discordId, more))

  it('is nobody else’s: no forged button shows or changes anything of it', async () => {
    const { itemId, plexId } = await ledger.write((tx) => watched(tx, another()))
    const { take } = at()
    const before = await everything(ledger.db)
    for (const id of [
      ids.watchlist.make({ plexId, filter: 'all', page: 0 }),
      ids.showWatchlist.make({ plexId }),
      ids.syncNow.make({ plexId }),
      ids.openItem.make({ itemId }),
      ids.askItem.make({ itemId }),
      ids.removeItem.make({ itemId }),
      ids.putBack.make({ itemId }),
      ids.excludeItem.make({ itemId, scope: 'own' }),
      ids.includeItem.make({ itemId, scope: 'own' }),
    ]) {
      expect(wordsOf(await take(press(cast.member, id)))).toContain('somebody else’s')
    }
    expect(await everything(ledger.db)).toEqual(before)
  })

  it('is changed at Plex by its owner alone, admins or not', async () => {
    const { itemId } = await ledger.write((tx) => watched(tx, another(), { account: signedIn }))
    const { take } = at()
    const before = await everything(ledger.db)
    for (const id of [ids.removeItem.make({ itemId }), ids.putBack.make({ itemId })])
      expect(wordsOf(await take(press(cast.manager, id)))).toContain('somebody else’s')
    expect(await everything(ledger.db)).toEqual(before)
    const shown = wordsOf(await take(press(cast.manager, ids.openItem.make({ itemId }))))
    expect(shown).toContain('Being looked at')
  })

  it('has only admins exclude for all', async () => {
    const { itemId } = await own()
    const { take } = at()
    const words = wordsOf(await take(press(cast.member, ids.excludeItem.make({ itemId, scope: 'all' }))))
    expect(words).toContain('Only admins')
    expect(await ledger.db.selectFrom('exclusions').selectAll().where('personId', '=', '').execute()).toEqual(
      [],
    )
  })

  it('asks once more for what was denied, and offers it', async () => {
    const { id, version } = await ledger.write((tx) => request(tx))
    await ledger.write((tx) => saveChange(tx, { id, version }, { state: 'denied', reason: 'Too long.' }, 5))
    const { itemId } = await own({ item: { state: 'asked', requestId: id } })
    const { take } = at()
    expect(JSON.stringify(await take(press(cast.member, ids.openItem.make({ itemId }))))).toContain(
      '"label":"Request"',
    )
    const words = wordsOf(await take(press(cast.member, ids.askItem.make({ itemId }))))
    expect(words).toContain('Being looked at')
    const again = wordsOf(await take(press(cast.member, ids.askItem.make({ itemId }))))
    expect(again).toContain('You asked for this already')
  })

  it('says what keeps a thing from being asked for, instead of offering to ask', async () => {
    const { itemId } = await own({ item: { state: 'before' }, account: { syncs: 0 } })
    const said = await at().take(press(cast.member, ids.openItem.make({ itemId })))
    expect(wordsOf(said)).toContain('An admin can change that')
    expect(JSON.stringify(said)).not.toContain('"label":"Request"')
  })

  it('needs one’s own sign-in to be added to, and says so with the button', async () => {
    await own()
    const said = await at().take(slash(cast.member, 'watchlist', { add: 'film-tmdb-42' }))
    expect(wordsOf(said)).toContain('I need your own Plex sign-in')
    expect(JSON.stringify(said)).toContain(ids.linkAgain.make({}))
  })

  it('leaves everything as it is when Plex does not know the title', async () => {
    const { itemId } = await own({ account: signedIn })
    const unknown = async () => 'unknown' as const
    const { take } = at({ plexList: { add: unknown, remove: unknown } })
    const before = await everything(ledger.db)
    const words = wordsOf(await take(press(cast.member, ids.removeItem.make({ itemId }))))
    expect(words).toContain('Plex doesn’t know that title')
    expect(await everything(ledger.db)).toEqual(before)
  })

  it('confirms what was shown: of another number it shows it anew', async () => {
    const { plexId, itemId } = await ledger.write((tx) =>
      watched(tx, another(), { item: { state: 'before' } }),
    )
    const { take } = at()
    const stale = await take(press(cast.manager, ids.askBeforeNow.make({ plexId, count: 2 })))
    expect(wordsOf(stale)).toContain('One title stood on the watchlist')
    const stateOf = async () =>
      (await ledger.db.selectFrom('watchItems').select('state').where('id', '=', itemId).executeTakeFirst())
        ?.state
    expect(await stateOf()).toBe('before')
    await take(press(cast.manager, ids.askBeforeNow.make({ plexId, count: 1 })))
    expect(await stateOf()).toBe('new')
  })

  it('is asked for to the end, however much stood on it before', async () => {
    const { plexId } = await ledger.write((tx) => watched(tx, another()))
    const numbers = Array.from({ length: 700 }, another)
    await ledger.write(async (tx) => {
      const fresh = { kind: 'film' as const, name: 'Up', facts: '{}', fetchedAt: 0 }
      await tx
        .insertInto('titles')
        .values(numbers.map((id) => ({ id, ...fresh })))
        .execute()
      const before = { plexId, state: 'before' as const, addedAt: 1, seenPass: 3 }
      await insertItems(
        tx,
        numbers.map((id) => ({ id, titleId: id, ...before })),
      )
    })
    const said = await at().take(press(cast.manager, ids.askBeforeNow.make({ plexId, count: 700 })))
    expect(wordsOf(said)).toContain('700 titles')
    expect(await countItems(ledger.db, plexId)).toEqual({ new: 701 })
  })

  it('has many people changed only as they were shown', async () => {
    await ledger.write((tx) => watched(tx, another()))
    await ledger.write((tx) => watched(tx, another()))
    const { take } = at()
    const now = (count: number) =>
      press(cast.manager, ids.changeAllNow.make({ choice: 'no-sync', members: 'all', count }))
    expect(wordsOf(await take(now(3)))).toContain('Stop syncing for 2 people?')
    const on = () => ledger.db.selectFrom('plexAccounts').select('plexId').where('syncs', '=', 1).execute()
    expect(await on()).toHaveLength(2)
    expect(wordsOf(await take(now(2)))).toContain('Done for 2 people')
    expect(await on()).toHaveLength(0)
  })

  it('has more people changed than are changed at once', async () => {
    await ledger.write(async (tx) => {
      const known = { username: 'x', relation: 'friend' as const, foundAt: 1 }
      for (let count = 0; count < 250; count++)
        await savePlexAccount(tx, { plexId: another(), personId: await person(tx), ...known })
    })
    const id = ids.changeAllNow.make({ choice: 'no-sync', members: 'all', count: 250 })
    expect(wordsOf(await at().take(press(cast.manager, id)))).toContain('Done for 250 people')
    const on = await ledger.db.selectFrom('plexAccounts').select('plexId').where('syncs', '=', 1).execute()
    expect(on).toEqual([])
  })

  it('is linked to a member by an admin, unless that member has another', async () => {
    const { plexId } = await ledger.write((tx) => watched(tx, another()))
    await own({ account: { username: 'mia' } })
    const { take } = at()
    const link = (discordId: string) => press(cast.manager, ids.linkMember.make({ plexId }), [discordId])
    expect(wordsOf(await take(link(cast.member.discordId)))).toContain(
      'linked to the Plex account mia already',
    )
    expect(wordsOf(await take(link('100000000000000042')))).toContain('<@100000000000000042>')
  })

  it('tells members how all is, and admins why', async () => {
    await own({ list: { checkedAt: stillClock().now() } })
    const { take } = at()
    const short = wordsOf(await take(slash(cast.member, 'status')))
    expect(short).toContain('Your watchlist')
    expect(short).not.toContain('1.2.3')
    const whole = wordsOf(await take(slash(cast.manager, 'status')))
    expect(whole).toContain('Nobody is signed in to Plex as the owner')
    expect(whole).toContain('1 for want of the owner’s sign-in')
    expect(whole).toContain('Usherr 1.2.3')
  })
})
