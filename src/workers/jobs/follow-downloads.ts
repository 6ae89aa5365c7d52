import { recordHealth } from '../../actions/setup/record-instance.ts'
import { type Instance, listInstances } from '../../db/queries/instances.ts'
import { listUnderWay } from '../../db/queries/requests.ts'
import { MINUTE } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { defineJob, finished } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { followFilm } from '../follow-film.ts'
import { followShow } from '../follow-show.ts'
import { actAs } from '../system.ts'

const self = actAs('follow-downloads')

const follow = async (instance: Instance, deps: JobDeps): Promise<number> => {
  const requests = await listUnderWay(deps.db, instance.id)
  if (requests.length === 0) return 0
  if (instance.kind === 'radarr') {
    const radarr = deps.radarr(instance)
    const queue = await radarr.queue()
    for (const request of requests) await followFilm(instance, radarr, request, queue, deps)
  } else {
    const sonarr = deps.sonarr(instance)
    const queue = await sonarr.queue()
    for (const request of requests) await followShow(sonarr, request, queue, deps)
  }
  return requests.length
}

const followAndNote = async (instance: Instance, deps: JobDeps): Promise<number> => {
  try {
    return await follow(instance, deps)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    await recordHealth(deps, self, { id: instance.id, state: 'trouble', detail: error.kind })
    return 0
  }
}

/**
 * Asks each instance how far its downloads are, while requests wait for them: webhooks tell of beginnings and ends,
 * and may be lost. The instances are asked at the same time, so that a slow one delays no other.
 */
export const followDownloadsJob = defineJob({
  name: 'follow-downloads',
  queue: 'upkeep',
  retry: { attempts: 1, firstPauseMs: MINUTE, longestPauseMs: MINUTE },
  run: async (_, deps) => {
    const instances = await listInstances(deps.db)
    const followed = await Promise.all(instances.map((instance) => followAndNote(instance, deps)))
    return finished(`${followed.reduce((sum, count) => sum + count, 0)} followed`)
  },
})
