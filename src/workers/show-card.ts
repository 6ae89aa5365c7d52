import { beginCard, recordCard } from '../actions/telling/record-card.ts'
import { type Card, findCard } from '../db/queries/cards.ts'
import { findRequestView } from '../db/queries/request-view.ts'
import type { RequestView } from '../domain/requests/view.ts'
import { isFault } from '../platform/faults.ts'
import { nonceOf } from '../platform/nonce.ts'
import { fingerprint, type MessageBody } from '../views/kit/message.ts'
import { finished, type JobEnd } from './define.ts'
import type { JobDeps } from './deps.ts'
import { sendOnce } from './send-once.ts'
import { actAs } from './system.ts'

/** A card of a request: where it goes, whether it is (still) needed, and what it shows. */
export type CardPlan = Readonly<{
  purpose: Card['purpose']
  channel(view: RequestView, deps: JobDeps): Promise<string | undefined>
  /** Whether a card that isn't there yet is to be posted in this state. */
  wanted(view: RequestView): boolean
  show(view: RequestView): MessageBody
}>

const ROUNDS = 5

/**
 * Makes a request's card show what is true now: posts it once, edits it when it differs, and looks again after each
 * edit, so that of two edits that cross on their way the newer one stands in the end.
 */
export const showCard = async (requestId: string, plan: CardPlan, deps: JobDeps): Promise<JobEnd> => {
  const { purpose } = plan
  let shown: number | undefined
  for (let round = 0; round < ROUNDS; round++) {
    const view = await findRequestView(deps.db, requestId, deps.imageUrl)
    if (view === undefined) return finished('no such request')
    if (shown === view.request.version + view.askers.length) break
    shown = view.request.version + view.askers.length
    const card = await findCard(deps.db, requestId, purpose)
    const end = card?.messageId ? await editCard(view, card, plan, deps) : await postCard(view, plan, deps)
    if (end !== undefined) return end
  }
  return finished()
}

const postCard = async (view: RequestView, plan: CardPlan, deps: JobDeps): Promise<JobEnd | undefined> => {
  if (!plan.wanted(view)) return finished('not wanted in this state')
  const channelId = await plan.channel(view, deps)
  if (channelId === undefined) return finished('no channel for it')
  const requestId = view.request.id
  const actor = actAs(`show-${plan.purpose}-card`)
  const begun = await findCard(deps.db, requestId, plan.purpose)
  const thing = { id: `${requestId}.${plan.purpose}`, triedAt: begun?.triedAt ?? null }
  await beginCard(deps, actor, { requestId, purpose: plan.purpose, nonce: nonceOf(thing.id) })
  const body = plan.show(view)
  const messageId = await sendOnce(deps, channelId, body, thing)
  await recordCard(deps, actor, {
    requestId,
    purpose: plan.purpose,
    channelId,
    messageId,
    print: fingerprint(body),
  })
  return undefined
}

const editCard = async (
  view: RequestView,
  card: Card,
  plan: CardPlan,
  deps: JobDeps,
): Promise<JobEnd | undefined> => {
  const body = plan.show(view)
  const print = fingerprint(body)
  if (print === card.print || card.channelId === null || card.messageId === null) return undefined
  try {
    await deps.discord.edit(card.channelId, card.messageId, body)
  } catch (error) {
    // A moderator removed the card: that was meant, and /requests still shows the request.
    if (isFault(error, 'not-found')) return finished('the card is gone')
    throw error
  }
  await recordCard(deps, actAs(`show-${plan.purpose}-card`), {
    requestId: view.request.id,
    purpose: plan.purpose,
    channelId: card.channelId,
    messageId: card.messageId,
    print,
  })
  return undefined
}
