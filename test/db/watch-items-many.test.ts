import { type Compilable, sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { friend } from '../actions/support/lists.ts'
import { onEachDatabase } from './support/ledger.ts'

const MANY = 100_000
const NUMBERS = Array.from({ length: MANY }, (_, at) => at)

const parts = function* <T>(rows: readonly T[], size = 2_000): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size)
}

onEachDatabase('a list of a hundred thousand titles', (ledger) => {
  let plexId = ''
  beforeAll(async () => {
    plexId = (await friend(ledger)).plexId
    await ledger.write(async (tx) => {
      for (const part of parts(NUMBERS)) {
        const titles = part.map((at) => ({
          id: `t${at}`,
          kind: 'film' as const,
          name: `f${at}`,
          facts: '{}',
          fetchedAt: 0,
        }))
        await tx.insertInto('titles').values(titles).execute()
        const refs = part.map((at) => ({
          kind: 'film' as const,
          source: 'plex' as const,
          value: `p${at}`,
          titleId: `t${at}`,
        }))
        await tx.insertInto('titleIds').values(refs).execute()
        const blank = { state: 'before' as const, addedAt: 1, seenPass: 1, missed: 0, follows: 0 as const }
        const items = part.map((at) => ({ id: `i${at}`, plexId, titleId: `t${at}`, ...blank }))
        await tx.insertInto('watchItems').values(items).execute()
      }
    })
    await sql`analyze`.execute(ledger.db)
  })

  const planOf = async (query: Compilable): Promise<string> => {
    const { sql: text, parameters } = query.compile()
    const how = ledger.kind === 'sqlite' ? 'explain query plan' : 'explain'
    const given = [...parameters]
    const asked = ledger.kind === 'sqlite' ? text.split('?') : text.split(/\$\d+/)
    const raw = sql.join(
      asked.flatMap((piece, at) => [sql.raw(piece), ...(at < given.length ? [sql.lit(given[at])] : [])]),
      sql``,
    )
    const { rows } = await sql<Record<string, unknown>>`${sql.raw(how)} ${raw}`.execute(ledger.db)
    return rows.map((row) => String(row.detail ?? row['QUERY PLAN'])).join('\n')
  }
  /** No table of them is read from one end to the other. */
  const isByIndex = (plan: string): boolean => !/SCAN|Seq Scan/.test(plan)

  it('is matched with what a page shows by an index', async () => {
    const keys = NUMBERS.slice(0, 100).map((at) => `p${at * 7}`)
    const plan = await planOf(
      ledger.db
        .selectFrom('titleIds')
        .select(['value', 'titleId'])
        .where('source', '=', 'plex')
        .where('kind', 'in', ['film', 'show'])
        .where('value', 'in', keys),
    )
    expect(plan).toSatisfy(isByIndex)
    const ofKind = ledger.db.selectFrom('titleIds').selectAll().where('kind', '=', 'film')
    const led = ofKind.where('source', '=', 'plex').where('value', 'in', keys)
    expect(await planOf(led)).toSatisfy(isByIndex)
  })

  it('is matched with what stands on it by an index', async () => {
    const ids = NUMBERS.slice(0, 100).map((at) => `t${at * 7}`)
    const ofList = ledger.db.selectFrom('watchItems').selectAll().where('plexId', '=', plexId)
    expect(await planOf(ofList.where('titleId', 'in', ids))).toSatisfy(isByIndex)
  })

  it('is found by title, by request and by when it is looked at again, by an index each', async () => {
    const items = ledger.db.selectFrom('watchItems').selectAll()
    expect(await planOf(items.where('titleId', '=', 't5'))).toSatisfy(isByIndex)
    expect(await planOf(items.where('requestId', '=', 'r5'))).toSatisfy(isByIndex)
    expect(await planOf(items.where('retryAt', '<=', 5).orderBy('retryAt').limit(10))).toSatisfy(isByIndex)
    const due = ledger.db.selectFrom('titles').selectAll().where('idsDue', '<=', 5).orderBy('idsDue').limit(5)
    expect(await planOf(due)).toSatisfy(isByIndex)
  })
})
