import type { MediaRequest } from '../../domain/requests/request.ts'
import { rangesOf } from '../../domain/seasons/ranges.ts'
import type { EpisodeRef, Wish } from '../../domain/seasons/wish.ts'
import { markup } from '../../platform/i18n.ts'
import type { SayText } from '../texts/say.ts'

/** "Seasons 1–3", "Specials", "Season 4, episode 7": whole seasons and single episodes, in words. */
const partsOf = (
  { seasons, episodes }: Readonly<{ seasons: readonly number[]; episodes: readonly EpisodeRef[] }>,
  say: SayText,
): string[] => {
  const numbered = seasons.filter((season) => season > 0)
  const bySeason = Map.groupBy(episodes, ({ season }) => season)
  return [
    ...(numbered.length === 0
      ? []
      : [say('seasons.some', { count: numbered.length, list: markup(rangesOf(numbered)) })]),
    ...(seasons.includes(0) ? [say('seasons.specials')] : []),
    ...[...bySeason].map(([season, own]) =>
      say(season === 0 ? 'seasons.special-episodes' : 'seasons.episodes', {
        season,
        count: own.length,
        list: markup(rangesOf(own.map(({ episode }) => episode))),
      }),
    ),
  ]
}

const joined = (parts: readonly string[], say: SayText): string => {
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return last
  return say('seasons.and', { some: markup(parts.slice(0, -1).join(', ')), last: markup(last) })
}

/** What was asked for of a show, in words; empty for an empty wish. */
export const wishWords = (wish: Wish, say: SayText): string =>
  joined([...partsOf(wish, say), ...(wish.future ? [say('seasons.later')] : [])], say)

/** What arrived of a show, in words. */
export const arrivedWords = (
  arrived: Readonly<{ seasons: readonly number[]; episodes: readonly EpisodeRef[] }>,
  say: SayText,
): string => joined(partsOf(arrived, say), say)

/** What a request is for beyond its title: parts of a show, a copy in 4K; undefined for a plain film. */
export const wantedLine = (
  { wish, quality }: Pick<MediaRequest, 'wish' | 'quality'>,
  say: SayText,
): string | undefined => {
  const words = [wish === undefined ? '' : wishWords(wish, say), quality === '4k' ? say('quality.4k') : '']
  const line = words.filter((word) => word !== '').join(' · ')
  return line === '' ? undefined : line
}
