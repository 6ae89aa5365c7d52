import { lookAtShow } from '../actions/requests/look-at-show.ts'
import { factOf } from '../clients/arr/episode-fact.ts'
import type { ArrShow, ShowToAdd, Sonarr } from '../clients/arr/types.ts'
import type { Instance } from '../db/queries/instances.ts'
import type { MediaRequest, Trouble } from '../domain/requests/request.ts'
import { asksFor, EMPTY_WISH, type Wish } from '../domain/seasons/wish.ts'
import { arrRef } from '../domain/titles/kind.ts'
import type { Title } from '../domain/titles/title.ts'
import { isFault } from '../platform/faults.ts'
import type { JobDeps } from './deps.ts'
import { type Place, placeOf } from './place.ts'
import { searchForWish } from './search-for-wish.ts'
import { actAs } from './system.ts'

/** Sonarr reads a new show's episodes a moment after it was added. */
type StillReading = Readonly<{ reading: true }>

const showToAdd = (
  { seriesType, seasonMonitoring }: Instance,
  title: Title,
  tvdbId: string,
  wish: Wish,
  place: Place,
): ShowToAdd => ({
  tvdbId: Number(tvdbId),
  title: title.name,
  ...(title.year === undefined ? {} : { year: title.year }),
  ...place,
  seriesType,
  seasons: wish.seasons,
  future: wish.future || seasonMonitoring === 'future',
})

/** The show as Sonarr has it: found, or added now. After a refusal or a silence it is looked for again. */
const findOrAdd = async (sonarr: Sonarr, show: ShowToAdd): Promise<ArrShow | undefined> => {
  const known = await sonarr.find(show.tvdbId)
  if (known !== undefined) return known
  try {
    await sonarr.add(show)
  } catch (error) {
    if (!isFault(error, 'conflict', 'timeout', 'server', 'unreachable')) throw error
    const there = await sonarr.find(show.tvdbId)
    if (there === undefined) throw error
    return there
  }
  return sonarr.find(show.tvdbId)
}

/**
 * Brings parts of a show into Sonarr: exactly the asked seasons and episodes become monitored and are searched for,
 * everything else stays as it was. What is there before the search is noted, so that it is told as no news.
 */
export const bringInShow = async (
  sonarr: Sonarr,
  request: MediaRequest,
  title: Title,
  instance: Instance,
  deps: JobDeps,
): Promise<Readonly<{ arrId: number; here: boolean }> | StillReading | Trouble> => {
  const place = placeOf(instance, request)
  if ('code' in place) return place
  const ref = arrRef(title)
  if (ref === undefined) return { code: 'rejected', said: 'TVDB number unknown' }
  const wish = request.wish ?? EMPTY_WISH
  const added = showToAdd(instance, title, ref.value, wish, place)
  const show = await findOrAdd(sonarr, added)
  if (show === undefined) return { reading: true }
  const { arrId } = show
  const episodes = await sonarr.episodes(arrId)
  if (episodes.length === 0) return { reading: true }
  await lookAtShow(deps, actAs('add-to-arr'), {
    requestId: request.id,
    episodes: episodes.map(factOf),
    arrId,
  })
  await sonarr.monitor(arrId, { seasons: wish.seasons, future: wish.future })
  // Single episodes, and those that somebody had switched off in a season that was monitored.
  const after = await sonarr.episodes(arrId)
  const asleep = after.filter((one) => asksFor(wish, one) && !one.monitored && !one.hasFile)
  if (asleep.length > 0) await sonarr.monitorEpisodes(asleep.map(({ id }) => id))
  await searchForWish(sonarr, arrId, wish, after, request.decidedAt ?? request.createdAt)
  return { arrId, here: false }
}
