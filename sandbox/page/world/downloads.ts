import type { Stage } from '../../stage.ts'
import type { Title } from '../protocol.ts'

/** What can be done to the download of one title, be it Radarr's or Sonarr's. */
type Hands = {
  isDownloading(): boolean
  find(): Promise<void>
  progress(percent: number): void
  finish(): Promise<void>
  fail(): void
}

const filmHands = ({ radarr }: Stage, id: number): Hands => ({
  isDownloading: () => radarr.state.downloads.some(({ titleId }) => titleId === radarr.movie(id).id),
  find: () => radarr.release(id),
  progress: (percent) => radarr.progress(id, percent),
  finish: async () => {
    radarr.progress(id, 100)
    await radarr.import(id)
  },
  fail: () => radarr.fail(id),
})

const showHands = ({ sonarr }: Stage, id: number): Hands => {
  const series = () => {
    const found = sonarr.state.series.find(({ title }) => title.tvdbId === id)
    if (!found) throw new Error('Sonarr does not have this show')
    return found
  }
  const isDownloading = () => sonarr.state.downloads.some(({ titleId }) => titleId === series().id)
  /** The seasons in which something is wanted and not there. */
  const missing = (): number[] => [
    ...new Set(
      sonarr.state.episodes
        .filter(({ seriesId, monitored, fileId }) => seriesId === series().id && monitored && fileId === 0)
        .map(({ seasonNumber }) => seasonNumber),
    ),
  ]
  return {
    isDownloading,
    find: () => sonarr.release(id, { seasons: missing() }),
    progress: (percent) => sonarr.progress(id, percent),
    finish: async () => {
      while (isDownloading()) {
        sonarr.progress(id, 100)
        await sonarr.import(id)
      }
    },
    fail: () => sonarr.fail(id),
  }
}

const handsFor = (stage: Stage, { service, id }: Pick<Title, 'service' | 'id'>): Hands =>
  service === 'radarr' ? filmHands(stage, id) : showHands(stage, id)

type Turn = Pick<Title, 'service' | 'id'> & { do: 'find' | 'finish' | 'fail' | 'progress'; percent?: number }

const APP = { radarr: 'Radarr', sonarr: 'Sonarr' } as const

/** Makes something happen to a download. What isn't found yet is found first. */
export const turnDownload = async (
  stage: Stage,
  { do: what, percent = 0, ...title }: Turn,
): Promise<void> => {
  const hands = handsFor(stage, title)
  if (!hands.isDownloading()) await hands.find()
  if (!hands.isDownloading()) throw new Error(`${APP[title.service]} does not look for it at the moment`)
  if (what === 'progress') hands.progress(percent)
  if (what === 'finish') await hands.finish()
  if (what === 'fail') hands.fail()
}
