/** Milliseconds since 1970, UTC. */
type Instant = number

/** Events are written down a little after they happen, and clocks differ: so much is read a second time. */
export const OVERLAP_MS = 10 * 60_000
/** Where the first reading begins, before we knew the instance: our clocks may differ. */
const LEAD_MS = 60 * 60_000

/**
 * How far an instance's history was read: up to which moment of its own clock, and the numbers of the events so close
 * to that moment that they are read again.
 */
export type Reading = Readonly<{ readTo: Instant; seen: readonly number[] }>

type Event = Readonly<{ id: number; at: Instant }>

/** Before anything was read of an instance that we know since `knownAt`. */
export const firstReading = (knownAt: Instant): Reading => ({ readTo: knownAt - LEAD_MS, seen: [] })

/** From when on the history is to be read. */
export const readFrom = ({ readTo }: Reading, now: Instant): Instant => Math.min(readTo, now) - OVERLAP_MS

/** Those of the events that were not read before. */
export const unread = <E extends Event>({ seen }: Reading, events: readonly E[]): E[] =>
  events.filter(({ id }) => !seen.includes(id))

/**
 * How far it is read once these events were: up to the last of them that bears no date to come. Our own time is no
 * mark, for ours may be the clock that is ahead, and then it passes what is yet to happen there.
 */
export const readOn = (before: Reading, events: readonly Event[], now: Instant): Reading => {
  const past = events.map(({ at }) => at).filter((at) => at <= now)
  const readTo = Math.max(before.readTo, ...past)
  const from = readFrom({ readTo, seen: [] }, now)
  return { readTo, seen: events.filter(({ at }) => at >= from).map(({ id }) => id) }
}
