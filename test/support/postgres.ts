import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { inject } from 'vitest'
import { z } from 'zod'

/** An empty database of its own in the run's PostgreSQL. */
export type TestDatabase = { readonly url: string; drop(): Promise<void> }

const answer = z.union([z.object({ folder: z.string() }), z.object({ trouble: z.string() })])

const server = async (): Promise<string> => {
  const said = answer.parse(JSON.parse(await text(connect(join(inject('folder'), 'door')))))
  if ('trouble' in said) throw new Error(said.trouble)
  return said.folder
}

const say = async (host: string, statement: string): Promise<void> => {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Makes a database for one test file: call it in `beforeAll`, and `drop` in `afterAll`. */
export const createDatabase = async (): Promise<TestDatabase> => {
  const folder = await server()
  const name = `test_${randomBytes(8).toString('hex')}`
  await say(folder, `create database ${name}`)
  return {
    url: `postgres://postgres@localhost/${name}?host=${encodeURIComponent(folder)}`,
    drop: () => say(folder, `drop database ${name} with (force)`),
  }
}
