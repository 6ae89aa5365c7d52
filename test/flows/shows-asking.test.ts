import { afterEach, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { askForFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { addSonarr, setUp } from '../../sandbox/story/set-up.ts'
import { type House, openHouse } from '../support/house.ts'
import { approvalCard, approve, ask, cardOf, raise, searchedSeasons } from './support/shows.ts'

const DARK = 334_824

let house: House
afterEach(() => house.leave())

const begin = async (env: Readonly<Record<string, string>> = { CLOCK_RATE: '20' }) => {
  house = await openHouse('sqlite', env)
  await setUp(house.stage, silent)
  await addSonarr(house.stage, silent)
  return house.stage
}

it('lets a second asker join what is asked for, and ask for the rest', { timeout: 120_000 }, async () => {
  const stage = await begin()
  const { anna, carla, discord, sonarr } = stage
  await ask(stage, anna, 'Dark (2017)', ['Season 1', 'Season 2'])
  await approve(stage, 'Dark (2017)', 'Seasons 1, 2')
  await discord.until(() => searchedSeasons(stage).length === 2, 20_000)
  const card = await ask(stage, carla, 'Dark (2017)', ['Season 2', 'Season 3'])
  expect(card.text()).toContain('Season 3')
  const second = (await approvalCard(stage, 'Dark (2017)', 'Season 3')) ?? raise('no card')
  expect(textOf(second)).not.toContain('Season 2')
  await approve(stage, 'Dark (2017)', 'Season 3')
  await discord.until(() => searchedSeasons(stage).length === 3, 20_000)
  expect(sonarr.adds(DARK).effective).toBe(1)
  await sonarr.release(DARK, { season: 2 })
  await sonarr.import(DARK)
  await discord.until(() => discord.dms(anna).length > 0 && discord.dms(carla).length > 0, 20_000)
  for (const who of [anna, carla]) {
    expect(discord.dms(who).map(textOf)).toEqual([expect.stringContaining('Season 2 is ready!')])
  }
})

it('fetches single episodes and leaves their season alone', { timeout: 120_000 }, async () => {
  const stage = await begin()
  const { anna, discord, sonarr } = stage
  const person = discord.as(anna)
  const card = await cardOf(stage, anna, 'Dark (2017)')
  await (await person.choose(card, 'Seasons', ['Season 2'])).settled()
  await (await person.choose(card, 'Episodes of season 2, if not all', ['3', '4'])).settled()
  expect(card.text()).toContain('Season 2, episodes 3, 4')
  await (await person.press(card, 'Request')).settled()
  await approve(stage, 'Dark (2017)', 'episodes 3, 4')
  const search = () => sonarr.state.commands.find(({ name }) => name === 'EpisodeSearch')
  await discord.until(search, 20_000)
  const monitored = sonarr.episodes(DARK, { season: 2 }).filter((episode) => episode.monitored)
  expect(monitored.map(({ known }) => known.episodeNumber)).toEqual([3, 4])
  expect(sonarr.series(DARK).seasons.every((season) => !season.monitored)).toBe(true)
  for (const episode of [3, 4]) {
    await sonarr.release(DARK, { season: 2, episode })
    await sonarr.import(DARK, { season: 2, episode })
  }
  await discord.until(() => discord.dms(anna).length > 0, 20_000)
  expect(discord.dms(anna).map(textOf)).toEqual([
    expect.stringContaining('Season 2, episodes 3, 4 are ready!'),
  ])
})

it('says what it can’t read of typed seasons, and loses nothing of the card', {
  timeout: 120_000,
}, async () => {
  const stage = await begin()
  const { anna, discord } = stage
  const person = discord.as(anna)
  const card = await cardOf(stage, anna, 'The Simpsons (1989)')
  const type = async (seasons: string) => {
    const answer = await (
      await person.fill(await person.press(card, 'Choose seasons…'), { Seasons: seasons })
    ).settled()
    return answer.followUps.map(textOf).join() + answer.text()
  }
  expect(await type('all of them')).toContain('I can’t read “all of them” as numbers')
  expect(await type('3-99')).toContain('There is no season')
  expect(await type('2–4; 7')).toContain('Chosen: Seasons 2–4, 7')
})

it('lets an approver choose other seasons', { timeout: 120_000 }, async () => {
  const stage = await begin()
  const { anna, bela, discord } = stage
  await ask(stage, anna, 'Dark (2017)', ['Season 1', 'Season 2'])
  const card = (await approvalCard(stage, 'Dark (2017)')) ?? raise('no card')
  const approver = discord.as(bela)
  const picker = await (await approver.press(card, 'Approve with changes')).settled()
  const form = await approver.choose(picker, 'Instance', ['Sonarr'])
  await (await approver.fill(form, { Seasons: ['Season 1'] })).settled()
  await discord.until(() => searchedSeasons(stage).length > 0, 20_000)
  // Added, so all that is searched for was.
  const list = await discord.until(async () => {
    const now = await (await approver.slash('requests')).settled()
    return now.text().includes('Looking for a copy') && now
  }, 20_000)
  const details = await (await approver.press(list, 'Open')).settled()
  const why = await (await approver.press(details, 'Why?')).settled()
  expect(why.text()).toContain(`<@${bela.id}> changed what is fetched. What was asked for: Seasons 1, 2.`)
  expect(searchedSeasons(stage)).toEqual([1])
  expect(discord.dms(anna).map(textOf)).toEqual([expect.stringContaining('Not this time: Season 2.')])
  expect(await approvalCard(stage, 'Dark (2017)', 'Season 1')).toBeDefined()
  const again = await cardOf(stage, anna, 'Dark (2017)')
  expect(again.text()).toContain('Missing: seasons 2, 3')
})

it('approves at once what a trusted role asks for, and lets admins write reasons', {
  timeout: 120_000,
}, async () => {
  const stage = await begin()
  const { anna, bela, owner, approvers, discord, desk, radarr } = stage
  const olga = discord.as(owner)
  const panel = await olga.slash('setup')
  await (await olga.press(panel, 'Approvals')).settled()
  const form = await olga.press(panel, 'Saved reasons')
  await (
    await olga.fill(form, { 'Reasons for a no, one a line': 'Not before Easter.\n\nToo long.' })
  ).settled()
  expect(panel.text()).toContain('Not before Easter.')

  await askForFilm(stage, silent)
  const waiting = (await approvalCard(stage, FILM.title)) ?? raise('no card')
  const denial = await discord.as(bela).press(waiting, 'Deny')
  await (await discord.as(bela).fill(denial, { Reason: ['Too long.'] })).settled()
  await discord.until(() => discord.dms(anna).length > 0, 10_000)
  expect(textOf(discord.dms(anna)[0] ?? raise('no word'))).toContain('Too long.')

  await (await olga.choose(panel, 'Roles approved at once', [approvers])).settled()
  const cards = discord.channel(desk).messages().length
  const asked = await (
    await discord.as(bela).slash('request', { title: `film-tmdb-${FILM.tmdbId}` })
  ).settled()
  await (await discord.as(bela).press(asked, 'Request')).settled()
  await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, 10_000)
  expect(discord.channel(desk).messages()).toHaveLength(cards)
})

it('fetches copies in 4K apart, where an instance does', { timeout: 120_000 }, async () => {
  const stage = await begin()
  const { owner, anna, discord, radarr } = stage
  const olga = discord.as(owner)
  const panel = await olga.slash('setup')
  const form = await olga.press(panel, 'Add Radarr')
  const address = radarr.url.replace('127.0.0.1', 'localhost')
  await (await olga.fill(form, { Name: 'Radarr 4K', Address: address, 'API key': radarr.apiKey })).settled()
  await discord.until(() => panel.text().includes('answers'), 10_000)
  await (await olga.choose(panel, 'Quality profile', ['Ultra-HD'])).settled()
  await (await olga.choose(panel, 'Copies', ['Copies in 4K'])).settled()
  await (await olga.press(panel, 'Save')).settled()
  const card = await (
    await discord.as(anna).slash('request', { title: `film-tmdb-${FILM.tmdbId}` })
  ).settled()
  await (await discord.as(anna).press(card, 'Request in 4K')).settled()
  const waiting = (await approvalCard(stage, FILM.title)) ?? raise('no card')
  expect(textOf(waiting)).toContain('In 4K')
  expect(textOf(waiting)).toContain('Goes to Radarr 4K')
  const usual = await (
    await discord.as(anna).slash('request', { title: `film-tmdb-${FILM.tmdbId}` })
  ).settled()
  expect(usual.text()).toContain('Not here yet.')
  await (await discord.as(anna).press(usual, 'Request')).settled()
  await discord.until(() => discord.channel(stage.desk).messages().length === 2, 10_000)
})

it('finds and asks for shows without TMDB, by what Sonarr knows', { timeout: 120_000 }, async () => {
  const stage = await begin({ CLOCK_RATE: '20', TMDB_TOKEN: '' })
  const { anna, discord, sonarr } = stage
  const person = discord.as(anna)
  const linked = await (await person.slash('request', { title: 'imdb.com/title/tt5753856' })).settled()
  expect(linked.text()).toContain('Dark (2017)')
  const card = await cardOf(stage, anna, 'Dark (2017)')
  expect(card.text()).toContain('Missing: seasons 1–3')
  await (await person.press(card, 'Latest')).settled()
  expect(card.text()).toContain('Chosen: Season 3')
  await (await person.press(card, 'Request')).settled()
  await approve(stage, 'Dark (2017)', 'Season 3')
  await discord.until(() => searchedSeasons(stage).length > 0, 20_000)
  expect(searchedSeasons(stage)).toEqual([3])
  expect(sonarr.adds(DARK).effective).toBe(1)
})

it('takes a link to a show, from wherever it was copied', { timeout: 120_000 }, async () => {
  const stage = await begin()
  const person = stage.discord.as(stage.anna)
  for (const title of [
    'https://www.themoviedb.org/tv/70523-dark',
    'https://www.thetvdb.com/?tab=series&id=334824',
    'https://www.imdb.com/title/tt5753856/',
  ]) {
    const card = await (await person.slash('request', { title })).settled()
    expect(card.text()).toContain('Dark (2017)')
    expect(card.text()).toContain('Missing: seasons 1–3')
  }
})
