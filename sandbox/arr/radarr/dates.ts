import type { Title } from '../kit/titles.ts'
import type { Availability, Movie } from './state.ts'

const DAY = 86_400_000

const at = (date: string | undefined) => (date === undefined ? undefined : Date.parse(date))

const earliest = (...moments: (number | undefined)[]) => {
  const known = moments.filter((moment) => moment !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}

/** When a film can be had at home: on disc or online, or else three months after the cinema. */
const homeRelease = ({ digitalRelease, physicalRelease, inCinemas }: Title): number | undefined => {
  const cinema = at(inCinemas)
  return (
    earliest(at(digitalRelease), at(physicalRelease)) ??
    (cinema === undefined ? undefined : cinema + 90 * DAY)
  )
}

/** How far a film has come. */
export const statusOf = (title: Title, now: number): Availability => {
  const home = homeRelease(title)
  const cinema = at(title.inCinemas)
  if (home !== undefined && now >= home) return 'released'
  return cinema !== undefined && now > cinema ? 'inCinemas' : 'announced'
}

/** The date that counts for a minimum availability. */
export const releaseDate = (title: Title, minimum: Availability): number | undefined => {
  if (minimum === 'released') return homeRelease(title)
  if (minimum === 'inCinemas') return at(title.inCinemas)
  return earliest(at(title.inCinemas), at(title.digitalRelease), at(title.physicalRelease))
}

/** Whether the application looks for a film by itself already. */
export const isAvailable = ({ title, minimumAvailability }: Movie, now: number): boolean => {
  if (minimumAvailability === 'tba' || minimumAvailability === 'announced') return true
  const date = releaseDate(title, minimumAvailability)
  return date !== undefined && now >= date
}

/** The date that the webhooks carry: on disc, else three months after the cinema, else the end of time. */
export const hookReleaseDate = ({ physicalRelease, inCinemas }: Title): string => {
  if (physicalRelease) return physicalRelease.slice(0, 10)
  return inCinemas ? new Date(Date.parse(inCinemas) + 90 * DAY).toISOString().slice(0, 10) : '9999-12-31'
}
