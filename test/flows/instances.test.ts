import { afterEach, describe, expect, it } from 'vitest'
import { titlesOf } from '../../sandbox/arr/from-catalogue.ts'
import { startRadarr } from '../../sandbox/arr/radarr/start.ts'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { approveFilm, askForFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { addSonarr, setUp } from '../../sandbox/story/set-up.ts'
import { catalogue } from '../../sandbox/tmdb/catalogue/catalogue.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { isDone, isRelayed } from './support/idle.ts'
import { approvalCard, approve, ask, cardOf, raise } from './support/shows.ts'

/** A minute passes in a second. */
const FAST = { CLOCK_RATE: '60' }
/** Longer than anything takes on a busy machine. */
const LONG = 60_000

const MATRIX = 603
/** Asked for season by season, so that more of its requests wait than a queue takes at a time. */
const LONG_SHOW = { title: 'Seinfeld', tvdbId: 79_169, seasons: [1, 2, 3, 4, 5, 6, 7, 8, 9] } as const

const told = ({ stage }: House) => stage.discord.dms(stage.owner).map(textOf)

const headlines = (house: House) => told(house).map((text) => text.split('\n')[0])

/** Waits until the owner heard of something. */
const hears = (house: House, words: string) =>
  house.stage.discord.until(() => told(house).some((text) => text.includes(words)), LONG)

/** The states of the requests for usual copies: none of them concerns the instance for 4K. */
const usual = async ({ db }: House): Promise<string[]> => {
  const rows = await db.selectFrom('requests').select('state').where('quality', '=', 'standard').execute()
  return rows.map(({ state }) => state)
}

/** What may still make somebody hear of an instance. */
const NEWS_MAKERS = ['add-to-arr', 'watch-instance', 'resume-instance', 'tell-of-instance', 'send-delivery']

/** Waits until nothing is left from which anybody would hear of an instance. */
const silence = ({ stage, db }: House) =>
  stage.discord.until(async () => (await isDone(db, NEWS_MAKERS)) && (await isRelayed(db)), LONG)

const openInstance = async ({ stage: { discord, owner } }: House, name: string) => {
  const panel = await (await discord.as(owner).slash('setup')).settled()
  await (await discord.as(owner).press(panel, name)).settled()
  return panel
}

let house: House
afterEach(() => house.leave())

describe.each(databases)('two of three instances are away, on %s', (kind) => {
  const add4K = async () => {
    const { discord, owner } = house.stage
    const sharp = await startRadarr({ titles: titlesOf(catalogue) })
    const olga = discord.as(owner)
    const panel = await olga.slash('setup')
    const form = await olga.press(panel, 'Add Radarr')
    const typed = { Name: 'Radarr 4K', Address: sharp.url, 'API key': sharp.apiKey }
    await (await olga.fill(form, typed)).settled()
    await discord.until(() => panel.text().includes('answers'), LONG)
    await (await olga.choose(panel, 'Quality profile', ['Ultra-HD'])).settled()
    await (await olga.choose(panel, 'Copies', ['Copies in 4K'])).settled()
    await (await olga.press(panel, 'Save')).settled()
    return sharp
  }

  const askForAll = async () => {
    const { stage } = house
    await ask(stage, stage.anna, FILM.title)
    for (const season of LONG_SHOW.seasons)
      await ask(stage, stage.anna, LONG_SHOW.title, [`Season ${season}`])
    const card = await cardOf(stage, stage.anna, 'The Matrix')
    await (await stage.discord.as(stage.anna).press(card, 'Request in 4K')).settled()
    await approvalCard(stage, 'The Matrix')
  }

  it('the third goes on meanwhile; the owner hears of each once, also of its end', {
    timeout: 240_000,
  }, async () => {
    house = await openHouse(kind, FAST)
    const { stage } = house
    const { discord, anna, radarr, sonarr } = stage
    await setUp(stage, silent)
    await addSonarr(stage, silent)
    const sharp = await add4K()
    await askForAll()

    await radarr.down()
    sonarr.hang()
    await approve(stage, FILM.title)
    for (const season of LONG_SHOW.seasons) await approve(stage, LONG_SHOW.title, `Season ${season}`)
    await approve(stage, 'The Matrix')
    await discord.until(() => sharp.adds(MATRIX).effective === 1, LONG)
    expect(await usual(house)).toEqual(Array(1 + LONG_SHOW.seasons.length).fill('approved'))

    await hears(house, 'Radarr doesn’t answer.')
    await house.program().kill()
    sonarr.heal()
    sonarr.html()
    await house.restart()
    await hears(house, 'Sonarr answers with something that I can’t read.')
    const card = await approvalCard(stage, LONG_SHOW.title, 'Season 1')
    await discord.until(() => textOf(card).includes('Sonarr'), LONG)
    const lookups = () => sonarr.calls.filter(({ search }) => search.includes(`${LONG_SHOW.tvdbId}`)).length
    const before = lookups()
    const asking = await cardOf(stage, anna, LONG_SHOW.title)
    expect(asking.text()).toContain('Seinfeld (1989)')
    expect(lookups()).toBe(before)

    await radarr.up()
    sonarr.heal()
    await hears(house, 'Radarr is well again.')
    await hears(house, 'Sonarr is well again.')
    await silence(house)
    expect(radarr.adds(FILM.tmdbId).effective).toBe(1)
    expect(sonarr.adds(LONG_SHOW.tvdbId).effective).toBe(1)
    expect(await usual(house)).not.toContain('approved')
    expect(headlines(house).toSorted()).toEqual([
      '### ⚠️ Radarr doesn’t answer.',
      '### ⚠️ Sonarr answers with something that I can’t read.',
      '### ✅ Radarr is well again.',
      '### ✅ Sonarr is well again.',
    ])
    expect(told(house).find((text) => text.includes('Radarr is well again'))).toContain(
      'One request that waited for it goes on.',
    )
    expect(told(house).find((text) => text.includes('Sonarr is well again'))).toContain(
      '9 requests that waited for it go on.',
    )
    await sharp.close()
  })
})

describe.each(databases)('what was chosen of an instance is removed there, on %s', (kind) => {
  it('its owner is told which, nothing takes its place, and another choice sends on what waits', {
    timeout: 180_000,
  }, async () => {
    house = await openHouse(kind, FAST)
    const { stage } = house
    const { discord, anna, owner, radarr } = stage
    await setUp(stage, silent)
    const chosen = radarr.state.profiles.find(({ name }) => name === 'HD-1080p') ?? raise('no profile')
    radarr.removeProfile(chosen.id)
    await ask(stage, anna, FILM.title)
    await approve(stage, FILM.title)
    await hears(house, 'no longer')
    expect(headlines(house)).toEqual(['### ⚠️ Radarr no longer has the quality profile “HD-1080p”.'])
    expect(textOf(await approvalCard(stage, FILM.title))).toContain('no longer has the quality')
    expect(radarr.adds(FILM.tmdbId).effective).toBe(0)

    const page = await openInstance(house, 'Radarr')
    expect(page.text()).toContain('Radarr no longer has the quality profile “HD-1080p”.')
    await (await discord.as(owner).choose(page, 'Quality profile', ['Any'])).settled()
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, LONG)
    const other = radarr.state.profiles.find(({ name }) => name === 'Any')
    expect(radarr.state.movies.map(({ qualityProfileId }) => qualityProfileId)).toEqual([other?.id])
    await hears(house, 'Radarr is well again.')
    await silence(house)
    expect(told(house)).toHaveLength(2)
  })
})

describe.each(databases)('an instance changes, on %s', (kind) => {
  it('its key: its owner is told once, and the new one sends on what waits', {
    timeout: 180_000,
  }, async () => {
    house = await openHouse(kind, FAST)
    const { stage } = house
    const { discord, anna, owner, radarr } = stage
    await setUp(stage, silent)
    radarr.changeKey('0123456789abcdef0123456789abcdef')
    await ask(stage, anna, FILM.title)
    await approve(stage, FILM.title)
    await hears(house, '### ⚠️ Radarr refuses its API key.\nIts API key was changed.')
    const page = await openInstance(house, 'Radarr')
    const form = await discord.as(owner).press(page, 'Edit')
    await (await discord.as(owner).fill(form, { 'API key': radarr.state.apiKey })).settled()
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, LONG)
    await hears(house, 'One request that waited for it goes on.')
    await silence(house)
    expect(told(house)).toHaveLength(2)
  })

  it('its version: a newer one is noted without a word, one that is too old is told', {
    timeout: 180_000,
  }, async () => {
    house = await openHouse(kind, { CLOCK_RATE: '240' })
    const { stage } = house
    const { discord, radarr } = stage
    await setUp(stage, silent)
    const isKnown = (version: string) =>
      discord.until(async () => {
        const row = await house.db.selectFrom('instances').select('appVersion').executeTakeFirst()
        return row?.appVersion === version
      }, LONG)
    radarr.becomeVersion('6.9.9.1')
    await isKnown('6.9.9.1')
    expect((await openInstance(house, 'Radarr')).text()).toContain('Radarr 6.9.9.1 answers.')
    expect(told(house)).toEqual([])
    radarr.becomeVersion('3.2.2.5080')
    await hears(house, '### ⚠️ Radarr is too old now: 3.2.2.5080.')
    expect((await openInstance(house, 'Radarr')).text()).toContain('Radarr is too old now')
    radarr.becomeVersion('6.9.9.1')
    await hears(house, 'Nothing had to wait for it.')
    await askForFilm(stage, silent)
    await approveFilm(stage, silent)
    expect(told(house)).toHaveLength(2)
  })
})
