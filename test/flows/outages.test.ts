import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { askForFilm, FILM, fetchFilm } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
// Whatever the database says while its connection is cut or its disk is full, but that a statement or its data is wrong.
afterEach(() =>
  house.leave(
    /^(?!.*"code":"(?:2[23]|42|SQLITE_CONSTRAINT|SQLITE_ERROR)).*"stack":"[^"]*node_modules\/(pg|kysely)\//,
  ),
)

describe('PostgreSQL restarts', () => {
  const endBackends = ({ db }: House) =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(db)

  it('in the middle of queries, and the program goes on', { timeout: 120_000 }, async () => {
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

describe('the disk is full', () => {
  /** No file of the program may grow, as on a full disk; without a size all may again. */
  const limitFiles = (pid: number, bytes: number | 'unlimited') =>
    execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:unlimited`])

  it.skipIf(!existsSync('/usr/bin/prlimit'))('and people are told so until there is room again', async () => {
    house = await openHouse('sqlite')
    const { stage } = house
    const { discord, anna } = stage
    await setUp(stage, silent)
    const title = `film-tmdb-${FILM.tmdbId}`
    limitFiles(house.program().pid, 4_096)
    const refused = await (await discord.as(anna).slash('request', { title })).settled()
    expect(refused.text()).toContain('Nothing was lost')
    const errors = house
      .program()
      .lines()
      .filter((line) => line.includes('"outcome":"bug"'))
    expect(errors.join('\n')).not.toContain('cannot rollback')
    limitFiles(house.program().pid, 'unlimited')
    await askForFilm(stage, silent)
    expect(await house.program().stop()).toBe(0)
  })
})
