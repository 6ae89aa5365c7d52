import { OverwriteType } from 'discord-api-types/v10'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deleteMessage, findMessage } from '../../sandbox/discord/messages/find.ts'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import type { PermissionName } from '../../sandbox/discord/world/permissions.ts'
import type { Channel } from '../../sandbox/discord/world/world.ts'
import { approveFilm, askForFilm, FILM, fetchFilm } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'

/** A minute passes in two seconds. */
const FAST = { CLOCK_RATE: '30' }
const LONG = 20_000

const texts = ({ stage }: House, channel: Channel) => stage.discord.channel(channel).messages().map(textOf)

const deny = ({ stage }: House, channel: Channel, ...names: PermissionName[]): void => {
  const { world } = stage
  const denied = world.permissions(names).toString()
  channel.overwrites = [{ id: world.bot.id, type: OverwriteType.Member, allow: '0', deny: denied }]
}

const ask = async ({ stage }: House, tmdbId: number): Promise<void> => {
  const person = stage.discord.as(stage.anna)
  const card = await (await person.slash('request', { title: `film-tmdb-${tmdbId}` })).settled()
  await (await person.press(card, 'Request')).settled()
}

const setupText = async ({ stage }: House): Promise<string> =>
  (await (await stage.discord.as(stage.owner).slash('setup')).settled()).text()

/** What the owner was told of channels. On a fast clock a busy machine has other troubles to tell of as well. */
const told = ({ stage }: House) =>
  stage.discord
    .dms(stage.owner)
    .map(textOf)
    .filter((text) => text.includes('I can’t write in the'))

const choose = async ({ stage }: House, what: string, channel: Channel): Promise<void> => {
  const olga = stage.discord.as(stage.owner)
  const panel = await (await olga.slash('setup')).settled()
  await (await olga.choose(panel, what, [channel])).settled()
}

let house: House
afterEach(() => house.leave())

describe.each(databases)('the admin channel is deleted, on %s', (kind) => {
  beforeEach(async () => {
    house = await openHouse(kind, FAST)
    await setUp(house.stage, silent)
    await askForFilm(house.stage, silent)
  })

  it('and its cards wait, then appear once in the one that is chosen', { timeout: 120_000 }, async () => {
    const { stage, db } = house
    const { discord, world, desk, radarr } = stage
    world.removeChannel(desk)
    const others = [603, 27_205]
    for (const film of others) await ask(house, film)
    await discord.until(() => told(house).length > 0, LONG)
    expect(await setupText(house)).toContain('Admin channel: was deleted')
    const waiting = await db
      .selectFrom('work')
      .select('reason')
      .where('job', '=', 'show-approval-card')
      .where('state', '=', 'open')
      .execute()
    expect(waiting.map(({ reason }) => reason)).toContain('the admin channel was deleted')
    expect(told(house)).toEqual([expect.stringContaining('I can’t write in the admin channel any more.')])

    const office = world.addChannel({ name: 'office' })
    await choose(house, 'Admin channel', office)
    await discord.until(() => texts(house, office).length === 3, LONG)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(texts(house, office)).toHaveLength(3)
    const card = discord
      .channel(office)
      .messages()
      .find((message) => textOf(message).includes(FILM.title))
    await (await discord.as(stage.bela).press(card, 'Approve')).settled()
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, LONG)
    expect(told(house)).toHaveLength(1)
    expect(await setupText(house)).toContain(`Admin channel: <#${office.id}>`)
  })
})

describe('a channel closes to the bot', () => {
  it.each([
    ['ViewChannel', 'which Usherr can’t see', 'I can’t see'],
    ['SendMessages', 'where Usherr can’t write', 'I miss the permission Send Messages'],
  ] as const)('%s is taken, said, and given back', { timeout: 120_000 }, async (name, shown, news) => {
    house = await openHouse('sqlite', FAST)
    const { stage } = house
    const { discord, desk, requests } = stage
    await setUp(stage, silent)
    deny(house, desk, name)
    deny(house, requests, name)
    await ask(house, FILM.tmdbId)
    await discord.until(() => told(house).length === 2, LONG)
    expect(told(house).join('\n')).toContain(news)
    const panel = await setupText(house)
    expect(panel.split(shown)).toHaveLength(3)
    expect([...texts(house, desk), ...texts(house, requests)]).toEqual([])
    desk.overwrites = []
    requests.overwrites = []
    await discord.until(() => texts(house, desk).length + texts(house, requests).length === 2, LONG)
    await discord.until(async () => !(await setupText(house)).includes(shown), LONG)
    await approveFilm(stage, silent)
    await fetchFilm(stage, silent)
    expect(texts(house, desk)).toHaveLength(1)
    expect(texts(house, requests)).toHaveLength(1)
    expect(told(house)).toHaveLength(2)
  })
})

describe('a card is deleted by hand', () => {
  const remove = ({ stage }: House, channel: Channel): void => {
    const [message] = stage.discord.channel(channel).messages()
    const stored = findMessage(stage.world, channel.id, message?.id ?? '')
    if (stored === undefined) throw new Error('there is no card')
    deleteMessage(stage.world, stored)
  }

  it('and made anew while the request goes on, not afterwards', { timeout: 120_000 }, async () => {
    house = await openHouse('sqlite')
    const { stage } = house
    const { discord, desk, requests } = stage
    await setUp(stage, silent)
    await askForFilm(stage, silent)
    await discord.until(() => texts(house, requests).length === 1)
    remove(house, requests)
    remove(house, desk)
    const carla = discord.as(stage.carla)
    const card = await (await carla.slash('request', { title: `film-tmdb-${FILM.tmdbId}` })).settled()
    await (await carla.press(card, 'Me too')).settled()
    await discord.until(() => texts(house, desk).length === 1 && texts(house, requests).length === 1)
    await approveFilm(stage, silent)
    remove(house, desk)
    await fetchFilm(stage, silent)
    expect(texts(house, desk)).toEqual([])
    expect(texts(house, requests)).toHaveLength(1)
  })
})

it('the request channel is chosen late, and what was asked before appears there', async () => {
  house = await openHouse('sqlite')
  const { stage } = house
  const { discord, desk } = stage
  await setUp(stage, silent)
  const olga = discord.as(stage.owner)
  const panel = await (await olga.slash('setup')).settled()
  await (await olga.choose(panel, 'Admin channel', [])).settled()
  await ask(house, FILM.tmdbId)
  await discord.until(() => texts(house, stage.requests).length === 1)
  await choose(house, 'Admin channel', desk)
  await discord.until(() => texts(house, desk).length === 1)
})
