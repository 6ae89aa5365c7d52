import { z } from 'zod'
import type { ArrNews } from '../domain/requests/progress.ts'
import type { TitleRef } from '../domain/titles/title.ts'

const film = z.object({ movie: z.object({ tmdbId: z.number().int().positive() }) })

const NEWS: Readonly<Record<string, ArrNews>> = {
  Grab: { what: 'grabbed' },
  Download: { what: 'imported' },
  MovieDelete: { what: 'removed' },
}

/** What a stored webhook of Radarr says of which title; undefined for all that no request cares for. */
export const newsIn = (eventType: string, body: unknown): { ref: TitleRef; news: ArrNews } | undefined => {
  const news = NEWS[eventType]
  const parsed = film.safeParse(body)
  if (news === undefined || !parsed.success) return undefined
  return { ref: { kind: 'film', source: 'tmdb', value: String(parsed.data.movie.tmdbId) }, news }
}
