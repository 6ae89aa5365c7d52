import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { askForFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { isIdle } from './support/idle.ts'

const LONG = 40_000
/** How long the program lives each time, in milliseconds. */
const LIVES = [0, 80, 300]

describe.each(databases)('killed again and again in one story, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('adds once and tells once', { timeout: 240_000 }, async () => {
    house = await openHouse(kind)
    const { stage, db } = house
    const { discord, anna, bela, desk, requests, radarr } = stage
    await setUp(stage, silent)
    await askForFilm(stage, silent)
    const die = async (): Promise<void> => {
      for (const life of LIVES) {
        await new Promise((resolve) => setTimeout(resolve, life))
        await house.program().kill()
        await house.restart()
      }
    }
    const [card] = discord.channel(desk).messages()
    if (card === undefined) throw new Error('there is no card')
    await (await discord.as(bela).press(card, 'Approve')).settled()
    await die()
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, LONG)
    await radarr.release(FILM.tmdbId)
    radarr.progress(FILM.tmdbId, 100)
    await radarr.import(FILM.tmdbId)
    await die()
    await discord.until(
      () => textOf(discord.channel(requests).messages()[0] ?? card).includes('**Ready**'),
      LONG,
    )
    await discord.until(async () => (await isIdle(db)) && discord.dms(anna).length > 0, LONG)
    expect(radarr.adds(FILM.tmdbId).effective).toBe(1)
    expect(discord.dms(anna)).toHaveLength(1)
    expect(discord.channel(desk).messages()).toHaveLength(1)
    expect(discord.channel(requests).messages()).toHaveLength(1)
  })
})
