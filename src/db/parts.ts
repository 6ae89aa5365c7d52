/** A statement holds so many values at most: 32,766 with SQLite, 65,535 with PostgreSQL. */
const ROWS_AT_ONCE = 1_000

/** Rows in as many parts as it takes for each to fit in a statement, or to be of a size. */
export const inParts = <Row>(rows: readonly Row[], size = ROWS_AT_ONCE): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size))
