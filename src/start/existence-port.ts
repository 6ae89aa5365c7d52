import { factOf } from '../clients/arr/episode-fact.ts'
import type { Radarr, Sonarr } from '../clients/arr/types.ts'
import type { CommandDeps } from '../commands/ports.ts'
import { arrRef } from '../domain/titles/kind.ts'
import { Fault } from '../platform/faults.ts'

/** Longer than this nobody waits for a card; "unknown" is shown instead. */
const DEADLINE_MS = 1_500

/** Whether the default instance has a title, asked with little patience. */
export const createExistence =
  (radarr: () => Promise<Radarr | undefined>): CommandDeps['existence'] =>
  async (title) => {
    const ref = arrRef(title)
    const line = ref?.kind === 'film' ? await radarr() : undefined
    if (ref === undefined || line === undefined) return 'unknown'
    try {
      const film = await line.find(Number(ref.value), { signal: AbortSignal.timeout(DEADLINE_MS) })
      if (film === undefined) return 'absent'
      return film.hasFile ? 'here' : 'known'
    } catch (error) {
      if (error instanceof Fault) return 'unknown'
      throw error
    }
  }

/** What the default Sonarr has of a show, asked with little patience. */
export const createShowFacts =
  (sonarr: () => Promise<Sonarr | undefined>): CommandDeps['showFacts'] =>
  async (title) => {
    const ref = arrRef(title)
    const line = ref?.kind === 'show' ? await sonarr() : undefined
    if (ref === undefined || line === undefined) return undefined
    const signal = AbortSignal.timeout(DEADLINE_MS)
    try {
      const show = await line.find(Number(ref.value), { signal })
      if (show === undefined) return []
      return (await line.episodes(show.arrId, { signal })).map(factOf)
    } catch (error) {
      if (error instanceof Fault) return undefined
      throw error
    }
  }
