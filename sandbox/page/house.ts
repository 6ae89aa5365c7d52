import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadChecks } from '../discord/checks/index.ts'
import { onlyFor } from '../discord/world/add-places.ts'
import { freePort } from '../free-port.ts'
import type { Program } from '../program.ts'
import { type SandboxRedis, startRedis } from '../redis.ts'
import { type Stage, type StageWish, setStage } from '../stage.ts'

/** The real program among stand-ins, with the hands that move the world around it. */
export type PageHouse = Readonly<{
  stage: Stage
  redis: SandboxRedis
  /** How the program is: it restarts when time is let pass. */
  program(): 'runs' | 'restarts' | 'ended'
  /** Stops the program, lets that many milliseconds pass everywhere, and starts it again. */
  jump(ms: number): Promise<void>
  /** Whether the first steps, or the whole story, can still be played for whoever looks on. */
  story(): 'possible' | 'played' | 'done'
  /** Plays them, once; what breaks off can be begun again. */
  play(steps: (stage: Stage) => Promise<void>): Promise<void>
  /** Ends everything and removes what it left. */
  leave(): Promise<void>
}>

type HouseWish = Pick<StageWish, 'catalogue'> & {
  /** Called with the program's last lines when it ends by itself. */
  ended?(lines: readonly string[]): void
}

const LAST_LINES = 12

/** Opens a house in a folder of its own, which `leave` removes. */
export const openHouse = async ({ ended, ...wish }: HouseWish = {}): Promise<PageHouse> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'usherr-sandbox-'))
  const redis = await startRedis(dataDir)
  const stage = await setStage({
    ...wish,
    checks: await loadChecks(),
    dataDir: join(dataDir, 'data'),
    port: await freePort(),
    env: { REDIS_URL: redis.url },
  })
  const { world, desk, approvers } = stage
  // As the guide advises: members don't look on while it is decided.
  desk.overwrites.push(...onlyFor(world.guild, [approvers, world.bot]))
  let state: ReturnType<PageHouse['program']> = 'restarts'
  let program: Program | undefined

  const start = async () => {
    state = 'restarts'
    try {
      const started = await stage.start()
      program = started
      state = 'runs'
      void started.ended.then(() => {
        if (program !== started || state !== 'runs') return
        state = 'ended'
        ended?.(started.lines().slice(-LAST_LINES))
      })
    } catch (error) {
      state = 'ended'
      throw error
    }
  }
  const leave = async () => {
    state = 'ended'
    await program?.kill()
    await stage.close()
    await redis.down()
    await rm(dataDir, { recursive: true, force: true })
  }

  try {
    await start()
  } catch (error) {
    await leave()
    throw error
  }
  let story: ReturnType<PageHouse['story']> = 'possible'

  return {
    stage,
    redis,
    program: () => state,
    story: () => story,
    play: async (steps) => {
      if (story !== 'possible') throw new Error('The first steps were made already')
      story = 'played'
      try {
        await steps(stage)
        story = 'done'
      } catch (error) {
        story = 'possible'
        throw error
      }
    },
    jump: async (ms) => {
      if (state === 'restarts') throw new Error('Usherr is just restarting')
      state = 'restarts'
      await program?.stop()
      await stage.pass(ms)
      await start()
    },
    leave,
  }
}
