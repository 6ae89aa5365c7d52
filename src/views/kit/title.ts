import type { Title } from '../../domain/titles/title.ts'
import { escapeMarkdown, markup, plain, shorten } from '../../platform/i18n.ts'
import type { SayText } from '../texts/say.ts'
import { oneLine } from './foreign.ts'

const LONGEST_NAME = 120
const LONGEST_PLOT = 150

/** "Dune (2021)", for a place that renders no markdown, at most `limit` characters. */
export const plainTitle = ({ name, year }: Pick<Title, 'name' | 'year'>, limit: number): string => {
  const suffix = year === undefined ? '' : ` (${year})`
  return `${oneLine(name, limit - suffix.length)}${suffix}`
}

/** "Dune (2021)", harmless in markdown. */
export const titleText = (title: Pick<Title, 'name' | 'year'>, limit = LONGEST_NAME): string =>
  escapeMarkdown(plainTitle(title, limit))

export const heading = (title: Pick<Title, 'name' | 'year'>): string => `## ${titleText(title)}`

const runtime = (minutes: number | undefined, say: SayText): string | undefined =>
  minutes === undefined
    ? undefined
    : say('title.runtime', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }).trim()

/** What it is, how long, for whom, two genres; quiet, under the heading. */
export const factsLine = (title: Title, say: SayText): string => {
  const words = [title.certification ?? '', ...title.genres.slice(0, 2)]
  const facts = [
    say(title.kind === 'film' ? 'title.film' : 'title.show'),
    runtime(title.runtimeMinutes, say),
    ...words.map((word) => escapeMarkdown(plain(word.toWellFormed(), 30))),
  ]
  return `-# ${facts.filter((fact) => fact).join(' · ')}`
}

/** Cut after a whole word, where the language has spaces between words. */
const cut = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  const end = text.lastIndexOf(' ', limit - 1)
  return end > limit / 2 ? `${text.slice(0, end).replace(/[\s,.;:–—-]+$/, '')}…` : shorten(text, limit)
}

/** Two lines of plot at most. */
export const plotText = ({ overview }: Title): string | undefined => {
  const plot = plain((overview ?? '').toWellFormed(), 1_000)
  return plot === '' ? undefined : escapeMarkdown(cut(plot, LONGEST_PLOT))
}

export const poster = (title: Title, posterUrl: string | undefined, say: SayText) =>
  posterUrl === undefined
    ? undefined
    : { url: posterUrl, alt: say('title.poster', { title: markup(plainTitle(title, 200)) }) }
