import type { Title } from '../../domain/titles/title.ts'
import { escapeMarkdown, plain, shorten } from '../../platform/i18n.ts'
import type { SayText } from '../texts/say.ts'

const LONGEST_NAME = 120
const LONGEST_PLOT = 180

/** "Dune (2021)", for a place that renders no markdown, at most `limit` characters. */
export const plainTitle = ({ name, year }: Pick<Title, 'name' | 'year'>, limit: number): string => {
  const suffix = year === undefined ? '' : ` (${year})`
  return `${plain(name, limit - suffix.length)}${suffix}`
}

/** "Dune (2021)", harmless in markdown. */
export const titleText = (title: Pick<Title, 'name' | 'year'>): string =>
  escapeMarkdown(plainTitle(title, LONGEST_NAME))

export const heading = (title: Pick<Title, 'name' | 'year'>): string => `## ${titleText(title)}`

/** The quiet line under the heading: what it is, how long, for whom, two genres. */
export const factsLine = (title: Title, say: SayText): string =>
  [
    say(title.kind === 'film' ? 'title.film' : 'title.show'),
    title.runtimeMinutes === undefined ? undefined : say('title.runtime', { minutes: title.runtimeMinutes }),
    title.certification === undefined ? undefined : escapeMarkdown(plain(title.certification, 20)),
    ...title.genres.slice(0, 2).map((genre) => escapeMarkdown(plain(genre, 30))),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')

/** Two lines of plot at most. */
export const plotText = (title: Title): string | undefined =>
  title.overview === undefined || title.overview.trim() === ''
    ? undefined
    : escapeMarkdown(shorten(plain(title.overview, 1_000), LONGEST_PLOT))

export const poster = (title: Title, posterUrl: string | undefined, say: SayText) =>
  posterUrl === undefined
    ? undefined
    : { url: posterUrl, alt: say('title.poster', { title: { markup: plainTitle(title, 200) } }) }
