import {
  beginDelivery,
  type DeliveryEnd,
  recordDelivery,
  recordDmClosed,
} from '../../actions/telling/record-delivery.ts'
import { type Delivery, findDelivery } from '../../db/queries/deliveries.ts'
import { channelAt, findHome, type Home } from '../../db/queries/home.ts'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { isFault } from '../../platform/faults.ts'
import type { MessageBody } from '../../views/kit/message.ts'
import { mentionNotice } from '../../views/notices/mention-notice.ts'
import { sayIn } from '../../views/texts/say.ts'
import { composeNotice, fallbackPlace } from '../compose-notice.ts'
import { defineJob, finished, type JobEnd, later } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { waitForChannel } from '../keep-channel.ts'
import { findSent, sendOnce } from '../send-once.ts'
import { actAs } from '../system.ts'

const self = actAs('send-delivery')
/** Somebody who closed their DMs isn't tried again for this long, unless they talk to us first. */
const DM_CLOSED_MS = 24 * 60 * MINUTE

/** Discord's word that too many conversations were opened lately. */
const OPENED_TOO_FAST = 40003
/** Asking on while Discord says so is what gets a bot shut out; with jitter, so that a crowd doesn't return at once. */
const OPEN_AGAIN_MS = 5 * MINUTE

/** Tries the direct message; undefined when this person takes none. */
const byDm = async (
  delivery: Delivery,
  notice: MessageBody,
  deps: JobDeps,
): Promise<DeliveryEnd | JobEnd | undefined> => {
  const account = await findDiscordAccount(deps.db, delivery.discordId)
  if (account?.dmClosedAt != null && account.dmClosedAt > deps.clock.now() - DM_CLOSED_MS) return undefined
  try {
    const channelId = account?.dmChannel ?? (await deps.discord.openDm(delivery.discordId))
    const messageId = await sendOnce(deps, channelId, notice, { id: delivery.id, triedAt: delivery.triedAt })
    return { state: 'sent', way: 'dm', messageId, channelId }
  } catch (error) {
    if (isFault(error) && error.facts.code === OPENED_TOO_FAST) {
      return later(OPEN_AGAIN_MS * (1 + deps.random()), 'too many conversations were opened lately')
    }
    if (!isFault(error, 'forbidden')) throw error
    await recordDmClosed(deps, self, { discordId: delivery.discordId })
    return undefined
  }
}

type Told = Readonly<{ delivery: Delivery; locale: string; home: Home | undefined }>

const OUTDATED = { state: 'failed', detail: 'it is no longer so' } as const

/** What is no longer so isn't told; what an earlier try may have told all the same is looked for. */
const outdated = async (delivery: Delivery, deps: JobDeps): Promise<DeliveryEnd> => {
  if (delivery.triedAt === null) return OUTDATED
  try {
    const account = await findDiscordAccount(deps.db, delivery.discordId)
    const channelId = account?.dmChannel ?? (await deps.discord.openDm(delivery.discordId))
    const messageId = await findSent(deps, channelId, delivery.id)
    return messageId === undefined ? OUTDATED : { state: 'sent', way: 'dm', messageId, channelId }
  } catch (error) {
    if (!isFault(error, 'forbidden')) throw error
    return OUTDATED
  }
}

const byMention = async ({ delivery, locale, home }: Told, deps: JobDeps): Promise<DeliveryEnd | JobEnd> => {
  const notice = await composeNotice(delivery, { home, locale, way: 'mention' }, deps)
  if (notice === undefined) return OUTDATED
  const place = fallbackPlace(delivery)
  const channelId = channelAt(home, place).id
  if (channelId === undefined) {
    return { state: 'failed', detail: `direct messages are closed and no ${place} channel is set` }
  }
  const body = mentionNotice(notice, delivery.discordId, sayIn(locale))
  const thing = { id: `${delivery.id}.mention`, triedAt: delivery.triedAt }
  try {
    return {
      state: 'sent',
      way: 'mention',
      messageId: await sendOnce(deps, channelId, body, thing),
      channelId,
    }
  } catch (error) {
    return waitForChannel(error, place, channelId, deps)
  }
}

/** Brings one piece of news to one person: by direct message, else by a mention in a channel of the home. */
export const sendDeliveryJob = defineJob({
  name: 'send-delivery',
  queue: 'tell',
  retry: { attempts: 50, firstPauseMs: 2 * SECOND, longestPauseMs: 10 * MINUTE },
  run: async (subject, deps) => {
    const delivery = await findDelivery(deps.db, subject)
    if (delivery === undefined || delivery.state !== 'planned') return finished('nothing to send')
    const account = await findDiscordAccount(deps.db, delivery.discordId)
    const locale = account?.locale ?? 'en'
    const home = await findHome(deps.db)
    const notice = await composeNotice(delivery, { home, locale, way: 'dm' }, deps)
    await beginDelivery(deps, self, { delivery })
    const end =
      notice === undefined
        ? await outdated(delivery, deps)
        : ((await byDm(delivery, notice, deps)) ?? (await byMention({ delivery, locale, home }, deps)))
    if ('end' in end) return end
    await recordDelivery(deps, self, { delivery, end })
    return finished(end.state === 'sent' ? end.way : end.detail)
  },
  gaveUp: async (subject, deps, why) => {
    const delivery = await findDelivery(deps.db, subject)
    if (delivery?.state === 'planned') {
      await recordDelivery(deps, self, { delivery, end: { state: 'failed', detail: why } })
    }
  },
})
