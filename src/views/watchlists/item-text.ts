import { isOpen } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import type { Title } from '../../domain/titles/title.ts'
import type { ItemReason, ItemState } from '../../domain/watchlists/item.ts'
import { markup } from '../../platform/i18n.ts'
import { standingAccent, standingSign, standingText } from '../cards/standing.ts'
import type { Accent } from '../kit/accents.ts'
import { nameOf } from '../kit/foreign.ts'
import { SIGNS } from '../kit/signs.ts'
import { stageWord } from '../kit/stages.ts'
import type { SayText } from '../texts/say.ts'

/** Something on a watchlist, with the request that came of it. */
export type ItemView = Readonly<{
  item: Readonly<{
    id: string
    titleId: string
    state: ItemState
    reason: ItemReason | null
    addedAt: number
    goneAt: number | null
  }>
  title: Title
  request?: RequestView
  posterUrl?: string
}>

const SIGN: Readonly<Record<ItemState, string>> = {
  new: SIGNS.waiting,
  before: SIGNS.open,
  asked: SIGNS.asked,
  here: SIGNS.ready,
  skipped: SIGNS.refused,
}

const ACCENT: Readonly<Record<ItemState, Accent>> = {
  new: 'waiting',
  before: 'asking',
  asked: 'waiting',
  here: 'ready',
  skipped: 'quiet',
}

/** What is looked at again by itself is waited for. */
const PASSING: readonly ItemReason['code'][] = ['ids-missing', 'no-instance', 'not-aired']

const requestOf = ({ item, request }: ItemView): RequestView | undefined =>
  item.state === 'asked' ? request : undefined

export const itemSign = (view: ItemView): string => {
  const { goneAt, state, reason } = view.item
  if (goneAt !== null) return SIGNS.withdrawn
  const request = requestOf(view)
  if (request !== undefined) return standingSign(request)
  return reason !== null && PASSING.includes(reason.code) ? SIGNS.waiting : SIGN[state]
}

export const itemAccent = (view: ItemView): Accent => {
  const { goneAt, state } = view.item
  if (goneAt !== null) return 'quiet'
  const request = requestOf(view)
  return request === undefined ? ACCENT[state] : standingAccent(request)
}

/** The state in a word or two; of what was asked for, that of its request. */
export const itemWord = (view: ItemView, say: SayText): string => {
  const request = requestOf(view)
  if (view.item.goneAt !== null) return say('watch.word.gone')
  return request === undefined ? say(`watch.word.${view.item.state}`) : stageWord(request.request, say)
}

const reasonValues = (reason: ItemReason) => ({
  known: markup('server' in reason ? 'yes' : 'no'),
  server: nameOf('server' in reason ? (reason.server ?? '') : ''),
  kind: markup('kind' in reason ? reason.kind : 'film'),
})

/** Why it stands so: one sentence. */
export const itemWhy = (view: ItemView, say: SayText, longest?: number): string => {
  const { goneAt, state, reason } = view.item
  if (goneAt !== null) return say('watch.why.gone')
  const request = requestOf(view)
  if (request !== undefined) return standingText(request, say, longest)
  if (state === 'new' || state === 'before' || state === 'asked') return say(`watch.why.${state}`)
  return say(`watch.${reason?.code ?? 'here'}`, reason === null ? { known: 'no' } : reasonValues(reason))
}

/** Whether what was asked for came to nothing. */
const isOver = (view: ItemView): boolean => {
  const state = requestOf(view)?.request.state
  return state !== undefined && !isOpen(state) && state !== 'available'
}

/** Whether it waits for somebody to ask for it. */
export const isUnasked = (view: ItemView): boolean => {
  const { state, goneAt } = view.item
  return goneAt === null && (state === 'before' || state === 'skipped' || isOver(view))
}

/**
 * What can be done about it; undefined where its request's own page says so.
 * @param obstacle what keeps it from being asked for, whatever is known of the title
 */
export const itemNext = (
  view: ItemView,
  obstacle: ItemReason | undefined,
  say: SayText,
): string | undefined => {
  const { goneAt, state, reason } = view.item
  if (goneAt !== null) return say('watch.next.gone')
  if (state === 'new') return say('watch.next.new')
  if (state === 'here') return say('watch.next.here')
  if (!isUnasked(view)) return undefined
  if (obstacle !== undefined) return say(`watch.next.${obstacle.code}`, reasonValues(obstacle))
  if (state === 'asked') return say('watch.next.over')
  return reason !== null && PASSING.includes(reason.code)
    ? say(`watch.next.${reason.code}`, reasonValues(reason))
    : say('watch.next.before')
}
