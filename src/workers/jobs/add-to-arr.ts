import { recordAdded, recordTrouble } from '../../actions/requests/record-added.ts'
import type { ArrFilm, FilmToAdd, Radarr } from '../../clients/arr/types.ts'
import { findInstance, type Instance } from '../../db/queries/instances.ts'
import { findRequest } from '../../db/queries/requests.ts'
import { findTitle } from '../../db/queries/titles.ts'
import type { MediaRequest, Trouble } from '../../domain/requests/request.ts'
import type { Title } from '../../domain/titles/title.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { Fault, isFault } from '../../platform/faults.ts'
import { defineJob, finished, type JobEnd, later, pauseAfter } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { troubleOf } from '../instance-fault.ts'
import { actAs } from '../system.ts'

const self = actAs('add-to-arr')
const patience = { attempts: 1_000, firstPauseMs: 5 * SECOND, longestPauseMs: 15 * MINUTE }

/** What an approver chose goes before what the instance has. */
const filmToAdd = (instance: Instance, request: MediaRequest, title: Title): FilmToAdd | Trouble => {
  const { choices, tagIds, availability } = instance
  const { profileId = instance.profileId, folder = instance.folder } = request
  if (profileId === undefined || !choices.profiles.some((profile) => profile.id === profileId)) {
    return { code: 'profile-gone' }
  }
  if (folder === undefined || !choices.folders.some((known) => known.path === folder))
    return { code: 'folder-gone' }
  if (title.ids.tmdb === undefined) return { code: 'rejected', said: 'TMDB number unknown' }
  return {
    tmdbId: Number(title.ids.tmdb),
    title: title.name,
    ...(title.year === undefined ? {} : { year: title.year }),
    profileId,
    folder,
    tagIds,
    minimumAvailability: availability as FilmToAdd['minimumAvailability'],
  }
}

/**
 * Brings the film into Radarr. Reads first: after a timeout, a 409 or a crash of ours the film may be there, and
 * then it is only made sure that it's monitored and searched for.
 */
const bringIn = async (radarr: Radarr, film: FilmToAdd, decidedAt: number): Promise<ArrFilm> => {
  const known = await radarr.find(film.tmdbId)
  if (known !== undefined) {
    await wake(radarr, known, decidedAt)
    return known
  }
  try {
    const arrId = await radarr.add(film)
    return { arrId, title: film.title, monitored: true, hasFile: false }
  } catch (error) {
    if (!isFault(error, 'conflict', 'timeout', 'server', 'unreachable')) throw error
    const there = await radarr.find(film.tmdbId)
    if (there === undefined) throw error
    await wake(radarr, there, decidedAt)
    return there
  }
}

const wake = async (radarr: Radarr, film: ArrFilm, decidedAt: number): Promise<void> => {
  if (film.hasFile) return
  if (!film.monitored) await radarr.monitor(film.arrId)
  // A search since the decision is ours, or as good as ours: a second one would only trouble the indexers.
  if (film.lastSearchAt === undefined || film.lastSearchAt < decidedAt) await radarr.search(film.arrId)
}

const stuck = async (request: MediaRequest, trouble: Trouble, deps: JobDeps): Promise<JobEnd> => {
  await recordTrouble(deps, self, { requestId: request.id, trouble })
  return later(patience.longestPauseMs, trouble.code)
}

/** Hands an approved request to its instance. While that can't be done the request stays approved, says why, and is tried again. */
export const addToArrJob = defineJob({
  name: 'add-to-arr',
  queue: 'arr',
  retry: patience,
  run: async (subject, deps) => {
    const request = await findRequest(deps.db, subject)
    if (request === undefined || request.state !== 'approved') return finished('nothing to add')
    const stored = await findTitle(deps.db, request.titleId)
    if (stored === undefined) throw new Error(`request ${request.id} has no title`)
    const instance =
      request.instanceId === undefined ? undefined : await findInstance(deps.db, request.instanceId)
    if (instance === undefined) return stuck(request, { code: 'no-instance' }, deps)
    const film = filmToAdd(instance, request, stored.title)
    if ('code' in film) return stuck(request, film, deps)
    try {
      const there = await bringIn(deps.radarr(instance), film, request.decidedAt ?? request.createdAt)
      await recordAdded(deps, self, { requestId: request.id, arrId: there.arrId, here: there.hasFile })
      return finished(there.hasFile ? 'was there' : 'added')
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      await recordTrouble(deps, self, { requestId: request.id, trouble: troubleOf(error) })
      if (error.retryable) throw error
      return later(pauseAfter(patience, 20, deps.random()), error.message)
    }
  },
})
