import { ids } from '../ids.ts'
import { anyText, beside, button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { moment } from '../kit/moment.ts'
import { stagesLine } from '../kit/stages.ts'
import { factsLine, heading, poster } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'
import { type ItemView, isOver, itemAccent, itemNext, itemSign, itemWhy, itemWord } from './item-text.ts'

type Input = Readonly<{
  view: ItemView
  /** Whether the list is the reader's own. */
  mine: boolean
  isAdmin: boolean
  /** Whether things on this list are asked for at all. */
  isRead: boolean
  /** Whether it is excluded for whoever's list it is, and for all. */
  excluded: Readonly<{ person: boolean; all: boolean }>
}>

const isAskable = ({ view, isRead, excluded }: Input): boolean => {
  const { state } = view.item
  if (!isRead || excluded.person || excluded.all) return false
  return state === 'before' || state === 'skipped' || isOver(view)
}

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
    ...(mine ? [ownExclusion] : []),
    ...(isAdmin ? [commonExclusion] : []),
    ...(mine ? [button(ids.removeItem.make({ itemId }), say('item.remove'), 'danger')] : []),
  ]
}

/** One thing on a watchlist: how it stands, why, and what can be done. */
export const itemPage = (input: Input, say: SayText): MessageBody => {
  const { view, excluded } = input
  const { item, title, request, posterUrl } = view
  const buttons = buttonsOf(input, say)
  const next = itemNext(view, say)
  const stages = item.state === 'asked' && item.goneAt === null && request !== undefined
  return message(itemAccent(view), [
    ...beside([text(heading(title), factsLine(title, say))], poster(title, posterUrl, say)),
    text(
      stages ? stagesLine(request.request, say) : `**${itemWord(view, say)}**`,
      `${itemSign(view)} ${itemWhy(view, say)}`,
      next === undefined ? undefined : small(next),
    ),
    anyText(
      excluded.all
        ? small(say('item.excluded-all'))
        : excluded.person
          ? small(say('item.excluded'))
          : undefined,
      small(say('watch.added-at', { at: moment(item.addedAt, 'D') })),
    ),
    buttons.length === 0 ? undefined : row(...buttons),
  ])
}
