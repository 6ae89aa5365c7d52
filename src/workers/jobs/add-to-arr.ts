import { adoptRequest } from '../../actions/requests/adopt-request.ts'
import { recordAdded, recordTrouble } from '../../actions/requests/record-added.ts'
import { findInstance, type Instance } from '../../db/queries/instances.ts'
import { findRequest } from '../../db/queries/requests.ts'
import { findTitle } from '../../db/queries/titles.ts'
import type { MediaRequest, RequestState, Trouble } from '../../domain/requests/request.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { atInstance, isResting } from '../at-instance.ts'
import { bringInFilm } from '../bring-in-film.ts'
import { bringInShow } from '../bring-in-show.ts'
import { defineJob, finished, type JobEnd, later, pauseAfter } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { troubleAt, troubleOf } from '../instance-fault.ts'
import { lookOver } from '../look-over.ts'
import { actAs } from '../system.ts'

const self = actAs('add-to-arr')
const patience = { attempts: 1_000, firstPauseMs: 5 * SECOND, longestPauseMs: 15 * MINUTE }
/** Sonarr reads the episodes of a new show within seconds, for most shows. */
const READING_MS = 2 * SECOND

const stuck = async (request: MediaRequest, trouble: Trouble, deps: JobDeps): Promise<JobEnd> => {
  await recordTrouble(deps, self, { requestId: request.id, trouble })
  return later(patience.longestPauseMs, trouble.code)
}

const bringIn = async (request: MediaRequest, instance: Instance, deps: JobDeps) => {
  const stored = await findTitle(deps.db, request.titleId)
  if (stored === undefined) throw new Error(`request ${request.id} has no title`)
  return request.kind === 'film'
    ? bringInFilm(deps.radarr(instance), request, stored.title, instance)
    : bringInShow(deps.sonarr(instance), request, stored.title, instance, deps)
}

/** A webhook may tell of a download before all that was asked for was searched for: that doesn't end the adding. */
const UNDER_WAY: readonly RequestState[] = ['approved', 'added', 'downloading']

/** What is here already may be all but the seasons that come later. */
const isToAdd = ({ state, wish }: MediaRequest): boolean =>
  UNDER_WAY.includes(state) || (state === 'available' && wish?.future === true)

const hand = async (request: MediaRequest, instance: Instance, deps: JobDeps): Promise<JobEnd> => {
  const there = await bringIn(request, instance, deps)
  if ('code' in there) return stuck(request, there, deps)
  if ('reading' in there) return later(READING_MS, 'the instance still reads the episodes')
  await recordAdded(deps, self, { requestId: request.id, ...there })
  return finished(there.here ? 'was there' : 'added')
}

const isChoiceGone = ({ code }: Trouble): boolean => code === 'profile-gone' || code === 'folder-gone'

/** Hands an approved request to its instance. While that can't be done the request stays approved, says why, and is tried again. */
export const addToArrJob = defineJob({
  name: 'add-to-arr',
  queue: 'arr',
  retry: patience,
  run: async (subject, deps) => {
    const request = await findRequest(deps.db, subject)
    if (request === undefined || !isToAdd(request)) return finished('nothing to add')
    const instance =
      request.instanceId === undefined ? undefined : await findInstance(deps.db, request.instanceId)
    if (instance === undefined) {
      const adopted = await adoptRequest(deps, self, { requestId: request.id })
      if (adopted.ok && adopted.value) return later(0, 'another instance takes it over')
      return stuck(request, { code: 'no-instance' }, deps)
    }
    if (isResting(instance)) {
      await recordTrouble(deps, self, { requestId: request.id, trouble: troubleAt(instance) })
    }
    try {
      return await atInstance(instance, 'arr', deps, (lines) => hand(request, instance, lines))
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const trouble = troubleOf(error)
      await recordTrouble(deps, self, { requestId: request.id, trouble })
      // What it offers isn't what we knew: it is asked anew, and so its owner hears what to choose.
      if (isChoiceGone(trouble)) await lookOver(instance, deps)
      if (error.retryable) throw error
      return later(pauseAfter(patience, 20, deps.random()), error.message)
    }
  },
})
