import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { approveFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'

const CROWD = 30
const title = `film-tmdb-${FILM.tmdbId}`

describe.each(databases)('thirty members at once, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('ask for the same film: one request, and everybody hears once', { timeout: 240_000 }, async () => {
    house = await openHouse(kind, { CLOCK_RATE: '60' })
    const { stage, db } = house
    const { discord, world, radarr, desk } = stage
    await setUp(stage, silent)
    const members = Array.from({ length: CROWD }, (_, index) => world.addMember({ name: `member${index}` }))
    const people = members.map((member) => discord.as(member))
    const cards = await Promise.all(
      people.map(async (person) => ({
        person,
        card: await (await person.slash('request', { title })).settled(),
      })),
    )
    const answers = await Promise.all(
      cards.map(async ({ person, card }) => {
        const answer = await (await person.press(card, 'Request')).settled()
        return answer.text() + answer.followUps.map(textOf).join('\n')
      }),
    )
    for (const text of answers) expect(text).not.toContain('Something went wrong')
    const requests = await db.selectFrom('requests').select('id').execute()
    expect(requests).toHaveLength(1)
    expect(await db.selectFrom('followers').select('personId').execute()).toHaveLength(CROWD)
    await discord.until(() => discord.channel(desk).messages().length > 0, 20_000)
    await approveFilm(stage, silent)
    await radarr.release(FILM.tmdbId)
    radarr.progress(FILM.tmdbId, 100)
    await radarr.import(FILM.tmdbId)
    // Discord lets a bot open only some conversations at a time.
    const told = () => members.filter((member) => discord.dms(member).length > 0).length
    await discord.until(() => told() >= 20, 20_000)
    const opened = () => discord.calls.filter(({ path }) => path.includes('/users/@me/channels')).length
    await discord.until(() => opened() >= CROWD, 20_000)
    const asked = opened()
    discord.pass(600_000)
    await discord.until(() => told() === CROWD, 20_000)
    expect(opened()).toBeLessThan(asked + 60)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(members.map((member) => discord.dms(member).length)).toEqual(members.map(() => 1))
    const edits = discord.calls.filter(
      ({ method, path }) => method === 'PATCH' && path.includes('/channels/'),
    )
    expect(edits.length).toBeLessThan(20)
    expect(radarr.adds(FILM.tmdbId)).toEqual({ attempts: 1, effective: 1 })
    expect(discord.channel(desk).messages()).toHaveLength(1)
  })
})
