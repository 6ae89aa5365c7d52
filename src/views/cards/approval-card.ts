import { hasLost, type MediaRequest, wasDecided } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { ids } from '../ids.ts'
import type { Accent } from '../kit/accents.ts'
import { nameOf, oneLine } from '../kit/foreign.ts'
import { anyText, beside, button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { moment } from '../kit/moment.ts'
import { askerText, mentions } from '../kit/people.ts'
import { wantedLine } from '../kit/seasons.ts'
import { SIGNS } from '../kit/signs.ts'
import { factsLine, heading, poster } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'
import { decidedText } from './decided.ts'
import { adminTroubleLine } from './trouble.ts'

const countsOf = ({ have = 0, total = 0 }: MediaRequest) => ({ have, total })

type Verdict = Readonly<{ accent: Accent; sign: string; words: string; more?: string | undefined }>

/** How it stands with the decision. What was decided stays on the card for good: by whom, and when. */
const verdictOf = (view: RequestView, say: SayText): Verdict => {
  const { request, instanceName } = view
  const instance = { instance: nameOf(instanceName ?? '') }
  const where = (
    key: 'approval.to' | 'approval.on-the-way' | 'approval.with' | 'approval.cancelled.stays',
  ) => (instanceName === undefined ? undefined : small(say(key, instance)))
  const decided = decidedText(view, say)
  switch (request.state) {
    case 'evaluating':
    case 'pending':
      return {
        accent: 'waiting',
        sign: SIGNS.waiting,
        words: say('approval.pending'),
        more: where('approval.to'),
      }
    case 'approved':
    case 'added':
    case 'downloading': {
      const isThere = request.state !== 'approved'
      return {
        accent: request.trouble === undefined ? 'coming' : 'refused',
        sign: SIGNS.done,
        words: decided ?? say('stage.approved'),
        more: adminTroubleLine(view, say) ?? where(isThere ? 'approval.with' : 'approval.on-the-way'),
      }
    }
    case 'available':
      return {
        accent: 'ready',
        sign: hasLost(request) ? SIGNS.withdrawn : SIGNS.ready,
        words: hasLost(request) ? say('approval.left', countsOf(request)) : say('approval.ready'),
        more: decided && small(decided),
      }
    case 'removed':
      return {
        accent: 'quiet',
        sign: SIGNS.withdrawn,
        words: say('approval.removed'),
        more: decided && small(decided),
      }
    case 'denied':
      return {
        accent: 'refused',
        sign: SIGNS.refused,
        words: decided ?? say('stage.denied'),
        more: request.reason
          ? small(say('approval.denied.why', { reason: oneLine(request.reason, 300) }))
          : undefined,
      }
    case 'refused':
      return { accent: 'refused', sign: SIGNS.refused, words: say('approval.refused') }
    case 'cancelled':
      return wasDecided(request)
        ? {
            accent: 'quiet',
            sign: SIGNS.withdrawn,
            words: say('approval.cancelled.left'),
            more: where('approval.cancelled.stays'),
          }
        : { accent: 'quiet', sign: SIGNS.withdrawn, words: say('approval.cancelled') }
  }
}

const isFromWatchlist = ({ trace }: MediaRequest): boolean =>
  trace.some(({ rule, found }) => rule === 'origin' && found === 'watchlist')

/** The card in the admin channel on which approvers decide. */
export const approvalCard = (view: RequestView, say: SayText): MessageBody => {
  const { request, title, askers, posterUrl } = view
  const [asker, ...others] = askers
  const { accent, sign, words, more } = verdictOf(view, say)
  const at = moment(request.createdAt)
  const about = text(heading(title), factsLine(title, say), wantedLine(request, say))
  const asked = anyText(
    asker && say('approval.by', { asker: askerText(asker), at }),
    isFromWatchlist(request) ? small(say('approval.from-watchlist')) : undefined,
    others.length === 0 ? undefined : say('approval.also', { others: mentions(others, say) }),
  )
  const verdict = text(`${sign} **${words}**`, more)
  const { id: requestId, state } = request
  const buttons =
    state === 'pending'
      ? row(
          button(ids.approve.make({ requestId }), say('approval.approve'), 'primary'),
          button(ids.changes.make({ requestId }), say('approval.changes')),
          button(ids.deny.make({ requestId }), say('approval.deny'), 'danger'),
          button(ids.openRequest.make({ requestId }), say('approval.open')),
        )
      : undefined
  return message(accent, [...beside([about, asked], poster(title, posterUrl, say)), verdict, buttons])
}
