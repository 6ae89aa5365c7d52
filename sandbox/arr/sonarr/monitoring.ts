import { airs, episodesOf, hasAired } from './library.ts'
import type { Episode, Monitor, MonitoringOptions, Series, SonarrState } from './state.ts'

const RECENT = 90 * 86_400_000

type Rule = (episode: Episode, facts: { first: number; last: number; now: number }) => boolean

const isFuture: Rule = (episode, { now }) => !hasAired(episode, now)

/** Which episodes each choice switches on; it switches all others off. */
const RULES: Partial<Record<Monitor, Rule>> = {
  all: ({ seasonNumber }) => seasonNumber > 0,
  future: (episode, facts) => episode.seasonNumber > 0 && isFuture(episode, facts),
  missing: ({ seasonNumber, fileId }) => seasonNumber > 0 && fileId === 0,
  existing: ({ seasonNumber, fileId }) => seasonNumber > 0 && fileId > 0,
  pilot: ({ seasonNumber, known }, { first }) => seasonNumber === first && known.episodeNumber === 1,
  firstSeason: ({ seasonNumber }, { first }) => seasonNumber === first,
  lastSeason: ({ seasonNumber }, { last }) => seasonNumber > 0 && seasonNumber === last,
  latestSeason: ({ seasonNumber }, { last }) => seasonNumber > 0 && seasonNumber === last,
  recent: (episode, facts) =>
    episode.seasonNumber > 0 && (isFuture(episode, facts) || (airs(episode) ?? 0) >= facts.now - RECENT),
  none: () => false,
}

/** The last season stays switched on for what is still to come, unless the choice was for the beginning or nothing. */
const BEGINNINGS: readonly Monitor[] = ['firstSeason', 'pilot', 'none']

/** Without a choice: by what is there, within the seasons that are switched on. */
const byFiles = (series: Series, episodes: Episode[], options: MonitoringOptions, now: number) => {
  const last = Math.max(...series.seasons.map(({ seasonNumber }) => seasonNumber))
  for (const episode of episodes) {
    if (episode.fileId > 0) episode.monitored = !options.ignoreEpisodesWithFiles
    else if (hasAired(episode, now)) episode.monitored = !options.ignoreEpisodesWithoutFiles
  }
  for (const season of series.seasons) {
    const own = episodes.filter(({ seasonNumber }) => seasonNumber === season.seasonNumber)
    if (!season.monitored) for (const episode of own) episode.monitored = false
    if (season.seasonNumber < last && own.every(({ monitored }) => !monitored)) season.monitored = false
  }
}

/** Switches the episodes of a series on and off as a choice demands, and then its seasons. */
export const monitor = (
  state: SonarrState,
  series: Series,
  options: MonitoringOptions,
  now: number,
): void => {
  const choice = options.monitor ?? 'unknown'
  const episodes = episodesOf(state, series)
  if (choice === 'skip') return
  if (choice === 'unknown') {
    byFiles(series, episodes, options, now)
    return
  }
  const numbers = series.seasons.map(({ seasonNumber }) => seasonNumber).filter((number) => number > 0)
  const facts = { first: Math.min(...numbers), last: Math.max(...numbers), now }
  const rule = RULES[choice]
  for (const episode of episodes) {
    if (rule) episode.monitored = rule(episode, facts)
    else if (episode.seasonNumber === 0) episode.monitored = choice === 'monitorSpecials'
  }
  const on = new Set(episodes.filter(({ monitored }) => monitored).map(({ seasonNumber }) => seasonNumber))
  for (const season of series.seasons) {
    const { seasonNumber } = season
    const staysOn = seasonNumber === facts.last && !BEGINNINGS.includes(choice)
    season.monitored =
      staysOn || (on.has(seasonNumber) && !(choice === 'pilot' && seasonNumber === facts.first))
  }
}

/** Switches a season, and with it every one of its episodes. */
export const monitorSeason = (
  state: SonarrState,
  series: Series,
  seasonNumber: number,
  monitored: boolean,
): void => {
  for (const episode of episodesOf(state, series))
    if (episode.seasonNumber === seasonNumber) episode.monitored = monitored
}
