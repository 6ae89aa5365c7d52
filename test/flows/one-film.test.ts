import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { approveFilm, askForFilm, FILM, fetchFilm, linkPlex } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'

describe.each(databases)('one film, from set-up to the DM, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('is asked for, approved, fetched and told, each once', async () => {
    house = await openHouse(kind)
    const { stage, db } = house
    await setUp(stage, silent)
    await linkPlex(stage, silent)
    await askForFilm(stage, silent)
    await approveFilm(stage, silent)
    await fetchFilm(stage, silent)

    const { discord, anna, desk, requests, radarr } = stage
    expect(discord.dms(anna).map(textOf)).toEqual([expect.stringContaining('Arrival (2016) is ready!')])
    expect(discord.channel(desk).messages()).toHaveLength(1)
    expect(discord.channel(requests).messages()).toHaveLength(1)
    expect(radarr.adds(FILM.tmdbId)).toEqual({ attempts: 1, effective: 1 })

    const actions = await db.selectFrom('audit').select('action').orderBy('id').execute()
    expect(actions.map((line) => line.action)).toEqual(
      expect.arrayContaining(['home.claim', 'request.submit', 'request.approve']),
    )
    const member = await db
      .selectFrom('plexAccounts')
      .select('token')
      .where('username', '=', 'anna_films')
      .executeTakeFirstOrThrow()
    // Kept to read and change their list, and never as it is.
    expect(member.token).toMatch(/^v1\./)
  })

  it('is approved with another profile and folder, which Radarr then uses', async () => {
    house = await openHouse(kind)
    const { stage } = house
    await setUp(stage, silent)
    await askForFilm(stage, silent)
    const { discord, anna, bela, desk, radarr } = stage
    const approver = discord.as(bela)
    const card = () => discord.channel(desk).messages()[0]
    const picker = await (await approver.press(card(), 'Approve with changes')).settled()
    const form = await approver.choose(picker, 'Instance', ['Radarr'])
    expect(form.kind).toBe('modal')
    const done = await (await approver.fill(form, { 'Quality profile': 'Ultra-HD' })).settled()
    expect(done.text()).toContain('as Ultra-HD')
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1)
    const profile = radarr.state.profiles.find(({ name }) => name === 'Ultra-HD')
    expect(radarr.movie(FILM.tmdbId).qualityProfileId).toBe(profile?.id)
    await discord.until(() => textOf(card() ?? raise()).includes(`Approved by <@${bela.id}>`))
    const asker = discord.as(anna)
    const list = await (await asker.slash('requests')).settled()
    const details = await (await asker.press(list, 'Open')).settled()
    const why = await (await asker.press(details, 'Why?')).settled()
    expect(why.text()).toContain(`<@${bela.id}> chose the quality profile Ultra-HD.`)
    expect(why.text()).not.toContain('root folder')
    const late = await (await approver.fill(form, { 'Quality profile': 'HD-1080p' })).settled()
    expect(late.text() + late.followUps.map(textOf).join()).toContain('approved this')
  })

  it('denies with a reason that the asker reads', async () => {
    house = await openHouse(kind)
    const { stage } = house
    await setUp(stage, silent)
    await askForFilm(stage, silent)
    const { discord, bela, anna, desk, radarr } = stage
    const [card] = discord.channel(desk).messages()
    if (card === undefined) throw new Error('no card')
    const approver = discord.as(bela)
    const form = await approver.press(card, 'Deny')
    expect(form.modal?.title).toBe('Deny Arrival (2016)')
    await (await approver.fill(form, { Message: 'We have the old one. Try *that*!' })).settled()
    await discord.until(() => discord.dms(anna).length > 0)
    const [told] = discord.dms(anna).map(textOf)
    expect(told).toContain('Arrival (2016) was denied.')
    expect(told).toContain('Try \\*that\\*!')
    expect(radarr.adds(FILM.tmdbId).attempts).toBe(0)
  })

  it('tells somebody with closed direct messages in the request channel, with a mention', async () => {
    house = await openHouse(kind)
    const { stage } = house
    await setUp(stage, silent)
    const { discord, dario, bela, desk, requests, radarr } = stage
    const person = discord.as(dario)
    const choices = (await person.type('request', 'title', 'arrival')).choices ?? []
    const value = String(choices.find(({ name }) => name.includes('Arrival (2016)'))?.value)
    const card = await (await person.slash('request', { title: value })).settled()
    await (await person.press(card, 'Request')).settled()
    const approval = await discord.until(() => discord.channel(desk).messages()[0])
    await (await discord.as(bela).press(approval, 'Approve')).settled()
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1)
    await radarr.release(FILM.tmdbId)
    radarr.progress(FILM.tmdbId, 100)
    await radarr.import(FILM.tmdbId)
    const mention = await discord.until(() =>
      discord
        .channel(requests)
        .messages()
        .find((message) => message.mentions.some(({ id }) => id === dario.id)),
    )
    expect(textOf(mention)).toContain('Arrival (2016) is ready!')
    expect(mention.mentions).toHaveLength(1)
    expect(discord.dms(dario)).toHaveLength(0)
  })
})

const raise = (): never => {
  throw new Error('there is no card')
}
