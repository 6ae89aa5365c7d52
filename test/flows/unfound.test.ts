import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { approveFilm, askForFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { DAY, HOUR } from '../../src/platform/clock.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { isIdle, isRelayed } from './support/idle.ts'

const HURRY = { CLOCK_RATE: '60' }
const raise = (what: string): never => {
  throw new Error(what)
}

describe.each(databases)('a film that nobody finds, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  /** Makes the search, and what was asked and answered, so much older, and has it looked at now. */
  const pass = async (ms: number): Promise<void> => {
    const { db } = house
    await db
      .updateTable('requests')
      .set((eb) => ({ lookingSince: eb('lookingSince', '-', ms), askAt: 0 }))
      .execute()
    await db
      .updateTable('followers')
      .set((eb) => ({
        createdAt: eb('createdAt', '-', ms),
        askedAt: eb('askedAt', '-', ms),
        waitsUntil: eb('waitsUntil', '-', ms),
      }))
      .execute()
    await db.updateTable('schedules').set({ dueAt: 1 }).where('name', '=', 'ask-unfound').execute()
    await house.stage.discord.until(async () => {
      const { dueAt } = await db
        .selectFrom('schedules')
        .select('dueAt')
        .where('name', '=', 'ask-unfound')
        .executeTakeFirstOrThrow()
      // What a job left behind shows in the outbox, then as work.
      return dueAt > 1 && (await isIdle(db)) && (await isRelayed(db)) && (await isIdle(db))
    }, 20_000)
  }

  it('is asked about once, and each may wait, search or leave', { timeout: 120_000 }, async () => {
    house = await openHouse(kind, HURRY)
    const { stage, db } = house
    const { discord, anna, carla, dario, requests, radarr } = stage
    await setUp(stage, silent)
    await askForFilm(stage, silent)
    await approveFilm(stage, silent)
    const status = () => discord.channel(requests).messages()[0] ?? raise('there is no card')
    for (const who of [carla, dario]) await (await discord.as(who).press(status(), 'Me too')).settled()
    await discord.until(() => textOf(status()).includes('Looking for a copy'), 20_000)

    await pass(23 * HOUR)
    expect(discord.dms(anna)).toEqual([])
    await pass(2 * HOUR)
    const questions = (who: typeof anna) =>
      discord.dms(who).filter((message) => textOf(message).includes('nothing found yet'))
    for (const who of [anna, carla]) {
      expect(questions(who).map(textOf)).toEqual([
        expect.stringMatching(
          /looking since <t:\d+:D>.*\n.*\n\[Keep waiting\]\n\[Search again\]\n\[Withdraw\]/,
        ),
      ])
    }
    const mention = discord.channel(requests).messages().at(-1) ?? raise('nobody told Dario')
    expect(textOf(mention)).toContain(`<@${dario.id}>, this one is for you`)
    expect(textOf(mention)).not.toContain('[')

    const asker = discord.as(anna)
    await (await asker.press(questions(anna)[0], 'Keep waiting')).settled()
    expect(textOf(questions(anna)[0] ?? raise('gone'))).toMatch(/I ask again on <t:\d+:D>/)
    const second = discord.as(carla)
    const search = async () =>
      (await (await second.press(questions(carla)[0], 'Search again')).settled()).text()
    expect(await search()).toContain('Searching again')
    expect(await search()).toContain('searched for just now')

    await house.program().kill()
    await house.restart()
    await pass(6 * DAY)
    expect([questions(anna).length, questions(carla).length]).toEqual([1, 1])
    // A fast clock begins at the present when the program starts again, so that it may be some hours behind.
    await pass(DAY + 6 * HOUR)
    expect([questions(anna).length, questions(carla).length]).toEqual([2, 1])

    const left = await (await second.press(questions(carla)[0], 'Withdraw')).settled()
    expect(left.text()).toContain('Others still wait for it')
    const third = discord.as(dario)
    const list = await (await third.slash('requests')).settled()
    const details = await (await third.press(list, 'Open')).settled()
    await (await third.press(details, 'Withdraw')).settled()
    expect(details.text()).toContain('You’re off the list')
    await discord.until(() => textOf(status()).includes(`Asked by <@${anna.id}>`), 10_000)
    const { id } = await db.selectFrom('requests').select('id').executeTakeFirstOrThrow()
    const forged = await (await third.raw({ data: { custom_id: `u1:leave:${id}` } })).settled()
    expect(forged.text()).toContain('somebody else’s')

    await (await asker.press(questions(anna).at(-1), 'Withdraw')).settled()
    await discord.until(() => textOf(status()).includes('Nobody waits for it any more'), 10_000)
    expect(textOf(status())).toContain('**Withdrawn**')
    expect(radarr.movie(FILM.tmdbId).monitored).toBe(true)
    const before = [anna, carla, dario].map((who) => discord.dms(who).length)
    await radarr.release(FILM.tmdbId)
    radarr.progress(FILM.tmdbId, 100)
    await radarr.import(FILM.tmdbId)
    await pass(DAY)
    expect([anna, carla, dario].map((who) => discord.dms(who).length)).toEqual(before)
  })
})
