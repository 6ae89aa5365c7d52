import type { Instant } from '../../platform/clock.ts'

/** Reads an ISO date, with or without a time, as services write it; undefined for anything else. */
export const instantIn = (text: string | null | undefined): Instant | undefined => {
  const instant = Date.parse(text ?? '')
  return Number.isNaN(instant) ? undefined : instant
}
