import type { Query } from './query.ts'

const DIRECTIONS = ['default', 'ascending', 'descending']

/** One column that a list may be sorted by. */
type Column<T> = (row: T) => number | string

/**
 * One page of rows as the API shows it. Without words to the contrary: ten rows, downwards. With `turnsBack`, a page
 * past the end is an earlier one, with that one's number, as the queue has it.
 */
export const page = <T>(
  rows: readonly T[],
  query: Query,
  columns: Record<string, Column<T>>,
  fallback: string,
  show: (row: T) => unknown,
  turnsBack = false,
) => {
  const sent = query.text('sortDirection')?.toLowerCase()
  const sortDirection =
    DIRECTIONS.find((word, place) => word === sent || String(place) === sent) ?? 'descending'
  const sortKey = query.text('sortKey') ?? fallback
  const asked = Math.max(1, query.int('page') ?? 1)
  const pageSize = Math.max(1, query.int('pageSize') ?? 10)
  const isPast = (asked - 1) * pageSize >= rows.length
  const number = turnsBack && isPast ? Math.max(1, Math.floor(rows.length / pageSize)) : asked
  const column = columns[sortKey] ?? columns[fallback] ?? (() => 0)
  const sign = sortDirection === 'ascending' ? 1 : -1
  const sorted = [...rows].sort((one, other) => {
    const [mine, theirs] = [column(one), column(other)]
    return mine === theirs ? 0 : mine < theirs ? -sign : sign
  })
  return {
    page: number,
    pageSize,
    sortKey,
    sortDirection,
    totalRecords: rows.length,
    records: sorted.slice((number - 1) * pageSize, number * pageSize).map(show),
  }
}
