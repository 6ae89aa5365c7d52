import { z } from 'zod'
import { SECOND } from '../../platform/clock.ts'
import { readJson } from '../http/ask.ts'
import type { CallOptions } from '../http/types.ts'
import type { ArrKit } from './kit.ts'
import { refusedAdd } from './refused-add.ts'
import type { FilmToAdd } from './types.ts'

const added = z.object({ id: z.number() })

/**
 * Adds a film and starts a search. The deadline is long because Radarr first asks its own metadata service; the
 * add may still succeed after it.
 */
export const addFilm = async (kit: ArrKit, film: FilmToAdd, options?: CallOptions): Promise<number> => {
  const body = {
    tmdbId: film.tmdbId,
    title: film.title,
    ...(film.year === undefined ? {} : { year: film.year }),
    qualityProfileId: film.profileId,
    rootFolderPath: film.folder,
    tags: film.tagIds,
    minimumAvailability: film.minimumAvailability,
    monitored: true,
    // Without these Radarr fails to tell its webhooks of the film.
    addOptions: { searchForMovie: true, monitor: 'movieOnly', addMethod: 'manual' },
  }
  const asked = { ...options, method: 'POST', body, deadlineMs: 30 * SECOND } as const
  const { call, answer } = await kit.tell('add a film', 'movie', asked, refusedAdd)
  return readJson(call, answer, added).id
}
