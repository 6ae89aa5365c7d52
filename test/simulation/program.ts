import type { Redis as RealRedis } from 'ioredis'
import type { ActionDeps } from '../../src/actions/define.ts'
import type { Db } from '../../src/db/connect.ts'
import type { Clock } from '../../src/platform/clock.ts'
import type { Sealed, Vault } from '../../src/platform/crypto.ts'
import type { Log } from '../../src/platform/logger.ts'
import type { Metrics } from '../../src/platform/metrics.ts'
import type { JobDeps } from '../../src/workers/deps.ts'
import type { Life } from './life.ts'
import type { Core } from './load.ts'
import type { Polls } from './polls.ts'
import type { SimulatedRedis } from './redis.ts'
import { violate, type World } from './world.ts'

/** A process of the program. */
export type Program = {
  readonly core: Core
  readonly life: Life
  /** What a command of somebody's, or a webhook, is given. */
  readonly actions: ActionDeps
  readonly job: JobDeps
  /** Counts a call or a look into the database, which may be its last. */
  step(): void
}

/** What one process is made of, besides the world. */
export type Parts = Readonly<{
  core: Core
  name: string
  redis(life: Life): SimulatedRedis
  polls: Polls
  outside(program: () => Program): Pick<JobDeps, 'discord' | 'radarr' | 'sonarr' | 'arr'>
  /** Whether no other process is on the database, so that this one may take over all that was in hand. */
  alone: boolean
  died(life: Life): void
}>

const nothing = (): void => undefined

/** A handle of one process: before it gets the connection it may have to wait, and when its process died it never does. */
const handleOf = (world: World, life: Life, step: () => void): Db => {
  const { random, timeline } = world
  const shared = world.ledger.db
  const { plugins } = shared.getExecutor()
  const db = plugins.reduce((bare, plugin) => bare.withPlugin(plugin), shared.withoutPlugins())
  const executor = db.getExecutor()
  const provide = executor.provideConnection.bind(executor)
  const paused = (): Promise<void> =>
    new Promise((resolve) => {
      timeline.after(random.between(1, 2_000), () => {
        if (life.alive) resolve()
        return life.alive
      })
    })
  const dead = new Promise<never>(nothing)
  Object.assign(executor, {
    provideConnection: async (...args: Parameters<typeof provide>) => {
      if (random.chance(world.weather.pause)) await paused()
      step()
      return life.alive ? provide(...args) : dead
    },
  })
  return db
}

const vault: Vault = { seal: (_, secret) => secret as Sealed, open: (_, sealed) => sealed }

const metrics = { jobs: { labels: () => ({ observe: nothing }) } } as unknown as Metrics

/** A log that is the trace; an error that nobody meant to throw breaks a rule. */
const logOf = (world: World, life: Life): Log => {
  const write = (fields: object, text: string): void => {
    if (!life.alive) return
    const { detail, subject, attempt, outcome, err } = fields as Record<string, unknown>
    world.trace(life.name, text, String(subject ?? ''), String(attempt ?? ''), String(detail ?? ''))
    if (outcome === 'bug') violate(world, 'no job throws what it did not mean to', `${text} ${err}`)
  }
  const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log }
  return log
}

/** Starts a process: the program's own relay, sweeper and workers, on the simulated outside. */
export const startProgram = async (world: World, parts: Parts): Promise<Program> => {
  const { core, name, polls, alone } = parts
  const { timeline, random } = world
  const life: Life = { name, alive: true, stepsLeft: undefined, awayMs: 0 }
  const step = (): void => {
    if (!life.alive || life.stepsLeft === undefined) return
    life.stepsLeft -= 1
    if (life.stepsLeft >= 0) return
    life.alive = false
    world.trace(name, 'is killed')
    core.forgetMemory()
    parts.died(life)
  }
  core.forgetMemory()
  const db = handleOf(world, life, step)
  if (alone) await core.takeOverWork(world.ledger.db)
  const clockOf = (sleep: Clock['sleep']): Clock => ({ now: timeline.now, sleep, real: (ms) => ms })
  const clock = clockOf(() => new Promise<void>(nothing))
  const ids = core.createIds(random.bytes)
  const log = logOf(world, life)
  const line = parts.redis(life)
  const connection = { redis: line, setnx: line.setnx } as unknown as RealRedis
  const jobs = core.readJobs()
  const queues = core.createQueues(connection, core.queueOf(jobs), ids.next(timeline.now()))
  const relay = core.startRelay({
    db,
    clock: clockOf((ms) => polls.relay(life, ms)),
    log,
    enqueue: queues.enqueue,
  })
  const poke = (): void => {
    if (polls.isRelayDue()) relay.poke()
  }
  core.startSweeper({
    db,
    clock: clockOf((ms) => polls.sweeper(life, ms)),
    ids,
    log,
    carrier: queues.carrier,
    poke,
    owner: name,
  })
  const actions: ActionDeps = { db, clock, ids, poke }
  const program: Program = {
    core,
    life,
    actions,
    step,
    job: {
      ...actions,
      shares: core.createShares(clock),
      ...parts.outside(() => program),
      vault,
      plex: () => ({}) as ReturnType<JobDeps['plex']>,
      serversOf: async () => [],
      askMember: async () => undefined,
      titles: { details: async () => undefined },
      applicationId: 'usherr',
      imageUrl: 'http://images',
      publicUrl: 'http://usherr',
      log,
      random: random.float,
    },
  }
  core.startWorkers(connection, { job: program.job, metrics, jobs, poke })
  return program
}
