import type { App } from '../kit/app.ts'
import { fetchInSteps } from '../kit/live.ts'
import { isBetter } from '../kit/qualities.ts'
import { grab, importFiles } from './happenings.ts'
import { fileOf, hasAired, pick } from './library.ts'
import { releaseOf } from './releases.ts'
import type { Episode, Offer, Series, SonarrLive, SonarrState, Which } from './state.ts'

type Sonarr = App<SonarrState>

const isQueued = ({ downloads }: SonarrState, { id }: Episode) =>
  downloads.some(({ rows }) => rows.some(({ episodeId }) => episodeId === id))

/** A download of the sandbox: found, fetched in steps, imported, unless somebody takes show or download away. */
const liveDownload = async (app: Sonarr, series: Series, which: Which, live: SonarrLive, turn: number) => {
  const { state } = app
  await app.sleep(live.grabAfter + turn * (live.takes / 4))
  if (!state.series.includes(series)) return
  const episodes = pick(state, series, which).filter((one) => one.fileId === 0 && !isQueued(state, one))
  if (episodes.length === 0) return
  const release = releaseOf(state, series.title.title, which, episodes.length)
  const download = await grab(app, series, episodes, release, live.takes)
  if (await fetchInSteps(app, download, live)) await importFiles(app, series, episodes, download)
}

/** How the sandbox would get some episodes: a season of which nothing is there as a pack, anything else one by one. */
const portions = (
  state: SonarrState,
  series: Series,
  open: readonly Episode[],
  { packs }: SonarrLive,
): Which[] => {
  const seasons = [...new Set(open.map(({ seasonNumber }) => seasonNumber))]
  return seasons.flatMap((season): Which[] => {
    const own = open.filter(({ seasonNumber }) => seasonNumber === season)
    const isWhole = own.length > 1 && own.length === pick(state, series, { season }).length
    if (packs && isWhole) return [{ season }]
    return own.map(({ known }) => ({ season, episode: known.episodeNumber }))
  })
}

/** Whether a release has nothing that isn't wanted, and is better than what is there. */
const fits = (state: SonarrState, offer: Offer, holds: readonly Episode[], open: readonly Episode[]) =>
  holds.length > 0 &&
  holds.every((episode) => {
    const file = fileOf(state, episode)
    return open.includes(episode) && (!file || isBetter(offer.release.quality, file.quality))
  })

/**
 * Looks for episodes. A person who names episodes gets them whatever is monitored (`forced`); every other search minds
 * the monitoring of series and episode.
 */
export const search = async (
  app: Sonarr,
  series: Series,
  wanted: readonly Episode[],
  forced = false,
): Promise<void> => {
  const { state, clock } = app
  const open = wanted.filter(
    (one) => (forced || (series.monitored && one.monitored)) && !isQueued(state, one),
  )
  for (const episode of open) episode.lastSearch = clock.now()
  for (const offer of state.offers.filter(({ tvdbId }) => tvdbId === series.title.tvdbId)) {
    const holds = pick(state, series, offer.which)
    const isFree = holds.every((episode) => !isQueued(state, episode))
    if (isFree && fits(state, offer, holds, open)) await grab(app, series, holds, offer.release)
  }
  const { live } = state
  if (!live) return
  const rest = open.filter((one) => one.fileId === 0 && hasAired(one, clock.now()) && !isQueued(state, one))
  for (const [turn, which] of portions(state, series, rest, live).entries())
    app.background(() => liveDownload(app, series, which, live, turn))
}
