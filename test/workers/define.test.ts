import { expect, it } from 'vitest'
import { later } from '../../src/workers/define.ts'

it('comes back after whole milliseconds, never too early', () => {
  expect(later(7_432.019, 'a pause')).toEqual({ end: 'wait', ms: 7_433, why: 'a pause' })
  expect(later(20, 'a pause')).toMatchObject({ ms: 20 })
})
