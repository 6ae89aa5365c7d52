import type { Instance } from '../db/queries/instances.ts'
import type { EvaluationFacts } from '../domain/requests/evaluate.ts'
import { arrRef } from '../domain/titles/kind.ts'
import type { Title } from '../domain/titles/title.ts'
import { Fault } from '../platform/faults.ts'
import type { JobDeps } from './deps.ts'
import { readEpisodes } from './look-at-show.ts'

/** What an instance has of a title. */
export type Found = Pick<NonNullable<EvaluationFacts['target']>, 'existence' | 'arrId' | 'episodes'>

const lookForFilm = async (instance: Instance, tmdbId: string, deps: JobDeps): Promise<Found> => {
  const film = await deps.radarr(instance).find(Number(tmdbId))
  if (film === undefined) return { existence: 'absent' }
  return { existence: film.hasFile ? 'here' : 'known', arrId: film.arrId }
}

const lookForShow = async (instance: Instance, tvdbId: string, deps: JobDeps): Promise<Found> => {
  const sonarr = deps.sonarr(instance)
  const show = await sonarr.find(Number(tvdbId))
  if (show === undefined) return { existence: 'absent' }
  return { existence: 'known', arrId: show.arrId, episodes: await readEpisodes(sonarr, show.arrId) }
}

/** Asks an instance what it has of a title. Not knowing is an answer: a person decides, and adding reads back first anyway. */
export const lookFor = async (instance: Instance, title: Title, deps: JobDeps): Promise<Found> => {
  const ref = arrRef(title)
  if (ref === undefined) return { existence: 'unknown' }
  try {
    return await (ref.kind === 'film' ? lookForFilm : lookForShow)(instance, ref.value, deps)
  } catch (error) {
    if (error instanceof Fault) return { existence: 'unknown' }
    throw error
  }
}
