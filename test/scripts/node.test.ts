import { expect, test } from 'vitest'
import { isRecent } from '../../scripts/node.mjs'

test.each([
  ['v24.0.0', '>=24', true],
  ['v24.21.0', '>=24', true],
  ['v26.10.0', '>=24', true],
  ['v100.0.0', '>=24', true],
  ['v22.23.3', '>=24', false],
  ['v20.20.2', '>=24', false],
  ['v8.17.0', '>=24', false],
])('Node %s against %s', (version, range, expected) => {
  expect(isRecent(version, range)).toBe(expected)
})
