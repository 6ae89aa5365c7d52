import { missing } from '../kit/answers.ts'
import type { Title } from '../kit/titles.ts'
import type { Episode, EpisodeFile, Series, Show, SonarrState, Which } from './state.ts'

/** Whether a title is one that Sonarr can have. */
export const isShow = (title: Title): title is Show =>
  title.seasons !== undefined && title.tvdbId !== undefined

export const findShow = ({ titles }: SonarrState, tvdbId: number): Show | undefined =>
  titles.filter(isShow).find((show) => show.tvdbId === tvdbId)

export const findSeries = ({ series }: SonarrState, id: number): Series => {
  const found = series.find((one) => one.id === id)
  if (!found) throw missing('Series', id)
  return found
}

export const findEpisode = ({ episodes }: SonarrState, id: number): Episode => {
  const found = episodes.find((one) => one.id === id)
  if (!found) throw missing('Episode', id)
  return found
}

/** The episodes of a series, in their order. */
export const episodesOf = ({ episodes }: SonarrState, { id }: Series): Episode[] =>
  episodes
    .filter(({ seriesId }) => seriesId === id)
    .sort((a, b) => a.seasonNumber - b.seasonNumber || a.known.episodeNumber - b.known.episodeNumber)

const holds = (which: Which, { seasonNumber, known }: Episode): boolean => {
  if ('seasons' in which) return which.seasons.includes(seasonNumber)
  const numbers = which.episodes ?? (which.episode === undefined ? undefined : [which.episode])
  return seasonNumber === which.season && (numbers?.includes(known.episodeNumber) ?? true)
}

/** The episodes that are meant. */
export const pick = (state: SonarrState, series: Series, which: Which): Episode[] =>
  episodesOf(state, series).filter((episode) => holds(which, episode))

export const fileOf = ({ files }: SonarrState, { fileId }: Episode): EpisodeFile | undefined =>
  files.find(({ id }) => id === fileId)

/** When an episode is on: in the evening, wherever that is. */
export const airs = ({ known }: Episode): number | undefined =>
  known.airDate === undefined ? undefined : Date.parse(`${known.airDate}T20:00:00Z`)

export const hasAired = (episode: Episode, now: number): boolean => {
  const date = airs(episode)
  return date !== undefined && date <= now
}

/** `S01E02E03`. */
export const code = (episodes: readonly Episode[]): string => {
  const two = (number: number) => String(number).padStart(2, '0')
  return `S${two(episodes[0]?.seasonNumber ?? 0)}${episodes.map(({ known }) => `E${two(known.episodeNumber)}`).join('')}`
}
