import { z } from 'zod'
import { instantIn } from '../http/instant.ts'
import { statusFault } from '../http/status-fault.ts'
import type { CallOptions } from '../http/types.ts'
import { sendCommand } from './command.ts'
import type { ArrKit } from './kit.ts'
import type { ArrFilm } from './types.ts'

const films = z.array(
  z.object({
    id: z.number(),
    tmdbId: z.number(),
    title: z.string().nullish(),
    monitored: z.boolean(),
    hasFile: z.boolean().nullish(),
    lastSearchTime: z.string().nullish(),
  }),
)

/** The film in Radarr's own library, if it is there. */
export const findFilm = async (
  kit: ArrKit,
  tmdbId: number,
  options?: CallOptions,
): Promise<ArrFilm | undefined> => {
  const found = await kit.ask('look for a film', 'movie', films, { ...options, query: { tmdbId } })
  // A Radarr that doesn't know the filter answers with the whole library.
  const film = found.find((one) => one.tmdbId === tmdbId)
  if (film === undefined) return undefined
  const lastSearchAt = instantIn(film.lastSearchTime)
  return {
    arrId: film.id,
    title: film.title ?? '',
    monitored: film.monitored,
    hasFile: film.hasFile ?? false,
    ...(lastSearchAt === undefined ? {} : { lastSearchAt }),
  }
}

/** Switches monitoring on. The film is sent back as it came: Radarr empties what an update leaves out. */
export const monitorFilm = async (kit: ArrKit, arrId: number, options?: CallOptions): Promise<void> => {
  const whole = z.record(z.string(), z.unknown())
  const film = await kit.ask('read a film', `movie/${arrId}`, whole, options)
  if (film.monitored === true) return
  const body = { ...film, monitored: true }
  await kit.tell('monitor a film', `movie/${arrId}`, { ...options, method: 'PUT', body }, statusFault)
}

/** Has Radarr look for a release now. */
export const searchFilm = async (kit: ArrKit, arrId: number, options?: CallOptions): Promise<void> =>
  sendCommand(kit, 'search for a film', { name: 'MoviesSearch', movieIds: [arrId] }, options)
