import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { approveFilm, askForFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'

/** Waits pass this much faster, so that what is looked at every minute is looked at every second. */
const HURRY = { CLOCK_RATE: '60' }

describe.each(databases)('following a download on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  const begin = async () => {
    house = await openHouse(kind, HURRY)
    await setUp(house.stage, silent)
    await askForFilm(house.stage, silent)
    await approveFilm(house.stage, silent)
    return house.stage
  }

  it('shows how far it is, though no webhook tells', { timeout: 120_000 }, async () => {
    const { discord, requests, radarr } = await begin()
    const status = () => discord.channel(requests).messages().map(textOf).join()
    await radarr.release(FILM.tmdbId)
    radarr.progress(FILM.tmdbId, 45)
    await discord.until(() => status().includes('On its way: 45%'), 20_000)
    radarr.progress(FILM.tmdbId, 80)
    await discord.until(() => status().includes('On its way: 80%'), 20_000)
  })

  it('notices what came while every webhook was lost', { timeout: 120_000 }, async () => {
    const { discord, anna, radarr } = await begin()
    radarr.dropHooks(true)
    await radarr.release(FILM.tmdbId)
    radarr.progress(FILM.tmdbId, 100)
    await radarr.import(FILM.tmdbId)
    await discord.until(() => discord.dms(anna).length > 0, 20_000)
    expect(discord.dms(anna).map(textOf)).toEqual([expect.stringContaining('is ready!')])
  })

  it('says why an approved film waits, and goes on by itself when that is mended', {
    timeout: 120_000,
  }, async () => {
    house = await openHouse(kind, HURRY)
    const { stage } = house
    await setUp(stage, silent)
    await askForFilm(stage, silent)
    const { discord, owner, bela, desk, radarr } = stage
    const oldKey = radarr.apiKey
    radarr.changeKey('0123456789abcdef0123456789abcdef')
    const card = () => discord.channel(desk).messages()[0]
    await (await discord.as(bela).press(card(), 'Approve')).settled()
    await discord.until(() => textOf(card() ?? raise()).includes('Radarr refuses its API key'), 20_000)

    const olga = discord.as(owner)
    const panel = await (await olga.slash('setup')).settled()
    await (await olga.press(panel, 'Radarr')).settled()
    const form = await olga.press(panel, 'Edit')
    await (await olga.fill(form, { 'API key': radarr.state.apiKey })).settled()
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, 20_000)
    await discord.until(() => !textOf(card() ?? raise()).includes('refuses'), 20_000)
    expect(house.program().lines().join('\n')).not.toContain(oldKey)
  })
})

describe.each(databases)('an instance that was removed, on %s', (kind) => {
  it('leaves its waiting requests to the next one that is set up', { timeout: 120_000 }, async () => {
    const house = await openHouse(kind, HURRY)
    const { stage } = house
    await setUp(stage, silent)
    await askForFilm(stage, silent)
    const { discord, owner, bela, desk, radarr } = stage
    await radarr.down()
    const card = () => discord.channel(desk).messages()[0] ?? raise()
    await (await discord.as(bela).press(card(), 'Approve')).settled()
    await discord.until(
      () => textOf(card()).includes('does not answer') || textOf(card()).includes('doesn’t answer'),
      20_000,
    )
    const olga = discord.as(owner)
    const panel = await (await olga.slash('setup')).settled()
    await (await olga.press(panel, 'Radarr')).settled()
    await (await olga.press(panel, 'Remove')).settled()
    await (await olga.press(panel, 'Remove Radarr')).settled()
    await radarr.up()
    await setUp(stage, silent)
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, 20_000)
    await house.leave()
  })

  it('says so where it had begun, and goes on once it is set up anew', { timeout: 120_000 }, async () => {
    const house = await openHouse(kind, HURRY)
    const { stage } = house
    await setUp(stage, silent)
    await askForFilm(stage, silent)
    const { discord, owner, bela, desk, requests, radarr } = stage
    const card = () => discord.channel(desk).messages()[0] ?? raise()
    const status = () => textOf(discord.channel(requests).messages()[0] ?? raise())
    await (await discord.as(bela).press(card(), 'Approve')).settled()
    await discord.until(() => status().includes('Looking for a copy'), 20_000)
    const olga = discord.as(owner)
    const panel = await (await olga.slash('setup')).settled()
    await (await olga.press(panel, 'Radarr')).settled()
    await (await olga.press(panel, 'Remove')).settled()
    expect(panel.text()).toContain('One request waits for it')
    await (await olga.press(panel, 'Remove Radarr')).settled()
    await discord.until(() => status().includes('was removed'), 20_000)
    await discord.until(() => textOf(card()).includes('Radarr was removed'), 20_000)
    await setUp(stage, silent)
    await discord.until(() => status().includes('Looking for a copy'), 20_000)
    expect(radarr.adds(FILM.tmdbId).effective).toBe(1)
    await house.leave()
  })
})

const raise = (): never => {
  throw new Error('there is no card')
}
