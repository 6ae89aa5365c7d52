import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { addSonarr, setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { approve, cardOf, raise, searchedSeasons } from './support/shows.ts'

const SIMPSONS = 71_663
const TWENTY_FOUR = 76_290
/** Windows of minutes pass in seconds. */
const HURRY = { CLOCK_RATE: '20' }

describe.each(databases)('shows, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  const begin = async () => {
    house = await openHouse(kind, HURRY)
    await setUp(house.stage, silent)
    await addSonarr(house.stage, silent)
    return house.stage
  }

  it('fetches exactly the asked seasons of a long show that is there already', {
    timeout: 180_000,
  }, async () => {
    const stage = await begin()
    const { discord, anna, sonarr } = stage
    const there = sonarr.have(SIMPSONS, { files: [{ season: 1 }] })
    for (const season of there.seasons) season.monitored = season.seasonNumber === 1
    for (const episode of sonarr.state.episodes) episode.monitored = episode.seasonNumber === 1
    const card = await cardOf(stage, anna, 'The Simpsons (1989)')
    expect(card.text()).toMatch(/Here: season 1\b/)
    const person = discord.as(anna)
    const form = await person.press(card, 'Choose seasons…')
    expect(form.kind).toBe('modal')
    await (await person.fill(form, { Seasons: '2-3, 31' })).settled()
    expect(card.text()).toContain('Seasons 2, 3, 31')
    await (await person.press(card, 'Request')).settled()
    const decided = await approve(stage, 'The Simpsons')
    expect(textOf(decided)).toContain('Seasons 2, 3, 31')

    await discord.until(() => searchedSeasons(stage).length >= 3, 20_000)
    expect(searchedSeasons(stage)).toEqual([2, 3, 31])
    const monitored = sonarr
      .series(SIMPSONS)
      .seasons.filter((season) => season.monitored)
      .map(({ seasonNumber }) => seasonNumber)
    expect(monitored).toEqual([1, 2, 3, 31])
    expect(sonarr.adds(SIMPSONS)).toEqual({ attempts: 0, effective: 0 })
  })

  it('tells of a season once, however it arrives and however often it is said', {
    timeout: 240_000,
  }, async () => {
    const stage = await begin()
    const { discord, anna, dario, requests, sonarr } = stage
    for (const who of [anna, dario]) {
      const card = await cardOf(stage, who, '24 (2001)')
      const person = discord.as(who)
      await (await person.choose(card, 'Seasons', ['Season 1'])).settled()
      await (await person.press(card, 'Request')).settled()
    }
    await approve(stage, '24 (2001)')
    await discord.until(() => sonarr.adds(TWENTY_FOUR).effective === 1, 20_000)
    const searched = () => sonarr.state.commands.some(({ name }) => name === 'SeasonSearch')
    await discord.until(searched, 20_000)
    for (let episode = 1; episode <= 24; episode += 1) {
      await sonarr.release(TWENTY_FOUR, { season: 1, episode })
      await sonarr.import(TWENTY_FOUR, { season: 1, episode })
    }
    await sonarr.replayHooks(10, true)
    await discord.until(() => discord.dms(anna).length > 0, 30_000)
    const mentions = () =>
      discord
        .channel(requests)
        .messages()
        .filter((message) => textOf(message).includes(`<@${dario.id}>, this one is for you`))
    await discord.until(() => mentions().length > 0, 30_000)
    // As long again as the longest window, at this pace.
    await new Promise((resolve) => setTimeout(resolve, 8_000))
    expect(discord.dms(anna).map(textOf)).toEqual([expect.stringContaining('24 (2001): Season 1 is ready!')])
    expect(mentions()).toHaveLength(1)
    expect(textOf(discord.channel(requests).messages()[0] ?? raise('no card'))).toContain('**Ready**')
  })

  it('hears of what came while every webhook was lost', { timeout: 180_000 }, async () => {
    const stage = await begin()
    const { discord, anna, sonarr } = stage
    const card = await cardOf(stage, anna, 'Chernobyl (2019)')
    await (await discord.as(anna).press(card, 'Request')).settled()
    await approve(stage, 'Chernobyl')
    await discord.until(() => sonarr.adds(360_893).effective === 1, 20_000)
    sonarr.dropHooks(true)
    await discord.until(() => sonarr.state.commands.some(({ name }) => name === 'SeasonSearch'), 20_000)
    await sonarr.release(360_893, { season: 1 })
    await sonarr.import(360_893)
    await discord.until(() => discord.dms(anna).length > 0, 30_000)
    expect(discord.dms(anna).map(textOf)).toEqual([
      expect.stringContaining('Chernobyl (2019): Season 1 is ready!'),
    ])
  })
})
