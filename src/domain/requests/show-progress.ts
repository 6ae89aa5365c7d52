import { change, type Decision, nothing } from '../decision.ts'
import { type EpisodeFact, isSeasonWhole, type Measure, measureWish } from '../seasons/snapshot.ts'
import { asksFor, type EpisodeRef } from '../seasons/wish.ts'
import type { MediaRequest, RequestChange } from './request.ts'
import { startLooking } from './unfound.ts'

/** What was found when an instance was asked how far a show is. */
type ShowFacts = Readonly<{
  episodes: readonly EpisodeFact[]
  /** Episodes that its followers heard of already, or that were there before. */
  told: readonly EpisodeRef[]
  /** The instance's number of the show. */
  arrId?: number
}>

/** What the facts mean: a change of the request, and news for its followers. */
export type ShowProgress = Readonly<{
  decision: Decision<RequestChange>
  /** Episodes that came since the last look; `firstLook`: they were there all along, and nobody is told. */
  arrived: readonly EpisodeRef[]
  firstLook: boolean
  /** Those of the seasons of what arrived of which nothing is missing now. */
  whole: readonly number[]
  /** Whether what arrived leaves nothing open: of the request, or of the seasons that it belongs to. */
  settled: 'request' | 'seasons' | 'no'
}>

const IDLE: ShowProgress = { decision: nothing, arrived: [], firstLook: false, whole: [], settled: 'no' }

/** A card is edited when a tenth of the episodes more is here, not for each one of them. */
const tenths = (have: number, total: number): number => (total === 0 ? 0 : Math.floor((have * 10) / total))

const decide = (request: MediaRequest, measure: Measure, arrId: number | undefined, now: number) => {
  const { have, total, nextAt, lackingSince, complete } = measure
  const first: RequestChange = {
    ...(request.measuredAt === undefined ? { measuredAt: now } : {}),
    ...(arrId === undefined || arrId === request.arrId ? {} : { arrId }),
  }
  const came = have > (request.have ?? 0) ? startLooking(now) : {}
  const counted = { have, total, nextAt: nextAt ?? null, lackingSince: lackingSince ?? null }
  const measured: RequestChange = { ...counted, ...first, ...came }
  if (complete) {
    const over = { state: 'available', percent: null, eta: null, trouble: null } as const
    // What was there all along is no news of an episode, but whoever asked has to hear of it. Of later seasons alone
    // nothing can have been there.
    const isNews = request.measuredAt === undefined && total > 0
    const event = isNews ? 'request.available' : 'request.completed'
    return change({ ...measured, ...over }, event)
  }
  const moved =
    tenths(have, total) !== tenths(request.have ?? 0, request.total ?? 0) || nextAt !== request.nextAt
  const differs = Object.entries(counted).some(
    ([key, value]) => value !== (request[key as keyof typeof counted] ?? null),
  )
  if (!differs && Object.keys(first).length === 0) return nothing
  return moved ? change(measured, 'request.progressed') : change(measured)
}

const placeOf = ({ season, episode }: EpisodeRef): string => `${season}.${episode}`

/**
 * Of what was here, episodes may be deleted, and come back: the card says how many are left. Episodes that nobody
 * knew of when all was here take no part in that.
 */
const decideLeft = (request: MediaRequest, { episodes, told }: ShowFacts): Decision<RequestChange> => {
  const { wish, total } = request
  if (wish === undefined || total === undefined) return nothing
  const here = new Set(episodes.filter((fact) => fact.here).map(placeOf))
  const lost = told.filter((one) => asksFor(wish, one) && !here.has(placeOf(one))).length
  const have = Math.max(0, total - lost)
  return have === request.have ? nothing : change({ have }, 'request.recounted')
}

/**
 * Decides what the episodes of a show mean for a request that was sent to its instance. Whichever way the news came
 * (webhook, history, queue, a look after an absence), the instance is asked for all of them, so that order, repeats
 * and losses of news don't matter.
 */
export const decideShowProgress = (request: MediaRequest, facts: ShowFacts, now: number): ShowProgress => {
  const { wish, state, measuredAt } = request
  const isUnderWay = state === 'approved' || state === 'added' || state === 'downloading'
  if (wish === undefined || !(isUnderWay || state === 'available')) return IDLE
  // A show whose episodes are being read anew has none for a moment: that says nothing.
  if (facts.episodes.length === 0) return IDLE
  if (!(isUnderWay || wish.future)) return { ...IDLE, decision: decideLeft(request, facts) }
  const measure = measureWish(wish, facts.episodes, request.createdAt, now)
  const told = new Set(facts.told.map(placeOf))
  const arrived = measure.here.filter((one) => !told.has(placeOf(one)))
  const seasons = [...new Set(arrived.map(({ season }) => season))]
  const whole = seasons.filter((season) => isSeasonWhole(season, facts.episodes, now))
  const isSettled = whole.length > 0 && whole.length === seasons.length
  return {
    decision: isUnderWay ? decide(request, measure, facts.arrId, now) : decideLeft(request, facts),
    arrived,
    firstLook: measuredAt === undefined,
    whole,
    settled: measure.complete ? 'request' : isSettled ? 'seasons' : 'no',
  }
}
