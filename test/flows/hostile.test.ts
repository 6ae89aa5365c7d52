import { Locale } from 'discord-api-types/v10'
import { afterEach, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { hostile } from '../../sandbox/tmdb/catalogue/hostile.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
afterEach(() => house.leave())

const LOCALES = [Locale.Japanese, Locale.PortugueseBR, Locale.Thai, Locale.German, Locale.EnglishGB]

it('titles that try to be something else go through the whole story, asked for in direct messages', {
  timeout: 180_000,
}, async () => {
  house = await openHouse('sqlite', { CLOCK_RATE: '20' }, { catalogue: hostile })
  const { stage, db } = house
  const { discord, world, bela, desk, requests, radarr } = stage
  await setUp(stage, silent)
  const members = LOCALES.map((locale) => world.addMember({ name: `member of ${locale}`, locale }))
  const films = hostile.films.map(({ tmdbId }) => tmdbId)
  for (const [index, film] of films.entries()) {
    const person = discord.as(members[index % members.length] ?? stage.anna)
    const words = String(hostile.films[index]?.title).trim() || 'x'
    const typed = await person.type('request', 'title', words.slice(0, 90), {}, { in: 'dm' })
    expect(typed.kind).not.toBe('none')
    const card = await (await person.slash('request', { title: `film-tmdb-${film}` }, { in: 'dm' })).settled()
    const asked = await (await person.press(card, 'Request')).settled()
    expect(asked.text()).not.toContain('Something went wrong')
  }
  await discord.until(() => discord.channel(desk).messages().length === films.length, 60_000)
  for (const card of discord.channel(desk).messages()) {
    await (await discord.as(bela).press(card, 'Approve')).settled()
  }
  await discord.until(() => films.every((film) => radarr.adds(film).effective === 1), 60_000)
  const released = hostile.films.filter(({ year, inCinemas }) => inCinemas !== undefined && year < 2099)
  for (const { tmdbId: film } of released) {
    await radarr.release(film)
    radarr.progress(film, 100)
    await radarr.import(film)
  }
  const told = () =>
    members.flatMap((member) => discord.dms(member).map(textOf)).filter((text) => /ready!/.test(text))
  await discord.until(() => told().length === released.length, 60_000)
  const everything = [desk, requests].flatMap((channel) => discord.channel(channel).messages())
  const direct = members.flatMap((member) => discord.dms(member))
  for (const message of [...everything, ...direct]) {
    expect([message.mention_everyone, message.mentions, message.mention_roles]).toEqual([false, [], []])
  }
  const failed = await db.selectFrom('work').select(['job', 'reason']).where('state', '=', 'failed').execute()
  expect(failed).toEqual([])
})
