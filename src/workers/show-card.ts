import { beginCard, forgetCard, recordCard } from '../actions/telling/record-card.ts'
import { troubleIn } from '../clients/discord/channels.ts'
import { type Card, findCard } from '../db/queries/cards.ts'
import { findRequestView } from '../db/queries/request-view.ts'
import type { Place } from '../domain/home/channel.ts'
import type { RequestState } from '../domain/requests/request.ts'
import type { RequestView } from '../domain/requests/view.ts'
import { SECOND } from '../platform/clock.ts'
import { isFault } from '../platform/faults.ts'
import { nonceOf } from '../platform/nonce.ts'
import { fingerprint, type MessageBody } from '../views/kit/message.ts'
import { finished, type JobEnd, later } from './define.ts'
import type { JobDeps } from './deps.ts'
import { waitForChannel } from './keep-channel.ts'
import { sendOnce } from './send-once.ts'
import { actAs } from './system.ts'

/** A card of a request: where it goes, whether it is (still) needed, and what it shows. */
export type CardPlan = Readonly<{
  purpose: Card['purpose']
  /** The channel of the home that it belongs to. */
  place: Place
  channel(view: RequestView, deps: JobDeps): Promise<string | undefined>
  /** Whether a card that isn't there yet is to be posted in this state. */
  wanted(state: RequestState): boolean
  /** The states in which a card that was lost is made anew. */
  renewed: readonly RequestState[]
  show(view: RequestView): MessageBody
}>

const ROUNDS = 5

/** Discord takes five edits in five seconds for a whole channel: one card is not edited more often than this. */
const EDIT_PAUSE_MS = SECOND

/** The cards that this process is at, and whether somebody else wanted to show one meanwhile. */
const underWay = new Map<string, { again: boolean }>()

/**
 * Shows a card, one run at a time: thirty people who join at once are one edit or two, not thirty that wait for each
 * other at Discord's limit. A run that steps aside may end, for the one that goes on looks again before it does.
 */
export const showCard = async (requestId: string, plan: CardPlan, deps: JobDeps): Promise<JobEnd> => {
  const key = `${requestId}.${plan.purpose}`
  const other = underWay.get(key)
  if (other !== undefined) {
    other.again = true
    return finished('another run shows it')
  }
  const run = { again: true }
  underWay.set(key, run)
  try {
    let end = finished()
    while (run.again && end.end === 'done') {
      run.again = false
      end = await showNow(requestId, plan, deps)
    }
    return end
  } finally {
    underWay.delete(key)
  }
}

/**
 * Makes a request's card show what is true now: posts it once, edits it when it differs, and looks again after each
 * edit. Two edits that crossed, from two processes, are noticed by whoever ends last, who edits once more.
 */
const showNow = async (requestId: string, plan: CardPlan, deps: JobDeps): Promise<JobEnd> => {
  const { purpose } = plan
  let shown: string | undefined
  for (let round = 0; round < ROUNDS; round++) {
    const view = await findRequestView(deps.db, requestId, deps.imageUrl)
    if (view === undefined) return finished('no such request')
    const seen = [view.request.version, ...view.askers.map(({ discordId, name }) => discordId ?? name)].join()
    if (shown === seen) break
    shown = seen
    const card = await findCard(deps.db, requestId, purpose)
    const end =
      card?.messageId && card.channelId
        ? await editCard({ view, card, channelId: card.channelId, messageId: card.messageId }, plan, deps)
        : await postCard(view, plan, deps)
    if (end === 'again') shown = undefined
    else if (end !== undefined) return end
  }
  return finished()
}

/** Posts a card. One that was tried before may stand there as it was then, so that it is looked at again. */
const postCard = async (
  view: RequestView,
  plan: CardPlan,
  deps: JobDeps,
): Promise<JobEnd | 'again' | undefined> => {
  if (!plan.wanted(view.request.state)) return finished('not wanted in this state')
  const channelId = await plan.channel(view, deps)
  if (channelId === undefined) return finished('no channel for it')
  const { purpose, place } = plan
  const requestId = view.request.id
  const actor = actAs(`show-${purpose}-card`)
  const begun = await findCard(deps.db, requestId, purpose)
  const nonce = begun?.nonce ?? nonceOf(`${requestId}.${purpose}`)
  await beginCard(deps, actor, { requestId, purpose, nonce })
  const body = plan.show(view)
  try {
    const triedAt = begun?.triedAt ?? null
    const messageId = await sendOnce(deps, channelId, body, { id: nonce, triedAt })
    const print = triedAt === null ? fingerprint(body) : ''
    const seenAt = begun?.sentAt ?? null
    const noted = { requestId, purpose, seenAt, channelId, messageId, print }
    const isAlone = await recordCard(deps, actor, noted)
    return triedAt === null && isAlone.ok && isAlone.value ? undefined : 'again'
  } catch (error) {
    return waitForChannel(error, place, channelId, deps)
  }
}

type Shown = Readonly<{ view: RequestView; card: Card; channelId: string; messageId: string }>

const editCard = async (
  shown: Shown,
  plan: CardPlan,
  deps: JobDeps,
): Promise<JobEnd | 'again' | undefined> => {
  const { view, card, channelId, messageId } = shown
  const body = plan.show(view)
  const print = fingerprint(body)
  if (print === card.print) return undefined
  const rest = (card.sentAt ?? 0) + EDIT_PAUSE_MS - deps.clock.now()
  if (rest > 0) return later(Math.min(rest, EDIT_PAUSE_MS), 'the card was changed just now')
  try {
    await deps.discord.edit(channelId, messageId, body)
  } catch (error) {
    return afterFailedEdit(error, shown, plan, deps)
  }
  const isAlone = await recordCard(deps, actAs(`show-${plan.purpose}-card`), {
    requestId: view.request.id,
    purpose: plan.purpose,
    seenAt: card.sentAt,
    channelId,
    messageId,
    print,
  })
  return isAlone.ok && isAlone.value ? undefined : 'again'
}

/**
 * A card that somebody removed, or that stands in a channel that we left and can't reach, is made anew while the
 * request is open; afterwards that was meant, and /requests still shows it. In the home's own channel it waits.
 */
const afterFailedEdit = async (
  error: unknown,
  { view, card, channelId, messageId }: Shown,
  plan: CardPlan,
  deps: JobDeps,
): Promise<JobEnd | 'again'> => {
  const trouble = troubleIn(error)
  const isRemoved = trouble === undefined && isFault(error, 'not-found')
  if (trouble === undefined && !isRemoved) throw error
  const isOver = !plan.renewed.includes(view.request.state)
  const isLeft = (await plan.channel(view, deps)) !== channelId
  if (!isRemoved && !isLeft && !(isOver && trouble === 'gone')) {
    return waitForChannel(error, plan.place, channelId, deps)
  }
  if (isOver) return finished('the card is gone')
  await forgetCard(deps, actAs(`show-${plan.purpose}-card`), { card: { ...card, messageId } })
  return 'again'
}
