import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, type Db } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { databases, type Empty, emptyDatabase } from './support/ledger.ts'

const files = readdirSync('migrations')
  .filter((file) => /^\d{4}_/.test(file))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort()

/** Tables with their columns, as the database has them. */
const schema = async (db: Db): Promise<Record<string, string[]>> => {
  const tables = await db.introspection.getTables()
  return Object.fromEntries(
    tables
      .map(({ name, columns }): [string, string[]] => [name, columns.map((column) => column.name).sort()])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
}

describe.each(databases)('migrating, on %s', (kind) => {
  let empty: Empty
  let db: Db
  beforeEach(async () => {
    empty = await emptyDatabase(kind)
    db = connect(empty.settings)
  })
  afterEach(async () => {
    await db.destroy()
    await empty.drop()
  })

  it('runs each migration once, in order, and nothing the second time', async () => {
    expect(await migrate(db)).toEqual(files)
    const once = await schema(db)
    expect(await migrate(db)).toEqual([])
    expect(await schema(db)).toEqual(once)
  })

  it('keeps what is there', async () => {
    await migrate(db)
    await db.insertInto('people').values({ id: 'mia', needsApproval: 0, createdAt: 1 }).execute()
    await migrate(db)
    expect(await db.selectFrom('people').selectAll().execute()).toEqual([
      { id: 'mia', needsApproval: 0, createdAt: 1 },
    ])
  })

  it('throws when a database is not what it takes it for', async () => {
    await db.schema.createTable('people').addColumn('name', 'text').execute()
    await expect(migrate(db)).rejects.toThrow(/people/)
  })
})

it('both databases end with the same tables and columns', async () => {
  const schemas = await Promise.all(
    databases.map(async (kind) => {
      const { settings, drop } = await emptyDatabase(kind)
      const db = connect(settings)
      await migrate(db)
      const found = await schema(db)
      await db.destroy()
      await drop()
      return found
    }),
  )
  expect(Object.keys(schemas[0] ?? {}).length).toBeGreaterThan(15)
  expect(schemas[0]).toEqual(schemas[1])
})

it('several processes may begin at once on PostgreSQL', async () => {
  const { settings, drop } = await emptyDatabase('postgres')
  const [one, other] = [connect(settings), connect(settings)]
  const ran = await Promise.all([migrate(one), migrate(other), migrate(one)])
  await Promise.all([one.destroy(), other.destroy()])
  await drop()
  expect(ran.flat().sort()).toEqual(files)
})
