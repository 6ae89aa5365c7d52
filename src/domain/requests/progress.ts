import { change, type Decision, nothing } from '../decision.ts'
import { asksFor, type EpisodeRef } from '../seasons/wish.ts'
import type { MediaRequest, RequestChange } from './request.ts'
import { startLooking } from './unfound.ts'

/** What an *arr told of a title: by webhook, history or queue, it means the same. */
export type ArrNews = Readonly<
  | { what: 'grabbed'; episodes?: readonly EpisodeRef[] }
  | { what: 'progress'; percent: number; eta?: number }
  /** It can't be imported without a person; `said` are the *arr's words. */
  | { what: 'blocked'; said?: string; episodes?: readonly EpisodeRef[] }
  /** Nothing of it is being downloaded any more, and it isn't here. */
  | { what: 'idle' }
  /** Its file is there; `arrId`: the *arr's number of the title, for a request whose adding was overtaken. */
  | { what: 'imported'; arrId?: number }
  /** A download failed for good; `going`: another of the same title goes on. */
  | { what: 'failed'; going: boolean; said?: string }
  /** A better copy took the place of the one that was here; `at`: when, if that was not just now. */
  | { what: 'upgraded'; at?: number }
  /** Its file was deleted, and it is still in the *arr. */
  | { what: 'deleted' }
  /** Somebody took it out of the *arr, or deleted its files. */
  | { what: 'removed' }
>

/** Progress is news in steps of this many percent: cards are edited rarely, for Discord rations edits of old messages. */
const STEP = 10

/** An *arr lists a download up to a minute after it was grabbed; before that, none in its queue means nothing. */
const IDLE_MS = 150_000

/** Decides what news from an *arr mean for a request that was sent there. News for a request that is over mean nothing. */
export const decideProgress = (
  request: MediaRequest,
  news: ArrNews,
  now: number,
): Decision<RequestChange> => {
  const { state } = request
  if (state === 'available') return decideAfterwards(request, news, now)
  if (state !== 'approved' && state !== 'added' && state !== 'downloading') return nothing
  switch (news.what) {
    case 'imported':
      return decideImported(request, news.arrId)
    case 'grabbed':
      return decideGrabbed(request, news.episodes)
    case 'progress':
      return decidePercent(request, news.percent, news.eta)
    case 'blocked':
      return decideBlocked(request, news.said, news.episodes)
    case 'idle':
      return state === 'downloading' && now - request.updatedAt > IDLE_MS
        ? change(backToLooking(now), 'request.added')
        : nothing
    case 'removed':
      return state === 'approved'
        ? nothing
        : change({ state: 'removed', percent: null, eta: null, trouble: null }, 'request.removed')
    case 'failed':
      return decideFailed(request, news.going, news.said, now)
    // What is under way is looked for anew by the *arr itself.
    case 'deleted':
    case 'upgraded':
      return nothing
  }
}

/** It is here. Without its number nothing that its history tells later could be known to be of this request. */
const decideImported = (
  { arrId: known }: MediaRequest,
  arrId: number | undefined,
): Decision<RequestChange> => {
  const number = known === undefined && arrId !== undefined ? { arrId } : {}
  const over = { state: 'available', percent: null, eta: null, trouble: null } as const
  return change({ ...over, ...number }, 'request.available')
}

/** News of one and the same better copy come by webhook and by history, at almost the same moment. */
const SAME_UPGRADE_MS = 10 * 60_000

const backToLooking = (now: number) =>
  ({ state: 'added', percent: null, eta: null, trouble: null, ...startLooking(now) }) as const

/** What happens to a title that is here already. */
const decideAfterwards = (
  { upgradedAt = Number.NEGATIVE_INFINITY }: MediaRequest,
  news: ArrNews,
  now: number,
): Decision<RequestChange> => {
  if (news.what === 'upgraded') {
    const at = Math.min(news.at ?? now, now)
    return at - upgradedAt > SAME_UPGRADE_MS ? change({ upgradedAt: at }, 'request.progressed') : nothing
  }
  const isGone = news.what === 'removed' || news.what === 'deleted'
  return isGone ? change({ state: 'removed' }, 'request.removed') : nothing
}

/** A download failed: it is looked for anew, unless another goes on, and `Why?` tells of the last failure. */
const decideFailed = (
  request: MediaRequest,
  going: boolean,
  said: string | undefined,
  now: number,
): Decision<RequestChange> => {
  const found = said ?? 'failed'
  const others = request.trace.filter(({ rule }) => rule !== 'download')
  const isKnown = request.trace.some((step) => step.rule === 'download' && step.found === found)
  const noted = isKnown ? {} : { trace: [...others, { rule: 'download', found }] }
  if (request.state === 'downloading' && !going)
    return change({ ...backToLooking(now), ...noted }, 'request.added')
  return isKnown ? nothing : change(noted)
}

/** Whether a download holds only what others asked for, or nobody. */
const isOthers = ({ wish }: MediaRequest, episodes: readonly EpisodeRef[] | undefined): boolean =>
  wish !== undefined && episodes?.every((episode) => !asksFor(wish, episode)) === true

const decideGrabbed = (
  request: MediaRequest,
  episodes: readonly EpisodeRef[] | undefined,
): Decision<RequestChange> => {
  if (request.state === 'downloading' || isOthers(request, episodes)) return nothing
  return change({ state: 'downloading', trouble: null }, 'request.downloading')
}

const decideBlocked = (
  request: MediaRequest,
  said: string | undefined,
  episodes: readonly EpisodeRef[] | undefined,
): Decision<RequestChange> => {
  const { trouble } = request
  if (isOthers(request, episodes)) return nothing
  if (trouble?.code === 'import-blocked' && trouble.said === said) return nothing
  const blocked = { code: 'import-blocked', ...(said === undefined ? {} : { said }) } as const
  return request.state === 'downloading'
    ? change({ trouble: blocked }, 'request.troubled')
    : change({ state: 'downloading', trouble: blocked }, 'request.downloading', 'request.troubled')
}

const decidePercent = (
  request: MediaRequest,
  percent: number,
  eta: number | undefined,
): Decision<RequestChange> => {
  const whole = Math.max(0, Math.min(100, Math.round(percent)))
  const moved = request.percent === undefined ? STEP : Math.abs(whole - request.percent)
  if (request.state === 'downloading' && request.trouble === undefined && moved < STEP) return nothing
  return change(
    { state: 'downloading', percent: whole, eta: eta ?? null, trouble: null },
    'request.downloading',
  )
}
