import type { Db } from '../../db/connect.ts'
import { findExclusion } from '../../db/queries/exclusions.ts'
import type { Follower } from '../../db/queries/followers.ts'
import { watchSettings } from '../../db/queries/home.ts'
import { findPerson, listDiscordAccounts } from '../../db/queries/people.ts'
import { holdPlexAccount, type PlexAccount } from '../../db/queries/plex-accounts.ts'
import { findTitle } from '../../db/queries/titles.ts'
import { lockItem, updateItem, type WatchItem } from '../../db/queries/watch-items.ts'
import { type Trust, trustIn } from '../../domain/approvals/trust.ts'
import { done, refused } from '../../domain/refusals.ts'
import {
  decideItem,
  type ItemFacts,
  type ItemPermit,
  type ItemVerdict,
  retryAt,
} from '../../domain/watchlists/consider.ts'
import { HOUR } from '../../platform/clock.ts'
import { defineAction, type Scope } from '../define.ts'
import { type Opened, openRequest } from '../requests/open-request.ts'

/** Whether this person's list may be asked from, and what of it. */
export const permitOf = async (db: Db, account: PlexAccount, titleId: string): Promise<ItemPermit> => {
  const excluded = await findExclusion(db, titleId, account.personId)
  return {
    isSynced: account.syncs === 1,
    isSuspended: account.suspendedAt !== null,
    ...(excluded === undefined ? {} : { excluded }),
  }
}

const followerOf = async ({ tx }: Scope, { personId, username }: PlexAccount): Promise<Follower> => {
  const [discord] = await listDiscordAccounts(tx, personId)
  return { personId, ...(discord === undefined ? { name: username } : { discordId: discord.discordId }) }
}

const trustOf = async (
  { tx, home }: Scope,
  { personId, discordId }: Follower,
  roles: readonly string[] | undefined,
): Promise<Trust | undefined> => {
  const person = await findPerson(tx, personId)
  if (home === undefined || discordId === undefined || roles === undefined) return undefined
  return person?.needsApproval === 1 ? undefined : trustIn({ discordId, roles }, home)
}

const settle = async (
  { tx, now }: Scope,
  { id }: WatchItem,
  verdict: ItemVerdict,
  opened?: Opened,
): Promise<void> => {
  await updateItem(tx, id, {
    state: verdict.state,
    reason: 'reason' in verdict ? verdict.reason : null,
    requestId: opened?.request.id ?? null,
    follows: opened?.isNews === true ? 1 : 0,
    consideredAt: now,
    retryAt: retryAt(verdict, now),
  })
}

/**
 * Facts of an item, of which title they are, and the Discord roles that its person holds: none for who is not in the guild, as
 * far as could be asked.
 */
type Considered = Readonly<{
  itemId: string
  titleId: string
  facts: ItemFacts
  roles?: readonly string[]
}>

/**
 * Decides what becomes of something on a watchlist, on facts gathered before, and asks for it by the same door as
 * `/request`. The value is how it stands afterwards.
 */
export const considerItem = defineAction<Considered, WatchItem['state']>({
  name: 'watch.consider',
  allow: 'system',
  run: async (scope, { itemId, titleId, facts, roles }) => {
    const { tx, home } = scope
    const item = await lockItem(tx, itemId)
    if (item === undefined || item.state === 'asked' || item.goneAt !== null)
      return done(item?.state ?? 'here')
    // Whoever allows this list, or has its person back, waits until this is written, and has it considered again.
    const account = await holdPlexAccount(tx, item.plexId)
    const stored = await findTitle(tx, item.titleId)
    // Its title turned out to be another's meanwhile, of which other facts may be true.
    const isSame = item.titleId === titleId
    if (account === undefined || stored === undefined || !isSame) return refused({ code: 'title-unknown' })
    const permit = await permitOf(tx, account, item.titleId)
    const part = watchSettings(home).shows
    const verdict = decideItem(stored.title, permit, facts, part)
    if (verdict.state !== 'asked') {
      await settle(scope, item, verdict)
      await scope.record({ subject: itemId, before: { state: item.state }, after: verdict })
      return done(verdict.state)
    }
    const follower = await followerOf(scope, account)
    const trustedBy = await trustOf(scope, follower, roles)
    const opened = await openRequest(
      scope,
      { titleId: item.titleId, ...(verdict.wish === undefined ? {} : { wish: verdict.wish }) },
      {
        follower,
        origin: { rule: 'origin', found: 'watchlist' },
        ...(trustedBy === undefined ? {} : { trustedBy }),
      },
    )
    if (!opened.ok) return opened
    await settle(scope, item, verdict, opened.value)
    await scope.record({
      subject: itemId,
      before: { state: item.state },
      after: { state: 'asked', requestId: opened.value.request.id },
    })
    return done('asked')
  },
})

/** Somebody who has to be asked about an item didn't answer for long: it is looked at again in an hour. */
export const postponeItem = defineAction<{ itemId: string }, void>({
  name: 'watch.postpone',
  allow: 'system',
  run: async ({ tx, now }, { itemId }) => {
    const item = await lockItem(tx, itemId)
    if (item?.state === 'new') await updateItem(tx, itemId, { retryAt: now + HOUR })
    return done(undefined)
  },
})
