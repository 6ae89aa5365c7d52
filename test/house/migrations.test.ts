import { expect, test } from 'vitest'
import { checkFrozen, hashOf, readFrozen, readMigrations } from './migrations.ts'

test('migrations are as they were when they landed', () => {
  expect(checkFrozen(readMigrations(), readFrozen())).toEqual([])
})

test('they are numbered without a gap', () => {
  const numbers = readMigrations().map(({ path }) => Number(/(\d+)_/.exec(path)?.[1]))
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})

const first = { path: 'migrations/0001_a.ts', source: 'one' }

test.each([
  ['changed', [{ ...first, source: 'two' }], { [first.path]: hashOf(first) }, 'has changed'],
  ['removed', [], { [first.path]: hashOf(first) }, 'is gone'],
  ['added', [first], {}, 'is new'],
])('one that was %s is noticed', (_, migrations, frozen, said) => {
  expect(checkFrozen(migrations, frozen)).toEqual([expect.stringContaining(said)])
})
