import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadChecks } from '../../sandbox/discord/checks/index.ts'
import { freePort } from '../../sandbox/free-port.ts'
import type { Program } from '../../sandbox/program.ts'
import { type Stage, type StageWish, setStage } from '../../sandbox/stage.ts'
import { connect, type Db } from '../../src/db/connect.ts'
import { createDatabase } from './postgres.ts'
import { startRedis, type TestRedis } from './redis.ts'

/** The databases that everything has to work on. */
export const databases = ['sqlite', 'postgres'] as const

export type DatabaseKind = (typeof databases)[number]

/** A stage, with the real program on it, and a look into its database. */
export type House = Readonly<{
  stage: Stage
  /** Where the program keeps its data. */
  dataDir: string
  redis: TestRedis
  /** The program that runs now; another one after `restart`. */
  program(): Program
  /** Starts the program again after it was stopped or killed. */
  restart(env?: Readonly<Record<string, string>>): Promise<Program>
  db: Db
  /**
   * Stops everything; fails when the program broke one of Discord's rules, or met a bug of its own. What matches
   * `forgiven` is none: the test itself brought it about.
   */
  leave(forgiven?: RegExp): Promise<void>
}>

/** Opens a house for one test: stand-ins, a database of the kind, a Redis of its own, and the program. */
export const openHouse = async (
  kind: DatabaseKind,
  env: Readonly<Record<string, string>> = {},
  wish: Pick<StageWish, 'catalogue'> = {},
): Promise<House> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'usherr-house-'))
  const postgres = kind === 'postgres' ? await createDatabase() : undefined
  const redis = await startRedis()
  const settings =
    postgres === undefined
      ? ({ kind: 'sqlite', path: join(dataDir, 'usherr.db') } as const)
      : ({ kind: 'postgres', url: postgres.url } as const)
  /** What ended in an error that nobody meant to throw. It is tried again, and so might go unnoticed. */
  const bugs: string[] = []
  const stage = await setStage({
    ...wish,
    heard: (line) => {
      if (line.includes('"outcome":"bug"')) bugs.push(line)
    },
    checks: await loadChecks(),
    dataDir,
    port: await freePort(),
    env: { REDIS_URL: redis.url, ...(postgres === undefined ? {} : { DATABASE_URL: postgres.url }), ...env },
  })
  let program = await stage.start()
  const db = connect(settings)
  return {
    stage,
    dataDir,
    redis,
    db,
    program: () => program,
    restart: async (more = {}) => {
      program = await stage.start(more)
      return program
    },
    leave: async (forgiven) => {
      await program.kill()
      await db.destroy()
      await stage.close()
      await redis.stop()
      await postgres?.drop()
      await rm(dataDir, { recursive: true, force: true })
      const { breaches } = stage.discord
      if (breaches.length > 0) throw new Error(`Discord’s rules were broken: ${JSON.stringify(breaches)}`)
      const own = bugs.filter((line) => forgiven?.test(line) !== true)
      if (own.length > 0)
        throw new Error(`The program met bugs of its own: ${own.join('\n').slice(0, 4_000)}`)
    },
  }
}
