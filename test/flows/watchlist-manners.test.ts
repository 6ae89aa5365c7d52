import { afterEach, describe, expect, it } from 'vitest'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { SECOND } from '../../src/platform/clock.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { cardOf, feedState, hurry, requested, settled, walked } from './support/watching.ts'

const PAUSE_S = 20

describe.each(databases)('the manners towards Plex, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('asked by one service to wait, none of them is asked, even after a restart', {
    timeout: 120_000,
  }, async () => {
    house = await openHouse(kind)
    const { stage } = house
    const { plex, accounts, discord } = stage
    const berta = plex.addAccount({ name: 'berta' })
    plex.befriend(accounts.owner, berta)
    await setUp(stage, silent)
    await walked(house, 'berta', 'anna_films', 'olga')
    await hurry(house)
    await discord.until(async () => (await feedState(house, 'friends')) === 'open')

    plex.storage.answer('GET', 429, 'slow down', 1, { 'retry-after': String(PAUSE_S) })
    const asked = await discord.until(() => plex.storage.calls.find(({ status }) => status === 429), 20_000)
    const from = asked?.at ?? 0
    await discord.until(async () => {
      const pace = await house.db.selectFrom('paces').select('pausedUntil').executeTakeFirst()
      return pace?.pausedUntil
    })
    plex.watchlist.add(berta, 'Arrival')
    await house.program().kill()
    await house.restart()
    await cardOf(stage, 'Arrival')
    const calls = (await plex.log()).filter(({ host, at }) => host !== 'media' && at > from)
    // What was on its way when the answer came is not counted.
    const early = calls.filter(({ at }) => at > from + SECOND && at < from + PAUSE_S * SECOND)
    expect(early).toEqual([])
    await settled(house)
    expect(await requested(house)).toEqual(['Arrival'])
  })
})
