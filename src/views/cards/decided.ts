import type { RequestView } from '../../domain/requests/view.ts'
import { moment } from '../kit/moment.ts'
import { mention } from '../kit/people.ts'
import type { SayText } from '../texts/say.ts'

/** Who decided a request, and when; undefined when nobody did. */
export const decidedText = ({ request }: RequestView, say: SayText): string | undefined => {
  const { state, decidedBy, decidedAt, updatedAt } = request
  if (decidedBy === undefined) return undefined
  return say(state === 'denied' ? 'approval.denied' : 'approval.approved', {
    by: mention(decidedBy),
    at: moment(decidedAt ?? updatedAt),
  })
}
