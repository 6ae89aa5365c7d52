import { FILMS_1990S } from './films/1990s.ts'
import { FILMS_2000S } from './films/2000s.ts'
import { FILMS_2010S } from './films/2010s.ts'
import { FILMS_2020S } from './films/2020s.ts'
import { FILMS_TO_1989 } from './films/to-1989.ts'
import { readFilms, readShows } from './read-rows.ts'
import { ANIMATION } from './shows/animation.ts'
import { COMEDIES } from './shows/comedies.ts'
import { DRAMAS } from './shows/dramas.ts'
import { FANTASTIC } from './shows/fantastic.ts'
import type { Catalogue } from './types.ts'

/**
 * The titles that all stand-ins share: real films and shows, as facts with plots of our own. Numbers, dates, lengths
 * and genres are those of TMDB, IMDb and TVDB; popularity and the days of single episodes are not.
 */
export const catalogue: Catalogue = {
  films: [FILMS_TO_1989, FILMS_1990S, FILMS_2000S, FILMS_2010S, FILMS_2020S].flatMap(readFilms),
  shows: [DRAMAS, FANTASTIC, COMEDIES, ANIMATION].flatMap(readShows),
}
