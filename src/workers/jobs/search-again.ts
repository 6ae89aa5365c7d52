import type { Sonarr } from '../../clients/arr/types.ts'
import { findInstance } from '../../db/queries/instances.ts'
import { findRequest } from '../../db/queries/requests.ts'
import { EMPTY_WISH, type Wish } from '../../domain/seasons/wish.ts'
import { type Instant, MINUTE, SECOND } from '../../platform/clock.ts'
import { atInstance } from '../at-instance.ts'
import { defineJob, finished } from '../define.ts'
import { searchForWish } from '../search-for-wish.ts'

const searchShow = async (sonarr: Sonarr, arrId: number, wish: Wish, now: Instant): Promise<void> =>
  searchForWish(sonarr, arrId, wish, await sonarr.episodes(arrId), now)

/** Starts another search at the instance, when somebody asked for one. */
export const searchAgainJob = defineJob({
  name: 'search-again',
  queue: 'arr',
  retry: { attempts: 8, firstPauseMs: 5 * SECOND, longestPauseMs: 5 * MINUTE },
  run: async (subject, deps) => {
    const request = await findRequest(deps.db, subject)
    if (request?.state !== 'added' || request.arrId === undefined) return finished('nothing to search for')
    const instance =
      request.instanceId === undefined ? undefined : await findInstance(deps.db, request.instanceId)
    if (instance === undefined) return finished('the instance is gone')
    const { kind, arrId, wish = EMPTY_WISH } = request
    return atInstance(instance, 'arr', deps, async ({ radarr, sonarr, clock }) => {
      if (kind === 'film') await radarr(instance).search(arrId)
      else await searchShow(sonarr(instance), arrId, wish, clock.now())
      return finished('searched')
    })
  },
})
