import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { askForFilm, FILM, fetchFilm } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
afterEach(() => house.leave())

describe('PostgreSQL restarts', () => {
  const endBackends = ({ db }: House) =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(db)

  it('in the middle of queries, and the program goes on', { timeout: 60_000 }, async () => {
    house = await openHouse('postgres')
    const { stage } = house
    await setUp(stage, silent)
    await askForFilm(stage, silent)
    const person = stage.discord.as(stage.anna)
    for (let round = 0; round < 15; round++) {
      const answers = Array.from({ length: 8 }, () => person.slash('requests'))
      await new Promise((resolve) => setTimeout(resolve, round * 3))
      await endBackends(house)
      for (const { kind } of await Promise.all(answers)) expect(kind).not.toBe('none')
    }
    const { discord, bela, desk, radarr } = stage
    const [card] = discord.channel(desk).messages()
    // Whoever presses at the very moment is told so, and presses again.
    await discord.until(async () => (await discord.as(bela).press(card, 'Approve')).kind === 'update')
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, 10_000)
    await fetchFilm(stage, silent)
    expect(stage.discord.dms(stage.anna)).toHaveLength(1)
  })
})
