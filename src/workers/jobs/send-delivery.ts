import { beginDelivery, recordDelivery, recordDmClosed } from '../../actions/telling/record-delivery.ts'
import { type Delivery, findDelivery } from '../../db/queries/deliveries.ts'
import { findHome } from '../../db/queries/home.ts'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { findRequestView } from '../../db/queries/request-view.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { deniedNotice } from '../../views/notices/denied-notice.ts'
import { mentionNotice } from '../../views/notices/mention-notice.ts'
import { readyNotice } from '../../views/notices/ready-notice.ts'
import { refusedNotice } from '../../views/notices/refused-notice.ts'
import { sayIn } from '../../views/texts/say.ts'
import { defineJob, finished } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { sendOnce } from '../send-once.ts'
import { actAs } from '../system.ts'

const self = actAs('send-delivery')
/** Somebody who closed their DMs isn't tried again for this long, unless they talk to us first. */
const DM_CLOSED_MS = 24 * 60 * MINUTE

const NOTICES = {
  'request.available': readyNotice,
  'request.denied': deniedNotice,
  'request.refused': refusedNotice,
} as const

const noticeFor = async (delivery: Delivery, locale: string, deps: JobDeps) => {
  const view = await findRequestView(deps.db, delivery.subject, deps.imageUrl)
  if (view === undefined) throw new Error(`delivery ${delivery.id} speaks of no request`)
  const compose = NOTICES[delivery.kind as keyof typeof NOTICES]
  return compose(view, sayIn(locale))
}

type Notice = Awaited<ReturnType<typeof noticeFor>>

/** Tries the direct message; undefined when this person takes none. */
const byDm = async (delivery: Delivery, notice: Notice, deps: JobDeps) => {
  const account = await findDiscordAccount(deps.db, delivery.discordId)
  if (account?.dmClosedAt != null && account.dmClosedAt > deps.clock.now() - DM_CLOSED_MS) return undefined
  try {
    const channelId = account?.dmChannel ?? (await deps.discord.openDm(delivery.discordId))
    const messageId = await sendOnce(deps, channelId, notice, { id: delivery.id, triedAt: delivery.triedAt })
    return { state: 'sent', way: 'dm', messageId, channelId } as const
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== 'forbidden') throw error
    await recordDmClosed(deps, self, { discordId: delivery.discordId })
    return undefined
  }
}

const byMention = async (delivery: Delivery, notice: Notice, locale: string, deps: JobDeps) => {
  const channelId = (await findHome(deps.db))?.requestChannel
  if (channelId === undefined) {
    return { state: 'failed', detail: 'direct messages are closed and no request channel is set' } as const
  }
  const body = mentionNotice(notice, delivery.discordId, sayIn(locale))
  const messageId = await sendOnce(deps, channelId, body, {
    id: `${delivery.id}.mention`,
    triedAt: delivery.triedAt,
  })
  return { state: 'sent', way: 'mention', messageId, channelId } as const
}

/** Brings one piece of news to one person: by direct message, else by a mention in the request channel. */
export const sendDeliveryJob = defineJob({
  name: 'send-delivery',
  queue: 'tell',
  retry: { attempts: 50, firstPauseMs: 2 * SECOND, longestPauseMs: 10 * MINUTE },
  run: async (subject, deps) => {
    const delivery = await findDelivery(deps.db, subject)
    if (delivery === undefined || delivery.state !== 'planned') return finished('nothing to send')
    const account = await findDiscordAccount(deps.db, delivery.discordId)
    const locale = account?.locale ?? 'en'
    const notice = await noticeFor(delivery, locale, deps)
    await beginDelivery(deps, self, { delivery })
    const end = (await byDm(delivery, notice, deps)) ?? (await byMention(delivery, notice, locale, deps))
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
