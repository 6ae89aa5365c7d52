import { recordArrNews } from '../actions/requests/record-arr-news.ts'
import type { QueueItem, Radarr } from '../clients/arr/types.ts'
import type { Instance } from '../db/queries/instances.ts'
import { findTitle } from '../db/queries/titles.ts'
import type { ArrNews } from '../domain/requests/progress.ts'
import type { MediaRequest } from '../domain/requests/request.ts'
import { arrRef } from '../domain/titles/kind.ts'
import type { JobDeps } from './deps.ts'
import { actAs } from './system.ts'

/** What a download in the queue means for whoever waits for it; undefined while nothing can be said. */
export const newsOfDownload = (item: QueueItem): ArrNews | undefined => {
  switch (item.state) {
    case 'downloading':
    case 'importing':
      return {
        what: 'progress',
        percent: item.percent,
        ...(item.eta === undefined ? {} : { eta: item.eta }),
      }
    case 'blocked':
      return { what: 'blocked', ...(item.problem === undefined ? {} : { said: item.problem }) }
    case 'waiting':
    case 'paused':
    case 'failed':
      return undefined
  }
}

/** Asks how far a film is, by its download or by Radarr's library. */
export const followFilm = async (
  instance: Instance,
  radarr: Radarr,
  request: MediaRequest,
  queue: readonly QueueItem[],
  deps: JobDeps,
): Promise<void> => {
  const title = (await findTitle(deps.db, request.titleId))?.title
  const ref = title && arrRef(title)
  if (ref === undefined) return
  const tell = async (news: ArrNews): Promise<void> => {
    await recordArrNews(deps, actAs('follow-downloads'), { instanceId: instance.id, ref, news })
  }
  const item = queue.find(({ arrId }) => arrId === request.arrId)
  if (item !== undefined) {
    const news = newsOfDownload(item)
    if (news !== undefined) await tell(news)
    return
  }
  const film = await radarr.find(Number(ref.value))
  if (film === undefined) await tell({ what: 'removed' })
  else await tell(film.hasFile ? { what: 'imported' } : { what: 'idle' })
}
