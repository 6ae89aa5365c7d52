import { hasLost, type MediaRequest, type RequestState, wasDecided } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { homeRelease } from '../../domain/titles/title.ts'
import type { Accent } from '../kit/accents.ts'
import { oneLine } from '../kit/foreign.ts'
import { moment } from '../kit/moment.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'

const SIGN: Readonly<Record<RequestState, string>> = {
  evaluating: SIGNS.waiting,
  pending: SIGNS.waiting,
  approved: SIGNS.coming,
  added: SIGNS.coming,
  downloading: SIGNS.coming,
  available: SIGNS.ready,
  removed: SIGNS.withdrawn,
  denied: SIGNS.refused,
  refused: SIGNS.refused,
  cancelled: SIGNS.withdrawn,
}

const ACCENT: Readonly<Record<RequestState, Accent>> = {
  evaluating: 'waiting',
  pending: 'waiting',
  approved: 'coming',
  added: 'coming',
  downloading: 'coming',
  available: 'ready',
  removed: 'quiet',
  denied: 'refused',
  refused: 'refused',
  cancelled: 'quiet',
}

/** The colour of a state, the same wherever a request is shown. */
export const standingAccent = ({ request }: RequestView): Accent =>
  request.trouble === undefined ? ACCENT[request.state] : 'refused'

/** The sign of a state; whoever shows it says the state in words beside it. */
export const standingSign = ({ request }: RequestView): string => {
  if (request.trouble !== undefined) return SIGNS.trouble
  return hasLost(request) ? SIGNS.withdrawn : SIGN[request.state]
}

/** How much of a show is here, and what is to come. */
const episodesText = ({ have = 0, total = 0, nextAt }: MediaRequest, say: SayText): string => {
  if (total === 0) return say('status.added.unknown')
  if (nextAt !== undefined) return say('status.episodes.next', { have, total, at: moment(nextAt, 'D') })
  if (have === 0) return say('status.added')
  return say(have === total ? 'status.episodes.undated' : 'status.episodes', { have, total })
}

const downloadText = ({ percent, eta, have, total }: MediaRequest, say: SayText): string => {
  if (have !== undefined && total !== undefined && have > 0 && total > 1)
    return say('status.downloading.episodes', { have, total })
  if (percent === undefined) return say('status.downloading')
  return eta === undefined
    ? say('status.downloading.percent', { percent })
    : say('status.downloading.eta', { percent, eta: moment(eta) })
}

/** Why a request stands where it does, or until when: one sentence. */
export const standingText = ({ request, title }: RequestView, say: SayText, longest = 300): string => {
  const { state, trouble, reason, updatedAt, upgradedAt } = request
  if (trouble !== undefined) return say(`trouble.${trouble.code}`)
  switch (state) {
    case 'denied':
      return reason ? say('status.denied', { reason: oneLine(reason, longest) }) : say('status.denied.bare')
    case 'added': {
      if (request.total !== undefined) return episodesText(request, say)
      const out = homeRelease(title)
      const isLater = out !== undefined && out > updatedAt
      return isLater ? say('status.added.later', { date: moment(out, 'D') }) : say('status.added')
    }
    case 'downloading':
      return downloadText(request, say)
    case 'available':
      if (hasLost(request)) return say('status.left', { have: request.have ?? 0, total: request.total ?? 0 })
      if (request.total === 0) return say('status.available.later')
      return upgradedAt === undefined
        ? say('status.available')
        : say('status.available.upgraded', { at: moment(upgradedAt) })
    case 'cancelled':
      return say(wasDecided(request) ? 'status.cancelled.left' : 'status.cancelled')
    default:
      return say(`status.${state}`)
  }
}
