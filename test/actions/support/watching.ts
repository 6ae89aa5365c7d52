import { linkByHand } from '../../../src/actions/people/link-by-hand.ts'
import { forgetToken } from '../../../src/actions/people/unlink-plex.ts'
import { tellOfPlex } from '../../../src/actions/telling/tell-of-plex.ts'
import { askBefore, askItem } from '../../../src/actions/watchlists/ask-items.ts'
import { addToList, removeFromList } from '../../../src/actions/watchlists/change-list.ts'
import { choosePeople, chooseWatching } from '../../../src/actions/watchlists/choose-watching.ts'
import { considerItem, postponeItem } from '../../../src/actions/watchlists/consider-item.ts'
import { excludeTitle, includeTitle } from '../../../src/actions/watchlists/exclude-title.ts'
import { forgetLongGone } from '../../../src/actions/watchlists/forget-long-gone.ts'
import { hastenChecks } from '../../../src/actions/watchlists/hasten-checks.ts'
import { planWatching } from '../../../src/actions/watchlists/plan-watching.ts'
import {
  recordCheck,
  recordListTrouble,
  recordRefusedToken,
} from '../../../src/actions/watchlists/record-check.ts'
import {
  recordFeed,
  recordFeedAddress,
  recordFeedFailure,
  suspectFeed,
} from '../../../src/actions/watchlists/record-feed.ts'
import { recordListed } from '../../../src/actions/watchlists/record-listed.ts'
import { recordPeople } from '../../../src/actions/watchlists/record-people.ts'
import { postponeIds, recordIds, recordTitle } from '../../../src/actions/watchlists/record-title.ts'
import { syncNow } from '../../../src/actions/watchlists/sync-now.ts'
import { giveUpWalk, recordPage } from '../../../src/actions/watchlists/walk-list.ts'
import { withdrawItem } from '../../../src/actions/watchlists/withdraw-item.ts'
import type { Tx } from '../../../src/db/connect.ts'
import { insertExclusion } from '../../../src/db/queries/exclusions.ts'
import { saveFeed } from '../../../src/db/queries/feeds.ts'
import { insertFollower } from '../../../src/db/queries/followers.ts'
import { DAY } from '../../../src/platform/clock.ts'
import { another, film, ids, request } from '../../db/support/rows.ts'
import { NOW } from './desk.ts'
import { type Entry, entry } from './entry.ts'
import { instance, OFFER, title, watched } from './things.ts'

const refusedToken = { token: OFFER.sealed, linkedAt: 1, tokenRefusedAt: NOW }

/** Something that was taken off its list, and what it had asked for. */
const takenOff = async (tx: Tx, discordId: string) => {
  const { id: requestId } = await request(tx, { change: { state: 'pending' } })
  const item = { state: 'asked', requestId, follows: 1, goneAt: NOW } as const
  const { itemId, personId } = await watched(tx, discordId, { item })
  await insertFollower(tx, requestId, { personId, discordId }, NOW)
  return { itemId }
}

const ABSENT = { isFetchable: true, hasInstance: true, isHere: false }

/** The actions of watchlists. */
export const watching: readonly Entry[] = [
  entry('admin', linkByHand, async (tx, discordId) => ({
    plexId: (await watched(tx, discordId)).plexId,
    discordId: another(),
    locale: 'de',
  })),
  entry('system', forgetToken, async (tx, discordId) => ({
    plexId: (await watched(tx, discordId, { account: { token: OFFER.sealed } })).plexId,
    token: OFFER.sealed,
  })),
  entry('system', tellOfPlex, async (tx, discordId) => ({
    plexId: (await watched(tx, discordId, { account: refusedToken })).plexId,
  })),
  entry('member', askItem, async (tx, discordId) => ({
    itemId: (await watched(tx, discordId, { item: { state: 'before' } })).itemId,
  })),
  entry('admin', askBefore, async (tx, discordId) => ({
    plexId: (await watched(tx, discordId, { item: { state: 'before' } })).plexId,
  })),
  entry('admin', choosePeople, async (tx, discordId) => ({
    plexIds: [(await watched(tx, discordId)).plexId],
    syncs: false,
  })),
  entry('admin', chooseWatching, () => ({ shows: 'latest' as const })),
  entry('member', addToList, async (tx, discordId) => {
    await watched(tx, discordId)
    return { titleId: (await title(tx)).titleId, plexKey: another().padStart(24, '0') }
  }),
  entry('member', removeFromList, async (tx, discordId) => ({
    itemId: (await watched(tx, discordId)).itemId,
  })),
  entry('system', considerItem, async (tx, discordId) => {
    await instance(tx, { isDefault: 1 })
    const { itemId, titleId } = await watched(tx, discordId)
    return { itemId, titleId, facts: ABSENT, roles: [] }
  }),
  entry('system', postponeItem, async (tx, discordId) => ({
    itemId: (await watched(tx, discordId)).itemId,
  })),
  entry('member', excludeTitle, async (tx) => ({ titleId: (await title(tx)).titleId, forAll: false })),
  entry('member', includeTitle, async (tx, discordId) => {
    const { titleId, personId } = await watched(tx, discordId, {
      item: { state: 'skipped', reason: { code: 'excluded' } },
    })
    await insertExclusion(tx, titleId, personId, discordId, NOW)
    return { titleId, forAll: false }
  }),
  entry('system', forgetLongGone, async (tx, discordId) => {
    await watched(tx, discordId, { account: { suspendedAt: NOW - 31 * DAY } })
  }),
  entry('system', hastenChecks, async (tx) => {
    await tx.deleteFrom('work').where('job', '=', 'find-people').execute()
    return { plexIds: [], all: false, people: true }
  }),
  entry('system', planWatching, async (tx, discordId) => {
    await watched(tx, discordId, {
      account: { token: OFFER.sealed, linkedAt: 1 },
      list: { access: 'self' },
    })
    const jobs = { feed: 'read-feed', check: 'check-list', walk: 'walk-list', consider: 'c', ids: 'i' }
    return { jobs, spreadMs: 1_000 }
  }),
  entry('system', recordCheck, async (tx, discordId) => ({
    plexId: (await watched(tx, discordId)).plexId,
    newest: ['a'.repeat(24)],
    fresh: 1,
  })),
  entry('system', recordListTrouble, async (tx, discordId) => ({
    plexId: (await watched(tx, discordId)).plexId,
    trouble: 'unreachable' as const,
  })),
  entry('system', recordRefusedToken, async (tx, discordId) => ({
    plexId: (await watched(tx, discordId, { account: { ...refusedToken, tokenRefusedAt: null } })).plexId,
    token: OFFER.sealed,
  })),
  entry('system', recordFeed, async (tx) => {
    await saveFeed(tx, 'friends', { state: 'gone' }, 1)
    return { kind: 'friends' as const, print: another(), keys: [], shown: [] }
  }),
  entry('system', recordFeedAddress, async (tx) => {
    await saveFeed(tx, 'own', { state: 'gone' }, 1)
    return { kind: 'own' as const }
  }),
  entry('system', recordFeedFailure, async (tx) => {
    await saveFeed(tx, 'own', { state: 'open', failures: 0 }, 1)
    return { kind: 'own' as const, isGone: true }
  }),
  entry('system', suspectFeed, async (tx) => {
    await saveFeed(tx, 'friends', { state: 'open', suspects: '[]' }, 1)
    return { kind: 'friends' as const, names: ['|film|tmdb:5'] }
  }),
  entry('system', recordListed, async (tx, discordId) => ({
    plexId: (await watched(tx, discordId)).plexId,
    entries: [{ title: film() }],
    via: 'check' as const,
  })),
  entry('system', recordPeople, () => ({
    people: [
      {
        id: another(),
        uuid: another(),
        username: 'pia',
        title: 'Pia',
        relation: 'friend' as const,
        restricted: false,
      },
    ],
    isComplete: false,
  })),
  entry('system', recordTitle, () => ({ title: film() })),
  entry('system', recordIds, async (tx, discordId) => {
    const bare = film({ ids: { plex: ids.next(NOW) } })
    await watched(tx, discordId)
    return { title: bare }
  }),
  entry('system', postponeIds, async (tx) => ({ titleId: (await title(tx)).titleId })),
  entry('member', syncNow, async (tx, discordId) => ({ plexId: (await watched(tx, discordId)).plexId })),
  entry('system', recordPage, async (tx, discordId) => ({
    plexId: (await watched(tx, discordId)).plexId,
    pass: 0,
    entries: [{ title: film() }],
    unread: [],
    skipped: 0,
  })),
  entry('system', giveUpWalk, async (tx, discordId) => ({
    plexId: (await watched(tx, discordId, { list: { passCursor: '100' } })).plexId,
    pass: 3,
  })),
  entry('system', withdrawItem, takenOff),
]
