import type { ActionDeps } from '../actions/define.ts'
import { connect } from '../db/connect.ts'
import { findHome } from '../db/queries/home.ts'
import { countOpenWork, takeOverWork } from '../db/queries/work.ts'
import { createClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { createVault } from '../platform/crypto.ts'
import { CannotStart, holdDatabase, openDataDir, readSecretKey } from '../platform/data-dir.ts'
import { createIds } from '../platform/ids.ts'
import { createLogger, createScrubber, type Log, type Scrubber } from '../platform/logger.ts'
import { createMetrics } from '../platform/metrics.ts'
import { type Stop, stopInOrder } from '../platform/shutdown.ts'
import { openSchema } from './open-schema.ts'
import { type Closing, startRoles } from './roles.ts'
import { checkKey, claimCode } from './secrets.ts'

const STOP_MS = 18_000

/** Why the program ends. */
type Reason = CannotStart | Error | 'asked'

/** Resolves when the program is asked to stop, or when something happens that only a person can mend. */
const untilEnd = () => {
  let end: (reason: Reason) => void = () => undefined
  const ended = new Promise<Reason>((settle) => {
    end = settle
  })
  // Listeners stay: a signal that comes twice must not end the stop that the first one began.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end('asked'))
  process.once('uncaughtException', (error) => end(error))
  process.once('unhandledRejection', (reason) =>
    end(reason instanceof Error ? reason : new Error(String(reason))),
  )
  return { ended, end }
}

const exitCode = (reason: Reason, log: Log): number => {
  if (reason === 'asked') return 0
  if (reason instanceof CannotStart) {
    process.stderr.write(`${reason.message}\n`)
    return reason.exitCode
  }
  log.error({ err: reason }, 'Usherr failed')
  return 1
}

/** The password in an address, as it is written there and as it is meant. */
const passwordsIn = (url: string | undefined): string[] => {
  if (url === undefined || !URL.canParse(url)) return []
  const { password } = new URL(url)
  if (password === '') return []
  try {
    return [password, decodeURIComponent(password)]
  } catch {
    return [password]
  }
}

const secretsOf = ({ discord, secretKey, tmdb, http, database, redisUrl }: Config): string[] =>
  [
    discord.token,
    secretKey,
    tmdb.token,
    http.metricsToken,
    redisUrl,
    ...(database.kind === 'postgres' ? [database.url, ...passwordsIn(database.url)] : []),
    ...passwordsIn(redisUrl),
  ].filter((secret) => secret !== undefined)

/** Opens the ledger and starts the roles on it. */
const start = async (
  config: Config,
  { log, scrubber }: { log: Log; scrubber: Scrubber },
  closing: Closing,
  end: (reason: Reason) => void,
): Promise<void> => {
  const dataDir = openDataDir(config.dataDir)
  closing('data folder', dataDir.release)
  if (config.database.kind === 'sqlite' && config.database.path !== ':memory:')
    closing('database lock', holdDatabase(config.database.path))
  const secretKey = readSecretKey(dataDir, config.secretKey)
  scrubber.hide(Buffer.from(secretKey).toString('base64'))
  const clock = createClock(config.clockRate)
  const db = connect(config.database)
  closing('database', () => db.destroy())
  await openSchema(db, clock, log)
  // SQLite means that this process is the only one: what an earlier one had in hand is ours at once.
  if (config.database.kind === 'sqlite') await takeOverWork(db)
  const vault = createVault(secretKey, scrubber.hide)
  await checkKey(db, vault)

  const code = claimCode(secretKey)
  const actions: ActionDeps = { db, clock, ids: createIds(), poke: () => undefined }
  const metrics = createMetrics(() => countOpenWork(db))
  await startRoles(
    { config, actions, vault, secretKey, claimCode: code, metrics, log, dataDir: dataDir.path },
    closing,
    end,
  )
  if (config.roles.includes('bot') && (await findHome(db)) === undefined) {
    log.info({ event: 'start', claimCode: code }, 'no server is home yet: run /setup there')
  }
  log.info({ event: 'start', name: 'usherr', outcome: 'ready', roles: config.roles }, 'Usherr is ready')
}

/**
 * Starts everything that the configuration asks for, and stops it in order when asked, also while it still starts.
 * What was opened last is closed first; what is begun is finished or handed back. Returns the exit code.
 * @throws CannotStart when the surroundings don't allow it
 */
export const run = async (config: Config): Promise<number> => {
  const scrubber = createScrubber()
  for (const secret of secretsOf(config)) scrubber.hide(secret)
  const log = createLogger(config.log, scrubber)
  const { ended, end } = untilEnd()
  const stops: Stop[] = []
  try {
    const starting = start(config, { log, scrubber }, (name, stop) => void stops.unshift({ name, stop }), end)
    // A start that fails is an end too; after an earlier end nobody waits for it any more.
    starting.catch(() => undefined)
    await Promise.race([starting, ended])
    const reason = await ended
    log.info({ event: 'stop', reason: reason === 'asked' ? 'asked' : 'trouble' }, 'stopping')
    return exitCode(reason, log)
  } finally {
    const inTime = await stopInOrder(stops, STOP_MS, log)
    if (!inTime) log.warn({}, 'stopped before everything was closed')
  }
}
