import { failure, type Refusal } from './answers.ts'
import type { State } from './state.ts'

/** How often somebody tried to add a title, and how often that put it into the library. */
type Tally = { attempts: number; effective: number }

/** How adds behave. */
export type Adding = {
  /** How long the application's metadata service takes, on the wall's clock. */
  metadataMs: number
  /** How many of the next adds lose a race against somebody else's. */
  races: number
  tallies: Map<number, Tally>
}

const METADATA_MS = 20

export const createAdding = (): Adding => ({ metadataMs: METADATA_MS, races: 0, tallies: new Map() })

export const tally = ({ tallies }: Adding, id: number): Tally => {
  const found = tallies.get(id) ?? { attempts: 0, effective: 0 }
  tallies.set(id, found)
  return found
}

/** The driver's words for adds. */
export const addingDriver = (adding: Adding) => ({
  /** Lets every add take so long, on the wall's clock; who gives up meanwhile is added for all the same. */
  late: (ms: number) => {
    adding.metadataMs = ms
  },
  /** Lets the next `times` adds meet somebody else's of the same title: it is there, and they get the database's error. */
  conflict: (times = 1) => {
    adding.races = times
  },
  /** Attempts to add a title, and how many of them added it. */
  adds: (id: number): Tally => ({ ...tally(adding, id) }),
})

/** What the database says to the second of two equal rows: a 409 with SQLite, a 500 with PostgreSQL. */
export const constraintFailed = ({ database }: State, table: string, column: string): Refusal =>
  database === 'sqlite'
    ? failure(409, `constraint failed\r\nUNIQUE constraint failed: ${table}.${column}`)
    : failure(
        500,
        `23505: duplicate key value violates unique constraint "IX_${table}_${column}"`,
        'Npgsql.PostgresException (0x80004005)',
      )
