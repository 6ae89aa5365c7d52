import { change, type Decision, nothing } from '../decision.ts'
import { asksFor, type EpisodeRef } from '../seasons/wish.ts'
import type { MediaRequest, RequestChange } from './request.ts'
import { startLooking } from './unfound.ts'

/** What an *arr told of a title: by webhook, history or queue, it means the same. */
export type ArrNews = Readonly<
  | { what: 'grabbed'; episodes?: readonly EpisodeRef[] }
  | { what: 'progress'; percent: number; eta?: number }
  /** It can't be imported without a person; `said` are the *arr's words. */
  | { what: 'blocked'; said?: string }
  /** Nothing of it is being downloaded any more, and it isn't here. */
  | { what: 'idle' }
  | { what: 'imported' }
  /** A better copy took the place of the one that was here. */
  | { what: 'upgraded' }
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
  if (state === 'available') return decideAfterwards(news, now)
  if (state !== 'approved' && state !== 'added' && state !== 'downloading') return nothing
  switch (news.what) {
    case 'imported':
      return change({ state: 'available', percent: null, eta: null, trouble: null }, 'request.available')
    case 'grabbed':
      return decideGrabbed(request, news.episodes)
    case 'progress':
      return decidePercent(request, news.percent, news.eta)
    case 'blocked':
      return decideBlocked(request, news.said)
    case 'idle':
      return state === 'downloading' && now - request.updatedAt > IDLE_MS
        ? change(backToLooking(now), 'request.added')
        : nothing
    case 'removed':
      return state === 'approved'
        ? nothing
        : change({ state: 'removed', percent: null, eta: null, trouble: null }, 'request.removed')
    case 'upgraded':
      return nothing
  }
}

const backToLooking = (now: number) =>
  ({ state: 'added', percent: null, eta: null, trouble: null, ...startLooking(now) }) as const

/** What happens to a title that is here already. */
const decideAfterwards = (news: ArrNews, now: number): Decision<RequestChange> => {
  if (news.what === 'upgraded') return change({ upgradedAt: now }, 'request.progressed')
  return news.what === 'removed' ? change({ state: 'removed' }, 'request.removed') : nothing
}

const decideGrabbed = (
  request: MediaRequest,
  episodes: readonly EpisodeRef[] | undefined,
): Decision<RequestChange> => {
  const { wish } = request
  const isOther = wish !== undefined && episodes?.every((episode) => !asksFor(wish, episode))
  if (request.state === 'downloading' || isOther) return nothing
  return change({ state: 'downloading', trouble: null }, 'request.downloading')
}

const decideBlocked = (request: MediaRequest, said: string | undefined): Decision<RequestChange> => {
  const { trouble } = request
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
