import { z } from 'zod'
import type { Candidate, Kind } from '../../domain/titles/title.ts'
import { candidateOf, type Listed, listed, nameOf } from './candidate.ts'
import type { Line } from './line.ts'
import { languageOf } from './locale.ts'
import type { SearchOptions } from './types.ts'

const MOST = 20
// How much more a title counts that is what was typed, or begins with it. Popularity still has its say: who types
// "star" rarely means the short film of that name.
const EXACT = 10
const PREFIX = 3

const page = z.object({ results: z.array(listed) })

const LISTS = {
  film: { path: 'search/movie', year: 'primary_release_year' },
  show: { path: 'search/tv', year: 'first_air_date_year' },
} as const

/** Letters and digits only, without accents and case, so that "Amelie" is "Amélie". */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const weightOf = (one: Listed, typed: string): number => {
  const names = [nameOf(one), one.original_title ?? '', one.original_name ?? ''].map(bare)
  if (names.includes(typed)) return EXACT
  return names.some((name) => name.startsWith(typed)) ? PREFIX : 1
}

/** Searches films, shows, or both at once, and puts what fits best first. */
export const searchTitles = async (
  line: Line,
  text: string,
  { kind, year, locale, ...options }: SearchOptions,
): Promise<readonly Candidate[]> => {
  const query = { query: text, language: languageOf(locale), include_adult: 'false' }
  const typed = bare(text)
  const search = async (of: Kind) => {
    const list = LISTS[of]
    const inYear = year === undefined ? {} : { [list.year]: String(year) }
    const { results } = await line('search', list.path, { ...query, ...inYear }, page, options)
    return results.map((one) => ({
      candidate: candidateOf(of, one),
      score: ((one.popularity ?? 0) + 1) * weightOf(one, typed),
    }))
  }
  const kinds: readonly Kind[] = kind === undefined ? ['film', 'show'] : [kind]
  return (await Promise.all(kinds.map(search)))
    .flat()
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ candidate }) => candidate)
}
