import { recordArrNews } from '../../actions/requests/record-arr-news.ts'
import { recordHealth } from '../../actions/setup/record-instance.ts'
import { type Instance, listInstances } from '../../db/queries/instances.ts'
import { listUnderWay } from '../../db/queries/requests.ts'
import { findTitle } from '../../db/queries/titles.ts'
import type { ArrNews } from '../../domain/requests/progress.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { MINUTE } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { defineJob, finished } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { actAs } from '../system.ts'

const self = actAs('follow-downloads')

/** What the instance knows of one film that it is to get: how far its download is, or that it is there. */
const newsOf = async (
  request: MediaRequest,
  tmdbId: string,
  percents: Map<number, { percent: number; eta?: number }>,
  instance: Instance,
  deps: JobDeps,
): Promise<ArrNews | undefined> => {
  const download = request.arrId === undefined ? undefined : percents.get(request.arrId)
  if (download !== undefined) return { what: 'progress', ...download }
  const film = await deps.radarr(instance).find(Number(tmdbId))
  return film?.hasFile ? { what: 'imported' } : undefined
}

const follow = async (instance: Instance, deps: JobDeps): Promise<number> => {
  const requests = await listUnderWay(deps.db, instance.id)
  if (requests.length === 0) return 0
  const queue = await deps.radarr(instance).queue()
  const percents = new Map(
    queue
      .filter((item) => item.state === 'downloading' || item.state === 'importing')
      .map((item) => [
        item.arrId,
        { percent: item.percent, ...(item.eta === undefined ? {} : { eta: item.eta }) },
      ]),
  )
  for (const request of requests) {
    const tmdbId = (await findTitle(deps.db, request.titleId))?.title.ids.tmdb
    if (tmdbId === undefined) continue
    const news = await newsOf(request, tmdbId, percents, instance, deps)
    if (news === undefined) continue
    const ref = { kind: 'film', source: 'tmdb', value: tmdbId } as const
    await recordArrNews(deps, self, { instanceId: instance.id, ref, news })
  }
  return requests.length
}

/**
 * Asks each instance how far its downloads are, while requests wait for them: webhooks tell of beginnings and ends,
 * and may be lost. One instance's trouble keeps no other from being asked.
 */
export const followDownloadsJob = defineJob({
  name: 'follow-downloads',
  queue: 'upkeep',
  retry: { attempts: 1, firstPauseMs: MINUTE, longestPauseMs: MINUTE },
  run: async (_, deps) => {
    let followed = 0
    for (const instance of await listInstances(deps.db)) {
      try {
        followed += await follow(instance, deps)
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        await recordHealth(deps, self, { id: instance.id, state: 'trouble', detail: error.kind })
      }
    }
    return finished(`${followed} followed`)
  },
})
