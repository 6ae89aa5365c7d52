import { type Clock, wallClock } from '../kit/clock.ts'
import { type StandIn, startStandIn } from '../kit/stand-in.ts'
import { catalogue as everyTitle } from './catalogue/catalogue.ts'
import type { Catalogue } from './catalogue/types.ts'
import { createGate } from './gate.ts'
import { serveTmdb } from './serve.ts'
import { createShelf } from './shelf.ts'

/** The stand-in of TMDB. */
type TmdbStandIn = StandIn & {
  /** For `TMDB_API_URL`; ends with `/3`. */
  url: string
  /** For `TMDB_IMAGE_URL`. */
  imageUrl: string
  /** For `TMDB_TOKEN`. */
  token: string
}

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJzYW5kYm94Iiwic2NvcGVzIjpbImFwaV9yZWFkIl19.c2FuZGJveA'

/**
 * Starts TMDB on a free port of the loopback. The clock tells which episodes have aired, and counts calls a second;
 * a clock that runs faster than the wall's forgives more of them.
 */
export const startTmdb = async ({
  clock = wallClock,
  port = 0,
  catalogue = everyTitle,
}: {
  clock?: Clock
  port?: number
  catalogue?: Catalogue
} = {}): Promise<TmdbStandIn> => {
  const shelf = createShelf(catalogue, clock.now)
  const standIn = await startStandIn(clock, port, serveTmdb(shelf, createGate(TOKEN, clock)))
  return { ...standIn, url: `${standIn.url}/3`, imageUrl: `${standIn.url}/t/p`, token: TOKEN }
}
