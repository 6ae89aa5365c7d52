import { dirname, resolve } from 'node:path'
import type { ActionDeps } from '../actions/define.ts'
import { connect } from '../db/connect.ts'
import { findHome } from '../db/queries/home.ts'
import { countOpenWork, takeOverWork } from '../db/queries/work.ts'
import { createClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { createVault } from '../platform/crypto.ts'
import { CannotStart, holdDatabase, openDataDir, readSecretKey } from '../platform/data-dir.ts'
import { createIds } from '../platform/ids.ts'
import { createLogger, createScrubber, type Log } from '../platform/logger.ts'
import { createMetrics } from '../platform/metrics.ts'
import { type Stop, stopInOrder } from '../platform/shutdown.ts'
import { openSchema } from './open-schema.ts'
import { startRoles } from './roles.ts'
import { checkKey, claimCode } from './secrets.ts'

const STOP_MS = 18_000

/** Resolves when the program is asked to stop, or when something happens that only a person can mend. */
const untilEnd = () => {
  let end: (reason: CannotStart | Error | 'asked') => void = () => undefined
  const ended = new Promise<CannotStart | Error | 'asked'>((settle) => {
    end = settle
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end('asked'))
  process.once('uncaughtException', (error) => end(error))
  process.once('unhandledRejection', (reason) =>
    end(reason instanceof Error ? reason : new Error(String(reason))),
  )
  return { ended, end }
}

const exitCode = (reason: CannotStart | Error | 'asked', log: Log): number => {
  if (reason === 'asked') return 0
  if (reason instanceof CannotStart) {
    process.stderr.write(`${reason.message}\n`)
    return reason.exitCode
  }
  log.error({ err: reason }, 'Usherr failed')
  return 1
}

/**
 * Builds everything from the configuration, starts the roles, and stops in order when asked. What was opened last
 * is closed first; what is begun is finished or handed back. Returns the exit code.
 * @throws CannotStart when the surroundings don't allow it
 */
export const run = async (config: Config): Promise<number> => {
  const scrubber = createScrubber()
  for (const secret of [
    config.discord.token,
    config.secretKey,
    config.tmdb.token,
    config.http.metricsToken,
  ]) {
    if (secret !== undefined) scrubber.hide(secret)
  }
  const log = createLogger(config.log, scrubber)
  const { ended, end } = untilEnd()
  const stops: Stop[] = []
  const closing = (name: string, stop: Stop['stop']): void => void stops.unshift({ name, stop })
  try {
    const dataDir = openDataDir(config.dataDir)
    closing('data folder', dataDir.release)
    if (config.database.kind === 'sqlite' && resolve(dirname(config.database.path)) !== dataDir.path) {
      closing('database lock', holdDatabase(config.database.path))
    }
    const secretKey = readSecretKey(dataDir, config.secretKey)
    const clock = createClock(config.clockRate)
    const db = connect(config.database)
    closing('database', () => db.destroy())
    await openSchema(db, clock, log)
    // SQLite means that this process is the only one: what an earlier one had in hand is ours at once.
    if (config.database.kind === 'sqlite') await takeOverWork(db)
    const vault = createVault(secretKey)
    await checkKey(db, vault)

    const actions: ActionDeps = { db, clock, ids: createIds(), poke: () => undefined }
    const code = claimCode(secretKey)
    await startRoles(
      {
        config,
        actions,
        vault,
        secretKey,
        claimCode: code,
        metrics: createMetrics(() => countOpenWork(db)),
        log,
        dataDir: dataDir.path,
      },
      closing,
      end,
    )
    if (config.roles.includes('bot') && (await findHome(db)) === undefined) {
      log.info({ event: 'start', claimCode: code }, 'no server is home yet: run /setup there')
    }
    log.info({ event: 'start', name: 'usherr', outcome: 'ready', roles: config.roles }, 'Usherr is ready')
    const reason = await ended
    log.info({ event: 'stop', reason: reason === 'asked' ? 'asked' : 'trouble' }, 'stopping')
    return exitCode(reason, log)
  } finally {
    const inTime = await stopInOrder(stops, STOP_MS, log)
    if (!inTime) log.warn({}, 'stopped before everything was closed')
  }
}
