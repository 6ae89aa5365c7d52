import { recordShowNews } from '../actions/requests/record-show-news.ts'
import type { SonarrEvent } from '../clients/arr/types.ts'
import { listByArrId } from '../db/queries/requests.ts'
import { asksFor, EMPTY_WISH, seasonsOf } from '../domain/seasons/wish.ts'
import type { JobDeps } from './deps.ts'
import { lookAtTitle } from './look-at-show.ts'
import { type Place, sumUpEvents } from './read-film-events.ts'
import { actAs } from './system.ts'

type Event = Omit<SonarrEvent, 'episodeId'> & Partial<Pick<SonarrEvent, 'episodeId'>>

/** Tells those who asked for an episode that its download failed, and whether others of theirs go on. */
const tellFailed = async (
  { instance, arrId }: Place,
  failed: readonly Event[],
  deps: JobDeps,
): Promise<void> => {
  const sonarr = deps.sonarr(instance)
  const numbers = new Set(failed.map(({ episodeId }) => episodeId))
  const episodes = (await sonarr.episodes(arrId)).filter(({ id }) => numbers.has(id))
  const queue = (await sonarr.queue()).filter((item) => item.arrId === arrId)
  const said = failed.at(-1)?.said
  for (const { id: requestId, wish = EMPTY_WISH } of await listByArrId(deps.db, instance.id, arrId)) {
    if (!episodes.some((episode) => asksFor(wish, episode))) continue
    const seasons = seasonsOf(wish)
    const going = queue.some(({ season }) => season === undefined || seasons.includes(season))
    await recordShowNews(deps, actAs('reconcile-instance'), {
      requestId,
      news: { what: 'failed', going, ...(said === undefined ? {} : { said }) },
    })
  }
}

/** Makes of a show's history what webhooks would have told. */
export const readShowEvents = async (
  place: Place,
  events: readonly Event[],
  deps: JobDeps,
): Promise<void> => {
  const failed = events.filter(({ what }) => what === 'failed')
  if (failed.length > 0) await tellFailed(place, failed, deps)
  const { deleted, moved } = sumUpEvents(events)
  const { instance, ref, arrId } = place
  if (moved) await lookAtTitle(instance, { ref, arrId, deleted }, deps)
}
