import { z } from 'zod'
import type { Candidate, TitleRef } from '../../domain/titles/title.ts'
import type { CallOptions } from '../http/types.ts'
import { candidateOf, listed } from './candidate.ts'
import type { Line } from './line.ts'
import { languageOf } from './locale.ts'

const found = z.object({ movie_results: z.array(listed).nullish(), tv_results: z.array(listed).nullish() })

/**
 * The title behind somebody else's number. IMDb numbers films and shows in one row, so that a wrong kind is set
 * right; TVDB does not, and there the kind is believed.
 */
export const findTitle = async (
  line: Line,
  { kind, source, value }: TitleRef,
  locale: string,
  options?: CallOptions,
): Promise<Candidate | undefined> => {
  const query = { external_source: `${source}_id`, language: languageOf(locale) }
  const { movie_results, tv_results } = await line(
    'find a title',
    `find/${encodeURIComponent(value)}`,
    query,
    found,
    options,
  )
  const films = (movie_results ?? []).map((one) => candidateOf('film', one))
  const shows = (tv_results ?? []).map((one) => candidateOf('show', one))
  const [best] = kind === 'film' ? [...films, ...shows] : [...shows, ...films]
  return source === 'imdb' || best?.ref.kind === kind ? best : undefined
}
