import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { approveFilm, askForFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'

const ref = `film-tmdb-${FILM.tmdbId}`

describe.each(databases)('asking together, looking after it, withdrawing, on %s', (kind) => {
  let house: House
  beforeEach(async () => {
    house = await openHouse(kind)
    await setUp(house.stage, silent)
  })
  afterEach(() => house.leave())

  const fetched = async () => {
    const { radarr } = house.stage
    await radarr.release(FILM.tmdbId)
    radarr.progress(FILM.tmdbId, 100)
    await radarr.import(FILM.tmdbId)
  }

  it('lets a second asker join the first, and tells both, once each', async () => {
    const { stage } = house
    const { discord, anna, carla, requests, radarr } = stage
    await askForFilm(stage, silent)
    const second = discord.as(carla)
    const card = await (await second.slash('request', { title: ref })).settled()
    expect(card.text()).toContain('Already asked for by')
    expect((await (await second.press(card, 'Me too')).settled()).text()).toContain('You’re on the list')
    const again = await (await second.press(card, 'Me too')).settled()
    expect(again.text()).toContain('on the list already')

    await approveFilm(stage, silent)
    await fetched()
    await discord.until(() => discord.dms(anna).length > 0 && discord.dms(carla).length > 0)
    expect([discord.dms(anna).length, discord.dms(carla).length]).toEqual([1, 1])
    await discord.until(() =>
      textOf(discord.channel(requests).messages()[0] ?? raise()).includes(`<@${carla.id}>`),
    )
    expect(radarr.adds(FILM.tmdbId).attempts).toBe(1)
  })

  it('joins from the public card with Me too', async () => {
    const { stage } = house
    const { discord, carla, requests } = stage
    await askForFilm(stage, silent)
    const status = await discord.until(() => discord.channel(requests).messages()[0])
    const answer = await discord.as(carla).press(status, 'Me too')
    expect(answer.kind).toBe('message')
    expect(answer.text()).toContain('You’re on the list')
    await discord.until(() =>
      textOf(discord.channel(requests).messages()[0] ?? raise()).includes(`<@${carla.id}>`),
    )
  })

  it('shows what was asked for, says how it stands, and lets the asker withdraw it', async () => {
    const { stage } = house
    const { discord, anna, bela, desk } = stage
    await askForFilm(stage, silent)
    const person = discord.as(anna)
    const list = await (await person.slash('requests')).settled()
    expect(list.text()).toContain('Arrival (2016)')
    const details = await (await person.press(list, 'Open')).settled()
    const why = await (await person.press(details, 'Why?')).settled()
    expect(why.text()).toContain('Needed somebody’s approval')
    const gone = await (await person.press(details, 'Cancel')).settled()
    expect(gone.text()).toContain('Withdrawn')
    const card = () => discord.channel(desk).messages()[0] ?? raise()
    await discord.until(() => textOf(card()).includes('Withdrawn'))
    const late = await (
      await discord.as(bela).raw({ data: { custom_id: `u1:approve:${await requestId()}` } })
    ).settled()
    expect(late.text()).toContain('withdrawn')
    expect(stage.radarr.adds(FILM.tmdbId).attempts).toBe(0)
  })

  const requestId = async () => {
    const row = await house.db.selectFrom('requests').select('id').executeTakeFirstOrThrow()
    return row.id
  }

  it('searches again for what was not found, but not all the time', async () => {
    const { stage } = house
    const { discord, anna, carla, radarr } = stage
    await askForFilm(stage, silent)
    await approveFilm(stage, silent)
    const searches = () =>
      radarr.calls.filter(({ method, path }) => method === 'POST' && /\/command$/i.test(path)).length
    const person = discord.as(anna)
    const open = async () => {
      const list = await (await person.slash('requests')).settled()
      return (await person.press(list, 'Open')).settled()
    }
    await discord.until(async () => (await open()).text().includes('[Search again]'))
    const details = await open()
    expect((await (await person.press(details, 'Search again')).settled()).text()).toContain(
      'Searching again',
    )
    await discord.until(() => searches() === 1)
    expect((await (await person.press(details, 'Search again')).settled()).text()).toContain(
      'searched for just now',
    )
    const id = `u1:search:${await requestId()}`
    expect((await (await discord.as(carla).raw({ data: { custom_id: id } })).settled()).text()).toContain(
      'just now',
    )
    expect(searches()).toBe(1)
  })

  it('asks for nothing that is here already', async () => {
    const { discord, anna, radarr } = house.stage
    radarr.have(FILM.tmdbId, { file: true })
    const person = discord.as(anna)
    const card = await (await person.slash('request', { title: ref })).settled()
    expect(card.text()).toContain('It’s already here')
    await expect(person.press(card, 'Request')).rejects.toThrow('There is no button')
  })

  it('wakes a film that Radarr knows without a file, and changes nothing else of it', async () => {
    const { stage } = house
    const { radarr } = stage
    const movie = radarr.have(FILM.tmdbId, { monitored: false, tags: [7] })
    const before = { ...movie }
    await askForFilm(stage, silent)
    const { discord, bela, desk } = stage
    await (await discord.as(bela).press(discord.channel(desk).messages()[0], 'Approve')).settled()
    await discord.until(() =>
      radarr.calls.some(({ method, path }) => method === 'POST' && /\/command$/i.test(path)),
    )
    expect({ ...radarr.movie(FILM.tmdbId), lastSearch: undefined }).toEqual({
      ...before,
      monitored: true,
      lastSearch: undefined,
    })
    expect(radarr.adds(FILM.tmdbId).attempts).toBe(0)
    const searches = radarr.calls.filter(({ method, path }) => method === 'POST' && /\/command$/i.test(path))
    expect(searches).toHaveLength(1)
  })
})

describe.each(databases)('linking Plex on %s', (kind) => {
  let house: House
  beforeEach(async () => {
    house = await openHouse(kind)
    await setUp(house.stage, silent)
  })
  afterEach(() => house.leave())

  const link = async (
    who: { id: string },
    account: Parameters<House['stage']['plex']['signIn']>[1],
    says: string,
  ) => {
    const { discord, plex } = house.stage
    const person = discord.as(who)
    const answer = await (await person.slash('link')).settled()
    plex.signIn(person.link(answer, 'Sign in to Plex'), account)
    await discord.until(() => answer.text().includes(says), 10_000)
    return answer
  }

  it('refuses an account without access to the server, and says what to do', async () => {
    const { anna, accounts, server } = house.stage
    const answer = await link(anna, accounts.outsider, 'has no access to')
    expect(answer.text()).toContain(server.name)
    expect(
      await house.db.selectFrom('plexAccounts').select('plexId').where('username', '=', 'outsider').execute(),
    ).toEqual([])
  })

  it('takes two Discord accounts on one Plex account for one person, until one of them leaves', async () => {
    const { discord, anna, carla, accounts } = house.stage
    await link(anna, accounts.anna, 'Linked to')
    await link(carla, accounts.anna, 'Linked to')
    const people = async () =>
      (
        await house.db
          .selectFrom('discordAccounts')
          .select('personId')
          .where('discordId', 'in', [anna.id, carla.id])
          .execute()
      ).map(({ personId }) => personId)
    expect(new Set(await people()).size).toBe(1)
    expect((await (await discord.as(carla).slash('unlink')).settled()).text()).toContain('No longer linked')
    expect(new Set(await people()).size).toBe(2)
    expect((await (await discord.as(anna).slash('link')).settled()).text()).toContain('You’re linked to')
    expect((await (await discord.as(anna).slash('unlink')).settled()).text()).toContain('No longer linked')
    expect((await (await discord.as(anna).slash('unlink')).settled()).text()).toContain(
      'No Plex account is linked',
    )
  })

  it('says when a sign-in ran out', { timeout: 90_000 }, async () => {
    const { discord, plex, anna } = house.stage
    const person = discord.as(anna)
    const answer = await (await person.slash('link')).settled()
    plex.expirePin(person.link(answer, 'Sign in to Plex'))
    await discord.until(() => answer.text().includes('ran out'), 15_000)
  })
})

const raise = (): never => {
  throw new Error('there is no card')
}
