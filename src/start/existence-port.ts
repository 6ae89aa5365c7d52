import type { Radarr } from '../clients/arr/types.ts'
import type { CommandDeps } from '../commands/ports.ts'
import { Fault } from '../platform/faults.ts'

/** Longer than this nobody waits for a card; "unknown" is shown instead. */
const DEADLINE_MS = 1_500

/** Whether the default instance has a title, asked with little patience. */
export const createExistence =
  (radarr: () => Promise<Radarr | undefined>): CommandDeps['existence'] =>
  async (title) => {
    const tmdbId = title.ids.tmdb
    const line = title.kind === 'film' && tmdbId !== undefined ? await radarr() : undefined
    if (line === undefined) return 'unknown'
    try {
      const film = await line.find(Number(tmdbId), { signal: AbortSignal.timeout(DEADLINE_MS) })
      if (film === undefined) return 'absent'
      return film.hasFile ? 'here' : 'known'
    } catch (error) {
      if (error instanceof Fault) return 'unknown'
      throw error
    }
  }
