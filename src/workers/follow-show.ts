import { lookAtShow } from '../actions/requests/look-at-show.ts'
import { recordShowNews } from '../actions/requests/record-show-news.ts'
import { factOf } from '../clients/arr/episode-fact.ts'
import type { ArrEpisode, Sonarr, SonarrQueueItem } from '../clients/arr/types.ts'
import type { ArrNews } from '../domain/requests/progress.ts'
import type { MediaRequest } from '../domain/requests/request.ts'
import { asksFor, EMPTY_WISH, seasonsOf, type Wish } from '../domain/seasons/wish.ts'
import type { JobDeps } from './deps.ts'
import { newsOfDownload } from './follow-film.ts'
import { actAs } from './system.ts'

const self = actAs('follow-downloads')

/** Several downloads of one show as one: blocked when any of them is, else their mean, and the latest end. */
const newsOfAll = (items: readonly SonarrQueueItem[]): ArrNews | undefined => {
  // A pack stands in the queue once for each of its episodes.
  const downloads = [...new Map(items.map((item, index) => [item.downloadId ?? `${index}`, item])).values()]
  const news = downloads.map(newsOfDownload).filter((one) => one !== undefined)
  const blocked = news.find(({ what }) => what === 'blocked')
  if (blocked !== undefined) return blocked
  const going = news.filter((one) => one.what === 'progress')
  if (going.length === 0) return undefined
  const etas = going.flatMap(({ eta }) => (eta === undefined ? [] : [eta]))
  return {
    what: 'progress',
    percent: going.reduce((sum, { percent }) => sum + percent, 0) / going.length,
    ...(etas.length === 0 ? {} : { eta: Math.max(...etas) }),
  }
}

/** Whether a download is of anything that was asked for, as far as anybody can tell. */
const isAskedFor = (item: SonarrQueueItem, wish: Wish, episodes: readonly ArrEpisode[]): boolean => {
  const episode = episodes.find(({ id }) => id === item.episodeId)
  if (episode !== undefined) return asksFor(wish, episode)
  return item.season === undefined || seasonsOf(wish).includes(item.season)
}

/** Asks how far the asked parts of a show are: their downloads, and the episodes that are there. */
export const followShow = async (
  sonarr: Sonarr,
  request: MediaRequest,
  queue: readonly SonarrQueueItem[],
  deps: JobDeps,
): Promise<void> => {
  const { id: requestId, arrId, wish = EMPTY_WISH } = request
  if (arrId === undefined) return
  const episodes = await sonarr.episodes(arrId)
  const own = queue.filter((item) => item.arrId === arrId && isAskedFor(item, wish, episodes))
  const news = own.length === 0 ? ({ what: 'idle' } as const) : newsOfAll(own)
  if (news !== undefined) await recordShowNews(deps, self, { requestId, news })
  await lookAtShow(deps, self, { requestId, episodes: episodes.map(factOf), arrId })
}
