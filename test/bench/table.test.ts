import { expect, it } from 'vitest'
import type { Row } from '../../bench/kit/row.ts'
import { printTable } from '../../bench/kit/table.ts'

const row: Row = {
  benchmark: 'calls',
  of: 'ten members',
  value: 2,
  baseline: 3_000,
  unit: 'calls',
  reach: '2 in all',
  isReached: true,
}

it('puts what was measured beside its baseline', () => {
  const missed: Row = { ...row, of: 'one', value: 4_000, isReached: false }
  expect(printTable([row, missed]).split('\n')).toEqual([
    '                 measured      baseline       ratio   reach',
    'ten members       2 calls   3,000 calls   1 : 1,500   2 in all   reached',
    'one           4,000 calls   3,000 calls    1 : 0.75   2 in all   MISSED',
  ])
})
