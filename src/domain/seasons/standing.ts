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
  const dated = own.filter((fact) => fact.here || fact.airsAt !== undefined)
  const aired = own.filter(({ airsAt }) => airsAt !== undefined && airsAt <= now)
  // A season that still runs isn't here before its last episode is: the rest of it can be asked for.
  if (here > 0 && dated.every((fact) => fact.here)) return 'here'
  if (claims.some((claim) => claim.season === season.number && claim.episode === undefined)) return 'asked'
  if (here > 0) return 'partly'
  const isOut =
    own.length > 0 ? aired.length > 0 : season.firstAired === undefined || season.firstAired <= now
  return isOut ? 'missing' : 'not-aired'
}

/** The seasons that metadata tell of, with those that only the instance knows. */
const allSeasons = (told: readonly SeasonFacts[], facts: readonly EpisodeFact[]): SeasonFacts[] => {
  const known = new Set(told.map(({ number }) => number))
  const others = [...new Set(facts.map(({ season }) => season))].filter((season) => !known.has(season))
  return [...told, ...others.map((number) => ({ number }))].sort((one, other) => one.number - other.number)
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
  return allSeasons(seasons, facts).map((season) => {
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

/** How one episode stands for somebody who looks at it. */
export type EpisodeStanding = Readonly<{
  episode: number
  name?: string
  state: Exclude<SeasonState, 'partly'>
}>

/** An episode as its metadata name it. */
type NamedEpisode = Readonly<{ episode: number; name?: string; airsAt?: Instant }>

/**
 * How each episode of a season stands. What the instance knows of the season goes before what metadata tell, for it
 * fetches by its own numbers.
 */
export const episodeStandings = (
  season: number,
  named: readonly NamedEpisode[],
  facts: readonly EpisodeFact[],
  claims: readonly Claim[],
  now: Instant,
): EpisodeStanding[] => {
  const names = new Map(named.map((one) => [one.episode, one]))
  const own = facts.filter((fact) => fact.season === season)
  const isAsked = ({ episode }: NamedEpisode): boolean =>
    claims.some(
      (claim) => claim.season === season && (claim.episode === undefined || claim.episode === episode),
    )
  const known: readonly (NamedEpisode & Partial<EpisodeFact>)[] = own.length > 0 ? own : named
  return known
    .map((one): EpisodeStanding => {
      const { name, airsAt = one.airsAt } = names.get(one.episode) ?? {}
      // Without a day an episode that an instance lists is announced at most.
      const isOut = airsAt === undefined ? own.length === 0 : airsAt <= now
      const open = isAsked(one) ? 'asked' : isOut ? 'missing' : 'not-aired'
      const state = one.here === true ? 'here' : open
      return { episode: one.episode, state, ...(name === undefined ? {} : { name }) }
    })
    .sort((one, other) => one.episode - other.episode)
}

const numbers = (standings: readonly SeasonStanding[], ...states: SeasonState[]): number[] =>
  standings.filter(({ number, state }) => number > 0 && states.includes(state)).map(({ number }) => number)

/** Whether there is a numbered season, and every one of them is here. Most people never want the specials. */
export const areAllHere = (standings: readonly SeasonStanding[]): boolean => {
  const numbered = standings.filter(({ number }) => number > 0)
  return numbered.length > 0 && numbered.every(({ state }) => state === 'here')
}

/** Every season but the specials. */
export const numberedSeasons = (standings: readonly SeasonStanding[]): number[] =>
  standings.map(({ number }) => number).filter((number) => number > 0)

/** Seasons that are out, that nobody asked for, and that aren't here whole; specials only when they are named. */
export const missingSeasons = (standings: readonly SeasonStanding[]): number[] =>
  numbers(standings, 'missing', 'partly')

/** Every numbered season that isn't here whole, also those that others asked for or that are still to come. */
export const wantableSeasons = (standings: readonly SeasonStanding[]): number[] =>
  numbers(standings, 'missing', 'partly', 'asked', 'not-aired')

/** The last season that has begun; of a show that has not begun, its first. */
export const latestSeason = (standings: readonly SeasonStanding[]): number | undefined => {
  const numbered = standings.filter(({ number }) => number > 0)
  return (numbered.findLast(({ state }) => state !== 'not-aired') ?? numbered[0])?.number
}
