import type { Health } from './health.ts'

/** Trouble shorter than this is a blip: nobody is told of it. */
const BLIP_MS = 2 * 60_000
/** What is well for this long is taken for well. */
const STEADY_MS = 30_000

/**
 * How long the owner isn't told yet of how an instance does: 0 when it is time, undefined when there is nothing to
 * tell. `toldSince`: they heard of trouble, and perhaps not yet that it is over.
 */
export const untilTold = (
  { health, toldSince }: Readonly<{ health: Health; toldSince?: number }>,
  now: number,
): number | undefined => {
  if (health.state === 'trouble') return Math.max(0, health.since + BLIP_MS - now)
  if (health.state === 'unknown' || toldSince === undefined) return undefined
  return Math.max(0, (health.since ?? now) + STEADY_MS - now)
}
