import { planFollows } from '../../actions/setup/plan-follows.ts'
import { findInstance, type Instance } from '../../db/queries/instances.ts'
import { listUnderWay } from '../../db/queries/requests.ts'
import { MINUTE } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { atInstance } from '../at-instance.ts'
import { defineJob, finished, type JobEnd } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { followFilm } from '../follow-film.ts'
import { followShow } from '../follow-show.ts'
import { actAs } from '../system.ts'

const retry = { attempts: 1, firstPauseMs: MINUTE, longestPauseMs: MINUTE }

const follow = async (instance: Instance, deps: JobDeps): Promise<JobEnd> => {
  const requests = await listUnderWay(deps.db, instance.id)
  if (instance.kind === 'radarr') {
    const radarr = deps.radarr(instance)
    const queue = await radarr.queue()
    for (const request of requests) await followFilm(instance, radarr, request, queue, deps)
  } else {
    const sonarr = deps.sonarr(instance)
    const queue = await sonarr.queue()
    for (const request of requests) await followShow(sonarr, request, queue, deps)
  }
  return finished(`${requests.length} followed`)
}

/** Asks an instance how far its downloads are, while requests wait for them. The next minute makes up for a failure. */
export const followInstanceJob = defineJob({
  name: 'follow-instance',
  queue: 'arr',
  retry,
  run: async (instanceId, deps) => {
    const instance = await findInstance(deps.db, instanceId)
    if (instance === undefined) return finished('the instance is gone')
    if ((await listUnderWay(deps.db, instanceId)).length === 0) return finished('nothing to follow')
    try {
      return await atInstance(instance, 'arr', deps, (lines) => follow(instance, lines))
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return finished(error.message)
    }
  },
})

/**
 * Has each instance that works on a request asked how far its downloads are: webhooks tell of beginnings and ends, and
 * may be lost.
 */
export const followDownloadsJob = defineJob({
  name: 'follow-downloads',
  queue: 'upkeep',
  retry,
  run: async (_, deps) => {
    const planned = await planFollows(deps, actAs('follow-downloads'), { job: followInstanceJob.name })
    return finished(planned.ok ? `${planned.value} instances` : planned.refusal.code)
  },
})
