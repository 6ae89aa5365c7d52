import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where this run keeps what it needs; gone when the run is. */
    folder: string
  }
}

// PostgreSQL refuses to run as root, and another user could not enter a private folder that TMPDIR may name.
const base = process.getuid?.() === 0 ? '/tmp' : tmpdir()

const PREFIX = 'usherr-test-'

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A run that is killed cannot tidy up; the next one does. */
const removeLeftovers = async (): Promise<void> => {
  const folders = (await readdir(base)).filter((name) => name.startsWith(PREFIX))
  const left = folders.filter((name) => !isRunning(Number.parseInt(name.slice(PREFIX.length), 10)))
  await Promise.all(left.map((name) => rm(join(base, name), { recursive: true, force: true })))
}

/** One PostgreSQL for the whole run, started when the first test asks at the door: most files need none. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await removeLeftovers()
  const folder = await mkdtemp(join(base, `${PREFIX}${process.pid}-`))
  await chmod(folder, 0o711)
  let postgres: Promise<PostgresServer> | undefined

  const door = createServer((visitor) => {
    postgres ??= startPostgres(join(folder, 'postgres'))
    postgres.then(
      (server) => visitor.end(JSON.stringify({ folder: server.socketFolder })),
      (error: Error) => visitor.end(JSON.stringify({ trouble: error.message })),
    )
  })
  await new Promise<void>((resolve) => door.listen(join(folder, 'door'), resolve))
  project.provide('folder', folder)

  return async () => {
    door.close()
    await postgres?.then((server) => server.stop()).catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  }
}
