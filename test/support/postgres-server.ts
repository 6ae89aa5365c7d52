import { execFile, execFileSync } from 'node:child_process'
import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { findPostgres } from '../../scripts/find.mjs'
import { startTethered, untilListening } from './tethered.ts'

/** A private PostgreSQL that listens on a Unix socket in `socketFolder` only. */
export type PostgresServer = { readonly socketFolder: string; stop(): Promise<void> }

const run = promisify(execFile)

// Nothing here has to survive a power cut.
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** @throws in one line when PostgreSQL is not installed or does not start */
export const startPostgres = async (folder: string): Promise<PostgresServer> => {
  const programs = findPostgres()
  if (!programs) {
    throw new Error(
      'PostgreSQL is not installed. Run npm test, which installs it where it can, or install the package postgresql.',
    )
  }
  const data = join(folder, 'data')
  const identity = unprivileged()
  await mkdir(folder)
  if (identity) await chown(folder, identity.uid, identity.gid)

  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const cluster = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '--no-sync',
    '-E',
    'UTF8',
    `--locale=${locale}`,
  ]
  await run(join(programs, 'initdb'), cluster, { ...identity, cwd: folder })

  const settings = [
    ...FAST,
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'unix_socket_permissions=0700',
    'max_connections=200',
  ].flatMap((setting) => ['-c', setting])
  const server = startTethered(join(programs, 'postgres'), ['-D', data, ...settings], {
    ...identity,
    cwd: folder,
  })
  await untilListening(server, () => connects(folder))
  return { socketFolder: folder, stop: () => server.end('SIGINT') }
}

const connects = async (host: string): Promise<boolean> => {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Root may not run PostgreSQL: the account that its package made, else the one that owns nothing. */
const unprivileged = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (which: string) =>
        Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: 'pipe' }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {}
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody.')
}
