import { asksFor, type EpisodeRef, isLater, type Wish } from './wish.ts'

/** Milliseconds since 1970, UTC; see platform's `Instant`. */
type Instant = number

/** An episode as its instance has it at a moment. Without a date it is announced at most. */
export type EpisodeFact = EpisodeRef & Readonly<{ here: boolean; airsAt?: Instant }>

/** How far a wish is fulfilled. */
export type Measure = Readonly<{
  /** Asked episodes whose day is known, and how many of them are here. */
  total: number
  have: number
  /** Whether nothing more is to be expected of what was asked for by name. */
  complete: boolean
  /** When the next asked episode that isn't here is aired, if that is still to come. */
  nextAt?: Instant
  /** When the earliest asked episode that isn't here was aired. */
  lackingSince?: Instant
  /** All that is here of what was asked for, with what came in later seasons. */
  here: readonly EpisodeRef[]
}>

/** A season of which nothing was aired for so long has ended, whatever is still announced of it. */
const RUNNING_MS = 60 * 86_400_000

/** Whether a season is under way and has episodes to come whose day nobody knows yet. Specials never end. */
const isRunning = (season: number, facts: readonly EpisodeFact[], now: Instant): boolean => {
  const own = facts.filter((fact) => fact.season === season)
  const isOpen = own.some(({ here, airsAt }) => !here && airsAt === undefined)
  return season > 0 && isOpen && own.some(({ airsAt }) => airsAt !== undefined && airsAt > now - RUNNING_MS)
}

/** Holds what an instance has against what was asked for at `askedAt`. */
export const measureWish = (
  wish: Wish,
  facts: readonly EpisodeFact[],
  askedAt: Instant,
  now: Instant,
): Measure => {
  const begun = new Set(
    facts.flatMap(({ season, airsAt }) => (airsAt !== undefined && airsAt <= askedAt ? [season] : [])),
  )
  const asked = facts.filter((fact) => asksFor(wish, fact) && (fact.here || fact.airsAt !== undefined))
  const here = facts.filter((fact) => fact.here && (asksFor(wish, fact) || isLater(wish, fact, begun)))
  const have = asked.filter((fact) => fact.here).length
  const days = asked.flatMap(({ here: isHere, airsAt }) => (isHere || airsAt === undefined ? [] : [airsAt]))
  const coming = days.filter((day) => day > now)
  const lacking = days.filter((day) => day <= now)
  const known = wish.seasons.every((season) => asked.some((fact) => fact.season === season))
  const named = wish.episodes.every((one) =>
    asked.some(({ season, episode }) => season === one.season && episode === one.episode),
  )
  const goesOn = wish.seasons.some((season) => isRunning(season, facts, now))
  return {
    total: asked.length,
    have,
    complete: known && named && have === asked.length && !goesOn,
    ...(coming.length === 0 ? {} : { nextAt: Math.min(...coming) }),
    ...(lacking.length === 0 ? {} : { lackingSince: Math.min(...lacking) }),
    here: here.map(({ season, episode }) => ({ season, episode })),
  }
}

/** Whether every episode of this season that was aired by now is here. */
export const isSeasonWhole = (season: number, facts: readonly EpisodeFact[], now: Instant): boolean =>
  facts.every((fact) => fact.season !== season || fact.here || fact.airsAt === undefined || fact.airsAt > now)
