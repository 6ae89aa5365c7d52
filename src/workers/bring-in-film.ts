import type { ArrFilm, FilmToAdd, Radarr } from '../clients/arr/types.ts'
import type { Instance } from '../db/queries/instances.ts'
import type { MediaRequest, Trouble } from '../domain/requests/request.ts'
import { arrRef } from '../domain/titles/kind.ts'
import type { Title } from '../domain/titles/title.ts'
import { isFault } from '../platform/faults.ts'
import { type Place, placeOf } from './place.ts'

const filmToAdd = (instance: Instance, title: Title, tmdbId: string, place: Place): FilmToAdd => ({
  tmdbId: Number(tmdbId),
  title: title.name,
  ...(title.year === undefined ? {} : { year: title.year }),
  ...place,
  minimumAvailability: instance.availability as FilmToAdd['minimumAvailability'],
})

const wake = async (radarr: Radarr, film: ArrFilm, decidedAt: number): Promise<void> => {
  if (film.hasFile) return
  if (!film.monitored) await radarr.monitor(film.arrId)
  // A search since the decision is ours, or as good as ours: a second one would only trouble the indexers.
  if (film.lastSearchAt === undefined || film.lastSearchAt < decidedAt) await radarr.search(film.arrId)
}

/**
 * Brings a film into Radarr. Reads first: after a timeout, a 409 or a crash of ours the film may be there, and
 * then it is only made sure that it's monitored and searched for.
 */
export const bringInFilm = async (
  radarr: Radarr,
  request: MediaRequest,
  title: Title,
  instance: Instance,
): Promise<Readonly<{ arrId: number; here: boolean }> | Trouble> => {
  const place = placeOf(instance, request)
  if ('code' in place) return place
  const ref = arrRef(title)
  if (ref === undefined) return { code: 'rejected', said: 'TMDB number unknown' }
  const film = filmToAdd(instance, title, ref.value, place)
  const decidedAt = request.decidedAt ?? request.createdAt
  const takeKnown = async () => {
    const known = await radarr.find(film.tmdbId)
    if (known !== undefined) await wake(radarr, known, decidedAt)
    return known && { arrId: known.arrId, here: known.hasFile }
  }
  const known = await takeKnown()
  if (known !== undefined) return known
  try {
    return { arrId: await radarr.add(film), here: false }
  } catch (error) {
    if (!isFault(error, 'conflict', 'timeout', 'server', 'unreachable')) throw error
    const there = await takeKnown()
    if (there === undefined) throw error
    return there
  }
}
