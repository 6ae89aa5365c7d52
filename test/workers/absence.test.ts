import { afterEach, expect, it } from 'vitest'
import { MINUTE } from '../../src/platform/clock.ts'
import { noticeAbsence } from '../../src/workers/absence.ts'
import { startDueSchedules } from '../../src/workers/sweeper.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { bench } from './support/bench.ts'

onEachDatabase('an absence of ours', (ledger) => {
  afterEach(async () => {
    for (const table of ['work', 'schedules'] as const) await ledger.db.deleteFrom(table).execute()
  })
  const begun = async () => {
    const table = bench(ledger.db)
    await startDueSchedules(table.deps)
    return table
  }
  const caughtUp = async () =>
    (await ledger.db.selectFrom('work').select('id').where('job', '=', 'catch-up').execute()).length

  it('is none on the first day', async () => {
    expect(await noticeAbsence(bench(ledger.db).deps)).toBe(false)
  })

  it('is none while all is done in its time, nor when it is a little late', async () => {
    const { deps, clock } = await begun()
    expect(await noticeAbsence(deps)).toBe(false)
    clock.pass(2 * MINUTE)
    expect(await noticeAbsence(deps)).toBe(false)
    expect(await caughtUp()).toBe(0)
  })

  it('is noticed afterwards, once', async () => {
    const { deps, clock } = await begun()
    clock.pass(4 * MINUTE)
    expect(await noticeAbsence(deps)).toBe(true)
    expect(await noticeAbsence(deps)).toBe(true)
    expect(await caughtUp()).toBe(1)
    await startDueSchedules(deps)
    expect(await noticeAbsence(deps)).toBe(false)
  })

  it('may have been one when the clock was set back', async () => {
    const { deps, clock } = await begun()
    clock.pass(-5 * MINUTE)
    expect(await noticeAbsence(deps)).toBe(true)
    expect(await caughtUp()).toBe(1)
  })
})
