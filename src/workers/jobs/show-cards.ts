import { findHome } from '../../db/queries/home.ts'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { reachable } from '../../domain/people/asker.ts'
import { OPEN_STATES } from '../../domain/requests/request.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { approvalCard } from '../../views/cards/approval-card.ts'
import { statusCard } from '../../views/cards/status-card.ts'
import { sayIn } from '../../views/texts/say.ts'
import { defineJob } from '../define.ts'
import { type CardPlan, showCard } from '../show-card.ts'

/** Cards are read by many: they speak the house's language. */
const say = sayIn('en')
const retry = { attempts: 100, firstPauseMs: SECOND, longestPauseMs: 10 * MINUTE }

/** The card for approvers, in the admin channel. */
export const approval: CardPlan = {
  purpose: 'approval',
  place: 'admin',
  channel: async (_, deps) => (await findHome(deps.db))?.adminChannel,
  wanted: (state) => state === 'pending',
  renewed: ['pending'],
  show: (view) => approvalCard(view, say),
}

/** The card for everybody, in the request channel; for the asker alone while there is none. */
export const status: CardPlan = {
  purpose: 'status',
  place: 'request',
  channel: async ({ askers }, deps) => {
    const requestChannel = (await findHome(deps.db))?.requestChannel
    const [asker] = reachable(askers)
    if (requestChannel !== undefined || asker === undefined) return requestChannel
    const { discordId } = asker
    return (await findDiscordAccount(deps.db, discordId))?.dmChannel ?? deps.discord.openDm(discordId)
  },
  wanted: (state) => state !== 'cancelled',
  renewed: OPEN_STATES,
  show: (view) => statusCard(view, say),
}

/** Keeps the card in the admin channel true. */
export const showApprovalCardJob = defineJob({
  name: 'show-approval-card',
  queue: 'cards',
  retry,
  run: (requestId, deps) => showCard(requestId, approval, deps),
})

/** Keeps the card in the request channel (else the asker's DM) true. */
export const showStatusCardJob = defineJob({
  name: 'show-status-card',
  queue: 'cards',
  retry,
  run: (requestId, deps) => showCard(requestId, status, deps),
})
