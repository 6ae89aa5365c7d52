/** Milliseconds since 1970, UTC. */
type Instant = number

/** Missing in so many complete lists of people in a row, somebody is taken for gone. */
const GONE_AFTER = 2

/** How often in a row complete lists of the owner's people did not name somebody, and since when they are gone. */
type Absence = Readonly<{ missed: number; suspendedAt: Instant | null }>

/** Of whoever is there. */
export const PRESENT: Absence = { missed: 0, suspendedAt: null }

/** What it is after one more complete list that doesn't name them. */
export const missedAgain = (before: Absence, now: Instant): Absence => {
  const missed = before.missed + 1
  return {
    missed,
    suspendedAt: before.suspendedAt ?? (missed >= GONE_AFTER ? now : null),
  }
}

type Relation = 'owner' | 'friend' | 'home'

/** What is known of somebody once Plex named them again: Plex's word counts, but for who the owner is. */
export const greeted = (
  known: Readonly<{ uuid: string | null; relation: Relation | null; foundAt: Instant | null }>,
  found: Readonly<{ uuid?: string; username: string; title: string; relation: Exclude<Relation, 'owner'> }>,
  now: Instant,
) => ({
  username: found.username,
  title: found.title,
  uuid: found.uuid ?? known.uuid,
  relation: known.relation === 'owner' ? ('owner' as const) : found.relation,
  foundAt: known.foundAt ?? now,
  ...PRESENT,
})
