import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createDatabase } from './postgres.ts'

const [one, other] = await Promise.all([createDatabase(), createDatabase()])
afterAll(() => Promise.all([one.drop(), other.drop()]))

const ask = async (url: string, statement: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test('a test file has a database of its own', async () => {
  await ask(one.url, 'create table seats (number integer)')
  expect(await ask(one.url, 'select count(*)::integer as n from seats')).toEqual([{ n: 0 }])
  await expect(ask(other.url, 'select * from seats')).rejects.toThrow('does not exist')
})

test('letters beyond ASCII fold as people expect', async () => {
  expect(await ask(one.url, `select lower('ÉÄ') as folded`)).toEqual([{ folded: 'éä' }])
})
