import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { addBot } from '../../sandbox/discord/world/add-people.ts'
import { freePort } from '../../sandbox/free-port.ts'
import type { Program } from '../../sandbox/program.ts'
import { approveFilm, askForFilm, FILM, fetchFilm, linkPlex } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { type House, openHouse } from '../support/house.ts'

describe('each role in a process of its own, on one PostgreSQL', () => {
  let house: House
  let folder: string
  const others: Program[] = []
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'usherr-roles-'))
    const webPort = await freePort()
    const shared = {
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      PUBLIC_URL: `http://127.0.0.1:${webPort}`,
    }
    house = await openHouse('postgres', { ...shared, ROLES: 'bot' })
    const start = async (role: string, port: number) =>
      house.stage.start({ ROLES: role, HTTP_PORT: String(port), DATA_DIR: join(folder, role + port) })
    others.push(
      ...(await Promise.all([
        start('worker', await freePort()),
        start('worker', await freePort()),
        start('web', webPort),
      ])),
    )
  })
  afterEach(async () => {
    for (const program of others.splice(0)) expect(await program.stop()).toBe(0)
    await house.leave()
    await rm(folder, { recursive: true, force: true })
  })

  it('play one story, and nothing is done twice by two workers', { timeout: 120_000 }, async () => {
    const { stage } = house
    await setUp(stage, silent)
    await linkPlex(stage, silent)
    await askForFilm(stage, silent)
    await approveFilm(stage, silent)
    await others.shift()?.kill()
    await fetchFilm(stage, silent)
    const { discord, anna, desk, requests, radarr } = stage
    expect(discord.dms(anna).map(textOf)).toEqual([expect.stringContaining('is ready!')])
    expect(discord.channel(desk).messages()).toHaveLength(1)
    expect(discord.channel(requests).messages()).toHaveLength(1)
    expect(radarr.adds(FILM.tmdbId)).toEqual({ attempts: 1, effective: 1 })
  })
})

describe('the bot and its server', () => {
  let house: House
  afterEach(() => house.leave())

  it('the token is refused later: one line, and 78', { timeout: 90_000 }, async () => {
    house = await openHouse('sqlite')
    const program = house.program()
    house.stage.discord.gateway.close(4004)
    expect(await program.ended).toBe(78)
    const plain = program.lines().filter((line) => !line.startsWith('{'))
    expect(plain).toEqual([expect.stringContaining('DISCORD_TOKEN: Discord no longer accepts it.')])
  })

  it.each(['global', 'of the guild'])(
    'is kicked and invited again, with commands that are %s',
    {
      timeout: 120_000,
    },
    async (which) => {
      house = await openHouse('sqlite', { CLOCK_RATE: '30' })
      const { stage } = house
      const { discord, world, desk, requests, anna } = stage
      if (which !== 'global') {
        expect(await house.program().stop()).toBe(0)
        await house.restart({ DISCORD_GUILD_ID: world.guild.id })
        await discord.until(() => world.commands.get(null)?.length === 0)
      }
      await setUp(stage, silent)
      const person = discord.as(anna)
      const card = await (await person.slash('request', { title: `film-tmdb-${FILM.tmdbId}` })).settled()
      world.removeBot()
      // The press arrives nowhere, as the bot is not there any more.
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      addBot(world, world.guild)
      await discord.until(async () => {
        const typed = await person.type('request', 'title', 'arrival').catch(() => undefined)
        return typed?.choices?.length
      }, 20_000)
      await (await person.press(card, 'Request')).settled()
      // A look at the channels may come just then, of which the owner hears there.
      const cardsIn = (channel: typeof desk) =>
        discord
          .channel(channel)
          .messages()
          .map(textOf)
          .filter((text) => !text.includes('I can’t write in the'))
      await discord.until(() => cardsIn(desk).length > 0, 20_000)
      await approveFilm(stage, silent)
      await fetchFilm(stage, silent)
      for (const channel of [desk, requests])
        expect(cardsIn(channel)).toEqual([expect.stringContaining(FILM.title)])
    },
  )
})
