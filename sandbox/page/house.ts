import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadChecks } from '../discord/checks/index.ts'
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
  /** The newest lines that the program wrote. */
  lastWords(): readonly string[]
  /** Stops the program, lets that many milliseconds pass everywhere, and starts it again. */
  jump(ms: number): Promise<void>
  /** Calls back when the program ended by itself. */
  leave(): Promise<void>
}>

/** Opens a house in a folder of its own, which `leave` removes. */
export const openHouse = async (wish: Pick<StageWish, 'catalogue'> = {}): Promise<PageHouse> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'usherr-sandbox-'))
  const redis = await startRedis(dataDir)
  const stage = await setStage({
    ...wish,
    checks: await loadChecks(),
    dataDir: join(dataDir, 'data'),
    port: await freePort(),
    env: { REDIS_URL: redis.url },
  })
  let state: ReturnType<PageHouse['program']> = 'restarts'
  let program: Program | undefined

  const start = async () => {
    state = 'restarts'
    const started = await stage.start()
    program = started
    state = 'runs'
    void started.ended.then(() => {
      if (program === started && state === 'runs') state = 'ended'
    })
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
  return {
    stage,
    redis,
    program: () => state,
    lastWords: () => program?.lines().slice(-12) ?? [],
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
