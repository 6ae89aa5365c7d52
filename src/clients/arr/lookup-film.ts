import { z } from 'zod'
import type { Candidate, Title } from '../../domain/titles/title.ts'
import { SECOND } from '../../platform/clock.ts'
import { instantIn } from '../http/instant.ts'
import type { CallOptions } from '../http/types.ts'
import type { ArrKit } from './kit.ts'
import { commonFacts, metadata, nameAndYear } from './metadata.ts'

const text = z.string().nullish()
const found = z.array(
  metadata.extend({
    remotePoster: text,
    inCinemas: text,
    digitalRelease: text,
    physicalRelease: text,
  }),
)

type Found = z.infer<typeof found>[number] & { tmdbId: number }

// Radarr names the poster by its whole address, of which the last part is TMDB's path.
const POSTER = /^https?:\/\/[^/]*tmdb\.org\/t\/p\/\w+(\/[\w.-]+)$/

const posterPath = (film: Found): { posterPath?: string } => {
  const path = POSTER.exec(film.remotePoster ?? '')?.[1]
  return path === undefined ? {} : { posterPath: path }
}

const look = async (kit: ArrKit, term: string, options?: CallOptions): Promise<readonly Found[]> => {
  const query = { term }
  const asked = { ...options, query, deadlineMs: 30 * SECOND }
  const films = await kit.ask('search for films', 'movie/lookup', found, asked)
  return films.flatMap((film) => (film.tmdbId ? [{ ...film, tmdbId: film.tmdbId }] : []))
}

/** Searches the metadata that Radarr has access to, for when TMDB can't be asked directly. */
export const lookupFilms = async (
  kit: ArrKit,
  term: string,
  options?: CallOptions,
): Promise<readonly Candidate[]> =>
  (await look(kit, term, options)).map((film) => ({
    ref: { kind: 'film', source: 'tmdb', value: String(film.tmdbId) },
    ...nameAndYear(film),
    ...posterPath(film),
  }))

const releases = (film: Found): Title['releases'] => {
  const cinema = instantIn(film.inCinemas)
  const digital = instantIn(film.digitalRelease)
  const physical = instantIn(film.physicalRelease)
  return {
    ...(cinema === undefined ? {} : { cinema }),
    ...(digital === undefined ? {} : { digital }),
    ...(physical === undefined ? {} : { physical }),
  }
}

/** What Radarr's metadata knows of one film. */
export const lookupFilm = async (
  kit: ArrKit,
  tmdbId: number,
  options?: CallOptions,
): Promise<Title | undefined> => {
  const film = (await look(kit, `tmdb:${tmdbId}`, options)).find((one) => one.tmdbId === tmdbId)
  if (film === undefined) return undefined
  return {
    kind: 'film',
    ids: { tmdb: String(film.tmdbId), ...(film.imdbId ? { imdb: film.imdbId } : {}) },
    ...commonFacts(film),
    ...posterPath(film),
    releases: releases(film),
  }
}
