import { expect, it } from 'vitest'
import { pageWithin } from '../../src/commands/page.ts'

const SIZE = 3

/** A list of so many letters, which notes what it is asked for. */
const listOf = (count: number) => {
  const asked: number[] = []
  const ask = async (page: number, size: number) => {
    asked.push(page)
    const letters = [...'abcdefghij'].slice(0, count)
    return { letters: letters.slice(page * size, (page + 1) * size).join(''), total: count }
  }
  return { ask, asked }
}

it.each([
  { what: 'the first page', count: 7, wanted: 0, letters: 'abc', page: 0, pages: 3 },
  { what: 'the last page', count: 7, wanted: 2, letters: 'g', page: 2, pages: 3 },
  { what: 'a page that is full', count: 6, wanted: 1, letters: 'def', page: 1, pages: 2 },
  { what: 'all of an empty list', count: 0, wanted: 0, letters: '', page: 0, pages: 1 },
])('shows $what, and asks once', async ({ what: _, count, wanted, ...shown }) => {
  const { ask, asked } = listOf(count)
  expect(await pageWithin(wanted, SIZE, ask)).toEqual({ ...shown, total: count })
  expect(asked).toEqual([wanted])
})

it.each([
  { what: 'one page less', count: 6, wanted: 2, letters: 'def', page: 1, pages: 2 },
  { what: 'many pages less', count: 7, wanted: 9, letters: 'g', page: 2, pages: 3 },
  { what: 'nothing left', count: 0, wanted: 4, letters: '', page: 0, pages: 1 },
])('shows the last page of a list with $what', async ({ what: _, count, wanted, ...shown }) => {
  const { ask, asked } = listOf(count)
  expect(await pageWithin(wanted, SIZE, ask)).toEqual({ ...shown, total: count })
  expect(asked).toEqual([wanted, shown.page])
})
