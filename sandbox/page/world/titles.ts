import type { Download } from '../../arr/kit/downloads.ts'
import type { Stage } from '../../stage.ts'
import type { Title } from '../protocol.ts'

const percentOf = ({ sizeLeft, release }: Download): number =>
  Math.round((1 - sizeLeft / Math.max(1, release.size)) * 100)

const withDownload = (
  title: Omit<Title, 'state' | 'percent'>,
  isThere: boolean,
  download: Download | undefined,
): Title => {
  if (download) return { ...title, state: 'downloading', percent: percentOf(download) }
  return { ...title, state: isThere ? 'there' : 'wanted', percent: isThere ? 100 : 0 }
}

const films = ({ radarr: { state } }: Stage): Title[] =>
  state.movies.map(({ id, title, file }) =>
    withDownload(
      { service: 'radarr', id: title.tmdbId, name: `${title.title} (${title.year})` },
      file !== undefined,
      state.downloads.findLast(({ titleId }) => titleId === id),
    ),
  )

const shows = ({ sonarr: { state } }: Stage): Title[] =>
  state.series.map(({ id, title }) => {
    const wanted = state.episodes.filter((one) => one.seriesId === id && one.monitored)
    return withDownload(
      { service: 'sonarr', id: title.tvdbId, name: `${title.title} (${title.year})` },
      wanted.every(({ fileId }) => fileId > 0),
      state.downloads.findLast(({ titleId }) => titleId === id),
    )
  })

/** What Radarr and Sonarr have, newest first. */
export const titlesIn = (stage: Stage): Title[] => [...films(stage), ...shows(stage)].reverse()
