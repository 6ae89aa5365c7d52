import type { EpisodeRef } from './wish.ts'

/** What arrived, as people would say it: whole seasons by their number, the rest one by one. */
export type Arrived = Readonly<{ seasons: readonly number[]; episodes: readonly EpisodeRef[] }>

/**
 * Sums up what one window gathered. A season is named as such when it is whole now and more came of it than its last
 * episode.
 */
export const sumUp = (episodes: readonly EpisodeRef[], wholeSeasons: readonly number[]): Arrived => {
  const bySeason = Map.groupBy(episodes, ({ season }) => season)
  const seasons = [...bySeason].flatMap(([season, own]) =>
    wholeSeasons.includes(season) && own.length > 1 ? [season] : [],
  )
  return {
    seasons: seasons.sort((one, other) => one - other),
    episodes: episodes.filter(({ season }) => !seasons.includes(season)),
  }
}

/** Those of the episodes that somebody hasn't heard of yet. */
export const unheard = (episodes: readonly EpisodeRef[], heard: readonly EpisodeRef[]): EpisodeRef[] => {
  const known = new Set(heard.map(({ season, episode }) => `${season}.${episode}`))
  return episodes.filter(({ season, episode }) => !known.has(`${season}.${episode}`))
}
