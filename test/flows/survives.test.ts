import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { approveFilm, askForFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { isIdle, isRelayed } from './support/idle.ts'

const LONG = 30_000

const told = ({ stage }: House) =>
  stage.discord
    .dms(stage.anna)
    .map(textOf)
    .filter((text) => text.includes('is ready!'))

/** Waits until nothing is left to be done, then a little: what would be done twice would be done now. */
const settled = async ({ stage, db }: House): Promise<void> => {
  await stage.discord.until(
    async () => (await isRelayed(db)) && (await isIdle(db)) && (await isRelayed(db)),
    LONG,
  )
  await new Promise((resolve) => setTimeout(resolve, 500))
}

const ready = async (house: House): Promise<void> => {
  const { discord, requests } = house.stage
  await discord.until(() => JSON.stringify(discord.channel(requests).messages()).includes('**Ready**'), LONG)
  await settled(house)
}

describe.each(databases)('whatever dies, on %s', (kind) => {
  let house: House
  beforeEach(async () => {
    house = await openHouse(kind)
    await setUp(house.stage, silent)
    await askForFilm(house.stage, silent)
  })
  afterEach(() => house.leave())

  it('keeps a webhook that it answered with 202, though it is killed at once', {
    timeout: 180_000,
  }, async () => {
    const { stage } = house
    await approveFilm(stage, silent)
    await stage.radarr.release(FILM.tmdbId)
    stage.radarr.progress(FILM.tmdbId, 100)
    await stage.radarr.import(FILM.tmdbId)
    await house.program().kill()
    await house.restart()
    await ready(house)
    expect(told(house)).toHaveLength(1)
  })

  it('adds a film once, though it is killed while Radarr adds it', { timeout: 180_000 }, async () => {
    const { stage } = house
    const { discord, bela, desk, radarr } = stage
    radarr.late(1_000)
    const [card] = discord.channel(desk).messages()
    if (card === undefined) throw new Error('no card')
    await (await discord.as(bela).press(card, 'Approve')).settled()
    await discord.until(() => radarr.adds(FILM.tmdbId).attempts === 1)
    await house.program().kill()
    radarr.late(20)
    await house.restart()
    await settled(house)
    expect(radarr.adds(FILM.tmdbId).effective).toBe(1)
    await radarr.release(FILM.tmdbId)
    radarr.progress(FILM.tmdbId, 100)
    await radarr.import(FILM.tmdbId)
    await ready(house)
    expect(told(house)).toHaveLength(1)
  })

  it('tells once, though it is killed while the direct message goes out', { timeout: 180_000 }, async () => {
    const { stage } = house
    const { discord, anna, radarr } = stage
    await approveFilm(stage, silent)
    const dm = stage.world.directMessages(anna)
    const stopDelay = discord.rest.delay(`POST /channels/${dm.id}/messages`, 1_500)
    await radarr.release(FILM.tmdbId)
    radarr.progress(FILM.tmdbId, 100)
    await radarr.import(FILM.tmdbId)
    const db = house.db
    await discord.until(
      async () =>
        (await db.selectFrom('deliveries').select('triedAt').where('triedAt', 'is not', null).execute())
          .length > 0,
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    await house.program().kill()
    stopDelay()
    await house.restart()
    await ready(house)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(told(house)).toHaveLength(1)
  })

  it('tells once, though the answer to the direct message is lost', { timeout: 180_000 }, async () => {
    const { stage } = house
    const { discord, anna, radarr } = stage
    await approveFilm(stage, silent)
    discord.rest.failNext(`POST /channels/${stage.world.directMessages(anna).id}/messages`, 'lost')
    await radarr.release(FILM.tmdbId)
    radarr.progress(FILM.tmdbId, 100)
    await radarr.import(FILM.tmdbId)
    await ready(house)
    expect(told(house)).toHaveLength(1)
  })

  it('loses nothing when Redis is emptied with work in flight', { timeout: 180_000 }, async () => {
    const { stage, redis } = house
    const { discord, bela, desk, radarr } = stage
    radarr.late(800)
    const client = new Redis({ path: redis.url.slice('unix:'.length) })
    const [card] = discord.channel(desk).messages()
    if (card === undefined) throw new Error('no card')
    await (await discord.as(bela).press(card, 'Approve')).settled()
    await client.flushall()
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, LONG)
    await client.flushall()
    radarr.late(20)
    await radarr.release(FILM.tmdbId)
    radarr.progress(FILM.tmdbId, 100)
    await radarr.import(FILM.tmdbId)
    await client.flushall()
    client.disconnect()
    await ready(house)
    expect(radarr.adds(FILM.tmdbId).effective).toBe(1)
    expect(told(house)).toHaveLength(1)
  })

  it('waits while Redis is away, and goes on when it is back, empty', { timeout: 180_000 }, async () => {
    const { stage, redis } = house
    const { discord, bela, desk, radarr } = stage
    await redis.kill()
    const [card] = discord.channel(desk).messages()
    if (card === undefined) throw new Error('no card')
    const answer = await discord.as(bela).press(card, 'Approve')
    expect(answer.kind).toBe('update')
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(radarr.adds(FILM.tmdbId).attempts).toBe(0)
    await redis.restart()
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, LONG)
  })

  it('understands old buttons after a restart', { timeout: 180_000 }, async () => {
    const { stage } = house
    expect(await house.program().stop()).toBe(0)
    await house.restart()
    await approveFilm(stage, silent)
    expect(stage.radarr.adds(FILM.tmdbId).effective).toBe(1)
  })

  it('lets one of two approvers win, and tells the other who it was', { timeout: 180_000 }, async () => {
    const { stage, db } = house
    const { discord, bela, carla, desk, radarr } = stage
    const [card] = discord.channel(desk).messages()
    if (card === undefined) throw new Error('no card')
    const answers = await Promise.all([
      discord.as(bela).press(card, 'Approve'),
      discord.as(carla).press(card, 'Approve'),
    ])
    await Promise.all(answers.map((answer) => answer.settled()))
    const winners = answers.filter(({ kind }) => kind === 'update')
    const losers = answers.filter(({ kind }) => kind === 'message')
    expect([winners.length, losers.length]).toEqual([1, 1])
    const winner = answers[0]?.kind === 'update' ? bela : carla
    expect(losers[0]?.text()).toContain(`<@${winner.id}> approved this`)
    await settled(house)
    expect(radarr.adds(FILM.tmdbId)).toEqual({ attempts: 1, effective: 1 })
    const lines = await db.selectFrom('audit').select('id').where('action', '=', 'request.approve').execute()
    expect(lines).toHaveLength(1)
  })
})
