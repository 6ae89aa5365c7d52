import type { ItemReason } from '../../domain/watchlists/item.ts'
import { ids } from '../ids.ts'
import { anyText, beside, button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { moment } from '../kit/moment.ts'
import { stagesLine } from '../kit/stages.ts'
import { factsLine, heading, poster } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'
import { type ItemView, isUnasked, itemAccent, itemNext, itemSign, itemWhy, itemWord } from './item-text.ts'

type Input = Readonly<{
  view: ItemView
  /** Whether the list is the reader's own. */
  mine: boolean
  isAdmin: boolean
  /** What keeps it from being asked for, whatever is known of the title. */
  obstacle?: ItemReason
  /** Whether it is excluded for whoever's list it is, and for all. */
  excluded: Readonly<{ person: boolean; all: boolean }>
}>

const isAskable = ({ view, obstacle }: Input): boolean => obstacle === undefined && isUnasked(view)

const buttonsOf = (input: Input, say: SayText) => {
  const { view, mine, isAdmin, excluded } = input
  const { id: itemId, goneAt } = view.item
  if (goneAt !== null)
    return mine ? [button(ids.putBack.make({ itemId }), say('item.put-back'), 'primary')] : []
  const requestId = view.request?.request.id
  const ownExclusion = excluded.person
    ? button(ids.includeItem.make({ itemId, scope: 'own' }), say('item.include'))
    : button(ids.excludeItem.make({ itemId, scope: 'own' }), say('item.exclude'))
  const commonExclusion = excluded.all
    ? button(ids.includeItem.make({ itemId, scope: 'all' }), say('item.include-all'))
    : button(ids.excludeItem.make({ itemId, scope: 'all' }), say('item.exclude-all'))
  return [
    ...(isAskable(input) ? [button(ids.askItem.make({ itemId }), say('item.request'), 'primary')] : []),
    ...(requestId === undefined
      ? []
      : [button(ids.openRequest.make({ requestId }), say('item.open-request'))]),
    ...(mine && (excluded.person || !excluded.all) ? [ownExclusion] : []),
    ...(isAdmin ? [commonExclusion] : []),
    ...(mine ? [button(ids.removeItem.make({ itemId }), say('item.remove'), 'danger')] : []),
  ]
}

/** That it is excluded, where that isn't the reason of its state anyway. */
const exclusionLine = ({ view, excluded }: Input, say: SayText): string | undefined => {
  const code = view.item.reason?.code
  if (code === 'excluded' || code === 'excluded-for-all') return undefined
  if (excluded.all) return small(say('item.excluded-all'))
  return excluded.person ? small(say('item.excluded')) : undefined
}

/** One thing on a watchlist: how it stands, why, and what can be done. */
export const itemPage = (input: Input, say: SayText): MessageBody => {
  const { view, obstacle } = input
  const { item, title, request, posterUrl } = view
  const buttons = buttonsOf(input, say)
  const next = itemNext(view, obstacle, say)
  const stages = item.state === 'asked' && item.goneAt === null && request !== undefined
  return message(itemAccent(view), [
    ...beside([text(heading(title), factsLine(title, say))], poster(title, posterUrl, say)),
    text(
      stages ? stagesLine(request.request, say) : `**${itemWord(view, say)}**`,
      `${itemSign(view)} ${itemWhy(view, say)}`,
      next === undefined ? undefined : small(next),
    ),
    anyText(exclusionLine(input, say), small(say('watch.added-at', { at: moment(item.addedAt, 'D') }))),
    buttons.length === 0 ? undefined : row(...buttons),
  ])
}
