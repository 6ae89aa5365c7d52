import type { RequestView } from '../../domain/requests/view.ts'
import { shorten } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import type { Accent } from '../kit/accents.ts'
import { beside, button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { mention, mentions, moment } from '../kit/moment.ts'
import { SIGNS } from '../kit/signs.ts'
import { factsLine, heading, poster } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'
import { adminTroubleLine } from './trouble.ts'

const decided = (view: RequestView, key: 'approval.approved' | 'approval.denied', say: SayText): string => {
  const { decidedBy, decidedAt, updatedAt } = view.request
  return say(key, {
    by: decidedBy === undefined ? '–' : mention(decidedBy),
    at: moment(decidedAt ?? updatedAt),
  })
}

/** What was decided stays on the card for good: by whom, and when. */
const verdict = (view: RequestView, say: SayText): { accent: Accent; lines: (string | undefined)[] } => {
  const { request } = view
  switch (request.state) {
    case 'evaluating':
    case 'pending':
      return { accent: 'waiting', lines: [`${SIGNS.waiting} **${say('approval.pending')}**`] }
    case 'approved':
    case 'added':
    case 'downloading':
      return {
        accent: request.trouble === undefined ? 'coming' : 'refused',
        lines: [`${SIGNS.done} **${decided(view, 'approval.approved', say)}**`, adminTroubleLine(view, say)],
      }
    case 'available':
      return {
        accent: 'ready',
        lines: [
          `${SIGNS.ready} **${say('approval.ready')}**`,
          request.decidedBy === undefined ? undefined : small(decided(view, 'approval.approved', say)),
        ],
      }
    case 'denied':
      return {
        accent: 'refused',
        lines: [
          `${SIGNS.refused} **${decided(view, 'approval.denied', say)}**`,
          request.reason
            ? small(say('approval.denied.why', { reason: shorten(request.reason, 300) }))
            : undefined,
        ],
      }
    case 'refused':
      return { accent: 'refused', lines: [`${SIGNS.refused} **${say('approval.refused')}**`] }
    case 'cancelled':
      return { accent: 'quiet', lines: [`${SIGNS.withdrawn} **${say('approval.cancelled')}**`] }
  }
}

/** The card in the admin channel on which approvers decide. */
export const approvalCard = (view: RequestView, say: SayText): MessageBody => {
  const { request, title, askers, instanceName, posterUrl } = view
  const [asker, ...others] = askers
  const { accent, lines } = verdict(view, say)
  const words = text(
    heading(title),
    factsLine(title, say),
    asker === undefined
      ? undefined
      : say('approval.by', { asker: mention(asker), at: moment(request.createdAt) }),
    others.length === 0 ? undefined : say('approval.also', { others: { markup: mentions(others) } }),
    ...lines,
    instanceName === undefined || request.trouble !== undefined
      ? undefined
      : small(say('approval.to', { instance: instanceName })),
  )
  const { id: requestId, state } = request
  const buttons =
    state === 'pending'
      ? row(
          button(ids.approve.make({ requestId }), say('approval.approve'), 'primary'),
          button(ids.deny.make({ requestId }), say('approval.deny'), 'danger'),
          button(ids.openRequest.make({ requestId }), say('approval.open')),
        )
      : undefined
  return message(accent, [beside(words, poster(title, posterUrl, say)), buttons])
}
