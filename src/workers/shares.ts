import type { Clock } from '../platform/clock.ts'
import { SECOND } from '../platform/clock.ts'

const SHORTEST_WAIT_MS = 50
const LONGEST_WAIT_MS = 120 * SECOND

/** A turn at something shared: taken until `leave`, or a wait after which to ask again. */
export type Turn = Readonly<{ leave(): void } | { waitMs: number }>

/** How many are at each thing that several want, in this process. */
export type Shares = Readonly<{ take(name: string, most: number): Turn }>

type Desk = {
  busy: number
  /** How long a turn took lately. */
  usualMs: number
  /** When the last of those who were sent away may come back. */
  promisedAt: number
}

/**
 * Lets so many at a time at what they share. Whoever is too many is sent away until it's likely their turn, so that a
 * thousand who wait for something slow don't come back all at once, again and again.
 */
export const createShares = (clock: Clock): Shares => {
  const desks = new Map<string, Desk>()

  const deskOf = (name: string): Desk => {
    const known = desks.get(name)
    if (known !== undefined) return known
    const made = { busy: 0, usualMs: 0, promisedAt: 0 }
    desks.set(name, made)
    return made
  }

  return {
    take: (name, most) => {
      const desk = deskOf(name)
      const begun = clock.now()
      if (desk.busy >= most) {
        const each = Math.max(SHORTEST_WAIT_MS, desk.usualMs / most)
        desk.promisedAt = Math.min(Math.max(desk.promisedAt, begun) + each, begun + LONGEST_WAIT_MS)
        return { waitMs: Math.ceil(desk.promisedAt - begun) }
      }
      desk.busy += 1
      return {
        leave: () => {
          desk.busy -= 1
          desk.usualMs = (desk.usualMs + Math.max(0, clock.now() - begun)) / 2
        },
      }
    },
  }
}
