import type { SeasonFacts } from '../titles/title.ts'
import type { Claim } from './claims.ts'
import type { EpisodeFact } from './snapshot.ts'

/** Milliseconds since 1970, UTC. */
type Instant = number

/** How one season stands for somebody who looks at it. `partly`: some of its episodes are here. */
export type SeasonState = 'here' | 'partly' | 'asked' | 'missing' | 'not-aired'

export type SeasonStanding = Readonly<{
  number: number
  state: SeasonState
  /** How many episodes it has, where that is known. */
  episodes?: number
  /** How many of them are here, where an instance could be asked. */
  here: number
  firstAired?: Instant
}>

const stateOf = (
  season: SeasonFacts,
  own: readonly EpisodeFact[],
  claims: readonly Claim[],
  now: Instant,
): SeasonState => {
  const here = own.filter((fact) => fact.here).length
  const aired = own.filter(({ airsAt }) => airsAt !== undefined && airsAt <= now)
  if (here > 0 && aired.every((fact) => fact.here)) return 'here'
  if (claims.some((claim) => claim.season === season.number && claim.episode === undefined)) return 'asked'
  if (here > 0) return 'partly'
  const isOut =
    own.length > 0 ? aired.length > 0 : season.firstAired === undefined || season.firstAired <= now
  return isOut ? 'missing' : 'not-aired'
}

/**
 * How each season of a show stands: what an instance has (nothing, when it could not be asked), what others asked
 * for, and what is out at all.
 */
export const seasonStandings = (
  seasons: readonly SeasonFacts[],
  facts: readonly EpisodeFact[],
  claims: readonly Claim[],
  now: Instant,
): SeasonStanding[] => {
  const bySeason = Map.groupBy(facts, ({ season }) => season)
  return seasons.map((season) => {
    const own = bySeason.get(season.number) ?? []
    const episodes = own.length > 0 ? own.length : season.episodes
    return {
      number: season.number,
      state: stateOf(season, own, claims, now),
      here: own.filter((fact) => fact.here).length,
      ...(episodes === undefined ? {} : { episodes }),
      ...(season.firstAired === undefined ? {} : { firstAired: season.firstAired }),
    }
  })
}

const numbers = (standings: readonly SeasonStanding[], ...states: SeasonState[]): number[] =>
  standings.filter(({ number, state }) => number > 0 && states.includes(state)).map(({ number }) => number)

/** Seasons that are out, that nobody asked for, and that aren't here whole; specials only when they are named. */
export const missingSeasons = (standings: readonly SeasonStanding[]): number[] =>
  numbers(standings, 'missing', 'partly')

/** Every season that isn't here whole, also those that others asked for or that are still to come. */
export const wantableSeasons = (standings: readonly SeasonStanding[]): number[] =>
  numbers(standings, 'missing', 'partly', 'asked', 'not-aired')

/** The last season that has begun; of a show that has not begun, its first. */
export const latestSeason = (standings: readonly SeasonStanding[]): number | undefined => {
  const numbered = standings.filter(({ number }) => number > 0)
  return (numbered.findLast(({ state }) => state !== 'not-aired') ?? numbered[0])?.number
}
