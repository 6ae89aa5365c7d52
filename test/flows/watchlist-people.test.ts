import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { SECOND } from '../../src/platform/clock.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { approve } from './support/shows.ts'
import { begin, cardOf, cards, hasten, hurry, link, requested, settled, walked } from './support/watching.ts'

describe.each(databases)('whose watchlists are read, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  const accountNamed = (name: string) =>
    house.db.selectFrom('plexAccounts').selectAll().where('username', '=', name).executeTakeFirstOrThrow()
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 4 * SECOND))

  it('people are renamed, leave, come back and link', { timeout: 180_000 }, async () => {
    house = await openHouse(kind)
    const { stage, db } = house
    const { plex, accounts, discord, carla, radarr } = stage
    accounts.owner.plexPass = false
    const berta = plex.addAccount({ name: 'berta' })
    plex.share(stage.server, berta)
    await setUp(stage, silent)
    await walked(house, 'berta')
    await hurry(house)

    // Somebody without Discord asks by their watchlist, and is called what they are called at Plex.
    plex.watchlist.add(berta, 'Arrival')
    await cardOf(stage, 'Arrival', 'berta')
    plex.rename(berta, 'bertie')
    await begin(house, 'find-people')
    const before = await accountNamed('bertie')
    expect(await db.selectFrom('plexAccounts').select('plexId').execute()).toHaveLength(3)

    // Missing once is nothing; missing twice is gone, and nothing is lost.
    plex.unfriend(accounts.owner, berta)
    plex.watchlist.add(berta, 'Alien')
    await begin(house, 'find-people')
    expect((await accountNamed('bertie')).suspendedAt).toBeNull()
    await begin(house, 'find-people')
    expect((await accountNamed('bertie')).suspendedAt).not.toBeNull()
    const reads = plex.community.calls.length
    await quiet()
    expect(
      plex.community.calls.slice(reads).filter(({ body }) => JSON.stringify(body).includes(berta.uuid)),
    ).toEqual([])
    expect(await requested(house)).toEqual(['Arrival'])
    await cardOf(stage, 'Arrival', 'Approve')

    // Friends again: what was added meanwhile is news.
    plex.share(stage.server, berta)
    await begin(house, 'find-people')
    await hasten(house, 'check-list')
    await cardOf(stage, 'Alien')

    // The same account by `/link` is the same person, who is told from then on.
    await link(stage, carla, berta)
    const after = await accountNamed('bertie')
    expect(after.personId).toBe(before.personId)
    await approve(stage, 'Arrival')
    await discord.until(() => radarr.adds(329_865).effective === 1, 20_000)
    await radarr.release(329_865)
    radarr.progress(329_865, 100)
    await radarr.import(329_865)
    await discord.until(() => discord.dms(carla).length > 0, 20_000)
    await settled(house)
    expect(discord.dms(carla).map(textOf)).toEqual([expect.stringContaining('Arrival (2016) is ready!')])
    plex.watchlist.add(berta, 'Rocky')
    await cardOf(stage, 'Rocky', `<@${carla.id}>`)
    expect(await requested(house)).toEqual(['Alien', 'Arrival', 'Rocky'])
  })

  it('sign-ins end, are told of once, and begin again', { timeout: 180_000 }, async () => {
    house = await openHouse(kind)
    const { stage } = house
    const { plex, accounts, discord, anna, carla, owner } = stage
    accounts.owner.plexPass = false
    const berta = plex.addAccount({ name: 'berta' })
    plex.share(stage.server, berta)
    plex.watchlist.hide(berta)
    await setUp(stage, silent)
    await link(stage, anna, accounts.anna)
    await walked(house, 'olga', 'anna_films')
    // As it is when somebody signs in before they are found as a friend, which may come either way here.
    await house.db
      .updateTable('watchLists')
      .set({ access: 'self' })
      .where('plexId', '=', String(accounts.anna.id))
      .execute()
    await hurry(house)

    // What friends may not see is read once its owner signs in.
    plex.watchlist.add(berta, 'Psycho')
    await quiet()
    expect(await requested(house)).toEqual([])
    await link(stage, carla, berta)
    await walked(house, 'berta')
    plex.watchlist.add(berta, 'Arrival')
    await cardOf(stage, 'Arrival', `<@${carla.id}>`)

    // A member's.
    plex.revokeAll(accounts.anna)
    await discord.until(() => discord.dms(anna).length > 0, 30_000)
    plex.watchlist.add(accounts.anna, 'Alien')
    await cardOf(stage, 'Alien', `<@${anna.id}>`)
    expect(discord.dms(anna).map(textOf)).toEqual([expect.stringContaining('[Sign in to Plex]')])

    // The owner's, by which friends are read.
    plex.revokeAll(accounts.owner)
    await discord.until(() => discord.dms(owner).length > 0, 30_000)
    plex.watchlist.add(accounts.anna, 'Rocky')
    await quiet()
    const calls = (await plex.log()).length
    await quiet()
    // Berta's own list is read by her own sign-in, and nothing else is.
    const since = (await plex.log()).slice(calls)
    expect(since.every(({ status }) => status === 200 || status === 304)).toBe(true)
    expect(since.filter(({ path }) => !path.startsWith('/library/sections/watchlist/'))).toEqual([])
    await begin(house, 'find-people')
    await begin(house, 'watch-lists')
    expect(discord.dms(owner).map(textOf)).toEqual([expect.stringContaining('[Sign in to Plex]')])
    const olga = discord.as(owner)
    const signIn = await (await olga.press(discord.dms(owner)[0], 'Sign in to Plex')).settled()
    plex.signIn(olga.link(signIn, 'Sign in to Plex'), accounts.owner)
    await cardOf(stage, 'Rocky', `<@${anna.id}>`)

    // Unlinking signs out at Plex as well.
    const token = [...plex.world.tokens].find(([, id]) => id === berta.id)?.[0] ?? ''
    await (await discord.as(carla).slash('unlink')).settled()
    await discord.until(() => !plex.world.tokens.has(token), 20_000)
    await settled(house)
    expect(cards(stage)).toHaveLength(3)
    expect(discord.dms(anna)).toHaveLength(1)
    expect(discord.dms(owner)).toHaveLength(1)
    expect(plex.violations).toEqual([])
  })
})
