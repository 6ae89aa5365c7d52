import { change, type Decision, nothing } from '../decision.ts'
import type { MediaRequest, RequestChange } from './request.ts'

/** What an *arr told of a title: by webhook, history or queue, it means the same. */
export type ArrNews = Readonly<
  | { what: 'grabbed' }
  | { what: 'progress'; percent: number; eta?: number }
  | { what: 'imported' }
  | { what: 'removed' }
>

/** Progress is news in steps of this many percent: cards are edited rarely, for Discord rations edits of old messages. */
const STEP = 10

/** Decides what news from an *arr mean for a request that was sent there. News for a request that is over mean nothing. */
export const decideProgress = (request: MediaRequest, news: ArrNews): Decision<RequestChange> => {
  if (request.state !== 'approved' && request.state !== 'added' && request.state !== 'downloading')
    return nothing
  switch (news.what) {
    case 'imported':
      return change({ state: 'available', percent: null, eta: null, trouble: null }, 'request.available')
    case 'grabbed':
      return request.state === 'downloading'
        ? nothing
        : change({ state: 'downloading', trouble: null }, 'request.downloading')
    case 'progress':
      return decidePercent(request, news.percent, news.eta)
    case 'removed':
      return nothing
  }
}

const decidePercent = (
  request: MediaRequest,
  percent: number,
  eta: number | undefined,
): Decision<RequestChange> => {
  const whole = Math.max(0, Math.min(100, Math.round(percent)))
  const moved = request.percent === undefined ? STEP : Math.abs(whole - request.percent)
  if (request.state === 'downloading' && moved < STEP) return nothing
  return change(
    { state: 'downloading', percent: whole, eta: eta ?? null, trouble: null },
    'request.downloading',
  )
}
