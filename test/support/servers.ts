import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Unix socket at which a test asks for the run's PostgreSQL. */
    door: string
  }
}

// PostgreSQL refuses to run as root, and another user could not enter a private folder that TMPDIR may name.
const base = process.getuid?.() === 0 ? '/tmp' : tmpdir()

/** One PostgreSQL for the whole run, started when the first test asks at the door: most files need none. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(base, 'usherr-test-'))
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
  project.provide('door', join(folder, 'door'))

  return async () => {
    door.close()
    await postgres?.then((server) => server.stop()).catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  }
}
