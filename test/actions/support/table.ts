import { finishArrival } from '../../../src/actions/hooks/finish-arrival.ts'
import { storeArrival } from '../../../src/actions/hooks/store-arrival.ts'
import { expireSignin, finishSignin } from '../../../src/actions/people/finish-signin.ts'
import { forgetAnswer } from '../../../src/actions/people/forget-answer.ts'
import { startLink, startOwnerSignin } from '../../../src/actions/people/start-signin.ts'
import { unlinkPlex } from '../../../src/actions/people/unlink-plex.ts'
import { adoptRequest } from '../../../src/actions/requests/adopt-request.ts'
import { askUnfound } from '../../../src/actions/requests/ask-unfound.ts'
import { cancelRequest } from '../../../src/actions/requests/cancel-request.ts'
import {
  approveRequest,
  approveWithChanges,
  denyRequest,
} from '../../../src/actions/requests/decide-request.ts'
import { evaluateRequest } from '../../../src/actions/requests/evaluate-request.ts'
import { followRequest } from '../../../src/actions/requests/follow-request.ts'
import { keepTitle } from '../../../src/actions/requests/keep-title.ts'
import { keepWaiting } from '../../../src/actions/requests/keep-waiting.ts'
import { leaveRequest } from '../../../src/actions/requests/leave-request.ts'
import { lookAtShow } from '../../../src/actions/requests/look-at-show.ts'
import { recordAdded, recordTrouble } from '../../../src/actions/requests/record-added.ts'
import { recordArrNews } from '../../../src/actions/requests/record-arr-news.ts'
import { recordShowNews } from '../../../src/actions/requests/record-show-news.ts'
import { resumeInstance } from '../../../src/actions/requests/resume-instance.ts'
import { searchAgain } from '../../../src/actions/requests/search-again.ts'
import { submitRequest } from '../../../src/actions/requests/submit-request.ts'
import { chooseApprovals } from '../../../src/actions/setup/choose-approvals.ts'
import { chooseHome, choosePlexServer } from '../../../src/actions/setup/choose-home.ts'
import { chooseInstance } from '../../../src/actions/setup/choose-instance.ts'
import { claimHome, claimHomeByCode } from '../../../src/actions/setup/claim-home.ts'
import { draftInstance, reviseInstance } from '../../../src/actions/setup/draft-instance.ts'
import { planFollows } from '../../../src/actions/setup/plan-follows.ts'
import { planReadings } from '../../../src/actions/setup/plan-readings.ts'
import { planVisits } from '../../../src/actions/setup/plan-visits.ts'
import { recordChannel } from '../../../src/actions/setup/record-channel.ts'
import { recordHook, recordOffer } from '../../../src/actions/setup/record-instance.ts'
import { recordReading } from '../../../src/actions/setup/record-reading.ts'
import { recordLook, recordVisit } from '../../../src/actions/setup/record-visit.ts'
import { removeInstance, saveInstance } from '../../../src/actions/setup/save-instance.ts'
import { closeTelling } from '../../../src/actions/telling/close-telling.ts'
import { planDeliveries } from '../../../src/actions/telling/plan-deliveries.ts'
import { beginCard, forgetCard, recordCard } from '../../../src/actions/telling/record-card.ts'
import {
  beginDelivery,
  recordDelivery,
  recordDmClosed,
} from '../../../src/actions/telling/record-delivery.ts'
import { renewCards } from '../../../src/actions/telling/renew-cards.ts'
import { tellOfInstance } from '../../../src/actions/telling/tell-of-instance.ts'
import type { Tx } from '../../../src/db/connect.ts'
import { film, ids, request } from '../../db/support/rows.ts'
import { GUILD } from './cast.ts'
import { NOW } from './desk.ts'
import { type Entry, entry } from './entry.ts'
import {
  arrival,
  card,
  delivery,
  instance,
  linked,
  OFFER,
  ownRequest,
  pin,
  showRequest,
  signin,
  soughtInVain,
  telling,
  title,
} from './things.ts'
import { watching } from './watching.ts'

const pending = async (tx: Tx) => ({ requestId: (await request(tx, { change: { state: 'pending' } })).id })
const fresh = async (tx: Tx) => ({ requestId: (await request(tx)).id })
const approved = async (tx: Tx) => ({ requestId: (await request(tx, { change: { state: 'approved' } })).id })

/** Every action there is. */
export const table: readonly Entry[] = [
  entry('system', finishArrival, async (tx) => ({ arrivalId: await arrival(tx), outcome: 'no news' })),
  entry('system', storeArrival, () => ({
    instanceId: 'i1',
    key: ids.next(1),
    once: 'for-ever' as const,
    eventType: 'Grab',
    body: '{}',
  })),
  entry('system', finishSignin, async (tx, discordId) => ({
    signinId: (await signin(tx, discordId)).id,
    account: { key: ids.next(1), uuid: ids.next(1), username: 'mia', title: 'Mia' },
    servers: [{ machineId: 'm1', name: 'Attic', owned: false }],
    token: OFFER.sealed,
  })),
  entry('system', expireSignin, async (tx, discordId) => ({ signinId: (await signin(tx, discordId)).id })),
  entry('system', forgetAnswer, async (tx, discordId) => ({ signinId: (await signin(tx, discordId)).id })),
  entry('admin', startOwnerSignin, () => pin()),
  entry('member', startLink, () => pin()),
  entry('member', unlinkPlex, async (tx, discordId) => {
    await linked(tx, discordId)
  }),
  entry('member', cancelRequest, async (tx, discordId) => ({
    requestId: (await ownRequest(tx, discordId)).id,
  })),
  entry('approver', approveRequest, pending),
  entry('approver', approveWithChanges, async (tx) => ({
    ...(await pending(tx)),
    changes: { instanceId: (await instance(tx)).id, profileId: 4, folder: '/films' },
  })),
  entry('approver', denyRequest, async (tx) => ({ ...(await pending(tx)), reason: 'Too long.' })),
  entry('system', evaluateRequest, async (tx) => ({ ...(await fresh(tx)), facts: {} })),
  entry('member', followRequest, pending),
  entry('system', askUnfound, async (tx, discordId) => ({ requestId: await soughtInVain(tx, discordId) })),
  entry('member', keepWaiting, async (tx, discordId) => ({
    requestId: (await ownRequest(tx, discordId, { state: 'added', arrId: 7 })).id,
  })),
  entry('member', leaveRequest, async (tx, discordId) => ({
    requestId: (await ownRequest(tx, discordId, { state: 'added', arrId: 7 })).id,
  })),
  entry('member', keepTitle, () => ({ title: film() })),
  entry('system', recordAdded, async (tx) => ({ ...(await approved(tx)), arrId: 7, here: false })),
  entry('system', recordTrouble, async (tx) => ({
    ...(await approved(tx)),
    trouble: { code: 'instance-unreachable' as const },
  })),
  entry('system', recordArrNews, async (tx) => {
    const { id: instanceId } = await instance(tx)
    const { ref, titleId } = await title(tx)
    await request(tx, { titleId, change: { state: 'added', instanceId } })
    return { instanceId, ref, news: { what: 'imported' as const } }
  }),
  entry('system', recordShowNews, async (tx) => {
    const { id: instanceId } = await instance(tx, { kind: 'sonarr' })
    const { id: requestId } = await showRequest(tx, { state: 'added', instanceId })
    return { requestId, news: { what: 'grabbed' as const } }
  }),
  entry('system', lookAtShow, async (tx) => ({
    requestId: (await showRequest(tx, { state: 'added' })).id,
    episodes: [{ season: 1, episode: 1, here: true, airsAt: 1 }],
    arrId: 7,
  })),
  entry('system', adoptRequest, async (tx) => {
    const gone = await instance(tx, { state: 'removed' })
    await instance(tx)
    const { id } = await request(tx, { change: { state: 'approved', instanceId: gone.id } })
    return { requestId: id }
  }),
  entry('system', resumeInstance, async (tx) => {
    const gone = await instance(tx, { state: 'removed' })
    await request(tx, { change: { state: 'approved', instanceId: gone.id } })
    return { instanceId: (await instance(tx)).id, jobs: ['add-to-arr'] }
  }),
  entry('member', searchAgain, async (tx, discordId) => ({
    requestId: (await ownRequest(tx, discordId, { state: 'added', arrId: 7 })).id,
  })),
  entry('member', submitRequest, async (tx) => {
    await instance(tx)
    return { titleId: (await title(tx)).titleId }
  }),
  entry('admin', chooseHome, () => ({ adminChannel: ids.next(1) })),
  entry('admin', chooseApprovals, () => ({ trustedRoles: ['501'] })),
  entry('admin', choosePlexServer, () => ({ machineId: 'm2' })),
  entry('admin', chooseInstance, async (tx) => ({
    id: (await instance(tx)).id,
    choice: { what: 'profile' as const, profileId: 6 },
  })),
  entry('claimer', claimHome, () => ({ guildId: GUILD })),
  entry('anyone', claimHomeByCode, () => ({ guildId: GUILD, matches: true })),
  entry('admin', draftInstance, () => ({
    id: ids.next(1),
    kind: 'radarr' as const,
    name: 'Films',
    url: 'http://radarr:7878',
    apiKey: OFFER.sealed,
    hookSecret: OFFER.sealed,
    hookDigest: 'ab',
  })),
  entry('admin', reviseInstance, async (tx) => ({
    id: (await instance(tx)).id,
    name: ids.next(1),
    url: 'http://radarr:1',
  })),
  entry('system', recordChannel, () => ({
    place: 'admin' as const,
    channelId: '401',
    trouble: 'gone' as const,
  })),
  entry('admin', recordOffer, async (tx) => ({
    id: (await instance(tx)).id,
    version: '6.1',
    choices: OFFER.choices,
  })),
  entry('system', recordHook, async (tx) => ({
    id: (await instance(tx)).id,
    state: 'ok' as const,
    print: 'p',
  })),
  entry('system', recordVisit, async (tx) => ({
    id: (await instance(tx)).id,
    met: { ok: false as const, failure: 'unreachable' as const },
  })),
  entry('system', recordLook, async (tx) => ({
    id: (await instance(tx)).id,
    version: '6.1',
    choices: OFFER.choices,
  })),
  entry('system', planFollows, async (tx, discordId) => {
    const { id: instanceId } = await instance(tx)
    await ownRequest(tx, discordId, { state: 'added', instanceId })
    return { job: 'follow-instance' }
  }),
  entry('system', planReadings, async (tx) => {
    await instance(tx)
    return { job: 'reconcile-instance' }
  }),
  entry('system', recordReading, async (tx) => ({
    id: (await instance(tx)).id,
    reading: { readTo: 2_000, seen: [7] },
  })),
  entry('system', planVisits, async (tx) => {
    await instance(tx)
    return { job: 'check-instance' }
  }),
  entry('system', tellOfInstance, async (tx) => ({
    id: (await instance(tx, { health: 'trouble', healthDetail: 'timeout', healthSince: 1 })).id,
  })),
  entry('admin', removeInstance, async (tx) => ({ id: (await instance(tx)).id })),
  entry('admin', saveInstance, async (tx) => ({ id: (await instance(tx, { state: 'draft' })).id })),
  entry('system', closeTelling, async (tx, discordId) => ({ tellingId: await telling(tx, discordId) })),
  entry('system', planDeliveries, async (tx, discordId) => ({
    requestId: (await ownRequest(tx, discordId)).id,
    kind: 'request.available' as const,
  })),
  entry('system', beginCard, async (tx) => ({
    ...(await fresh(tx)),
    purpose: 'status' as const,
    nonce: 'n',
  })),
  entry('system', recordCard, async (tx) => {
    const { requestId, purpose } = await card(tx)
    return { requestId, purpose, seenAt: NOW, channelId: '402', messageId: '9', print: 'other' }
  }),
  entry('system', forgetCard, async (tx) => ({ card: await card(tx) })),
  entry('system', beginDelivery, async (tx, discordId) => ({ delivery: await delivery(tx, discordId) })),
  entry('system', recordDelivery, async (tx, discordId) => ({
    delivery: await delivery(tx, discordId),
    end: { state: 'failed' as const, detail: 'no channel' },
  })),
  entry('system', recordDmClosed, async (tx, discordId) => {
    await ownRequest(tx, discordId)
    return { discordId }
  }),
  ...watching,
  entry('system', renewCards, async (tx) => {
    await pending(tx)
    return { purpose: 'approval' as const, states: ['pending' as const], lost: [], jobs: [] }
  }),
]
