import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FIND, readFind } from '../../../src/domain/watchlists/members.ts'

it.each([
  ['Anna', 'anna'],
  ['  anna_films ', 'anna_films'],
  ['a:b%c', 'abc'],
  ['Ångström', 'ångström'],
  ['x'.repeat(40), 'x'.repeat(24)],
  ['', undefined],
  ['%%%', undefined],
  [' : ', undefined],
])('%j is looked for as %j', (typed, find) => {
  expect(readFind(typed)).toBe(find)
})

it('whatever is typed, it is something that a button can carry, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const find = readFind(typed)
      expect(find === undefined || (FIND.test(find) && find.isWellFormed())).toBe(true)
      expect(find === undefined ? undefined : readFind(find)).toBe(find)
    }),
  )
})
