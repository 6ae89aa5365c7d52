import { z } from 'zod'
import { SECOND } from '../../platform/clock.ts'
import type { Fault } from '../../platform/faults.ts'
import { readJson } from '../http/ask.ts'
import { safeWords } from '../http/said.ts'
import { statusFault } from '../http/status-fault.ts'
import type { Answer, Call, CallOptions } from '../http/types.ts'
import { complaintsIn } from './complaints.ts'
import type { ArrKit } from './kit.ts'
import type { FilmToAdd } from './types.ts'

const added = z.object({ id: z.number() })

const GONE: Readonly<Record<string, string>> = {
  qualityprofileid: 'profile-gone',
  rootfolderpath: 'folder-gone',
}

const explain = (call: Call, answer: Answer): Fault => {
  const complaints = complaintsIn(answer)
  const existing = complaints.some(
    ({ rule, words }) => rule === 'MovieExistsValidator' || /already been added/i.test(words),
  )
  if (existing) return statusFault(call, answer, { kind: 'conflict' })
  const gone = complaints.find(({ field }) => field in GONE)
  if (gone === undefined) return statusFault(call, answer)
  const code = GONE[gone.field] ?? gone.field
  return statusFault(call, answer, { code, said: safeWords(gone.words, call.secrets) })
}

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
  const { call, answer } = await kit.tell('add a film', 'movie', asked, explain)
  return readJson(call, answer, added).id
}
