import { lookAtShow } from '../actions/requests/look-at-show.ts'
import { factOf } from '../clients/arr/episode-fact.ts'
import type { Sonarr } from '../clients/arr/types.ts'
import type { Instance } from '../db/queries/instances.ts'
import { listConcerned } from '../db/queries/requests.ts'
import { findTitleByRef } from '../db/queries/titles.ts'
import { hasLost } from '../domain/requests/request.ts'
import type { EpisodeFact } from '../domain/seasons/snapshot.ts'
import type { TitleRef } from '../domain/titles/title.ts'
import type { JobDeps } from './deps.ts'
import { actAs } from './system.ts'

/** All that a Sonarr has of a show. */
export const readEpisodes = async (sonarr: Sonarr, arrId: number): Promise<EpisodeFact[]> =>
  (await sonarr.episodes(arrId)).map(factOf)

/**
 * Asks an instance how far a show is, for every request that this concerns; one that has all it asked for only when
 * something was deleted. The instance is not troubled when there is none. The value is how many there were.
 */
export const lookAtTitle = async (
  instance: Instance,
  { ref, arrId, deleted }: Readonly<{ ref: TitleRef; arrId: number; deleted: boolean }>,
  deps: JobDeps,
): Promise<number> => {
  const title = await findTitleByRef(deps.db, ref)
  const concerned = title === undefined ? [] : await listConcerned(deps.db, instance.id, title.id)
  const waiting = concerned.filter(
    (request) =>
      deleted || request.state !== 'available' || request.wish?.future === true || hasLost(request),
  )
  if (waiting.length === 0) return 0
  const episodes = await readEpisodes(deps.sonarr(instance), arrId)
  for (const { id } of waiting) {
    await lookAtShow(deps, actAs('look-at-show'), { requestId: id, episodes, arrId })
  }
  return waiting.length
}
