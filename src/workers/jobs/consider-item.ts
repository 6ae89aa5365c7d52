import { considerItem, permitOf, postponeItem } from '../../actions/watchlists/consider-item.ts'
import { suspectFeed } from '../../actions/watchlists/record-feed.ts'
import { findHome } from '../../db/queries/home.ts'
import { listDiscordAccounts } from '../../db/queries/people.ts'
import { findPlexAccount, type PlexAccount } from '../../db/queries/plex-accounts.ts'
import { findTitle } from '../../db/queries/titles.ts'
import { findItem, type WatchItem } from '../../db/queries/watch-items.ts'
import { findList } from '../../db/queries/watch-lists.ts'
import { whyNotAllowed } from '../../domain/watchlists/consider.ts'
import { feedOf } from '../../domain/watchlists/cover.ts'
import { shownBy } from '../../domain/watchlists/feed.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { defineJob, finished, later } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { actAs } from '../system.ts'
import { gather } from '../watch/gather.ts'

const self = actAs('consider-item')
/** What changed between gathering and deciding is gathered anew. */
const AGAIN_MS = 5 * SECOND

/**
 * The roles that decide whether this person needs an approver; undefined for who left the guild, or when nobody could
 * be asked: somebody decides then. They may be five minutes old: what whoever just lost a role adds is approved for that
 * long, and what whoever just got one adds waits for an approver.
 */
const rolesOf = async ({ personId }: PlexAccount, deps: JobDeps): Promise<readonly string[] | undefined> => {
  const home = await findHome(deps.db)
  const [discord] = await listDiscordAccounts(deps.db, personId)
  if (home === undefined || discord === undefined) return undefined
  if (home.trustedRoles.length === 0 && !home.trustedMembers.includes(discord.discordId)) return []
  try {
    return (await deps.askMember(home.guildId, discord.discordId))?.roles
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

/** What is new on a list its feed should show as well. */
const expectInFeed = async (
  item: WatchItem,
  titleId: string,
  account: PlexAccount,
  deps: JobDeps,
): Promise<void> => {
  // What a walk has seen may be older than all that a feed holds.
  if (item.consideredAt !== null || item.seenPass > 0) return
  const list = await findList(deps.db, item.plexId)
  const stored = await findTitle(deps.db, titleId)
  const kind = list && feedOf(list)
  if (kind === undefined || stored === undefined) return
  const { plex: _, ...ids } = stored.title.ids
  const author = kind === 'friends' && account.uuid !== null ? { author: account.uuid } : {}
  await suspectFeed(deps, self, { kind, names: shownBy({ ...author, kind: stored.title.kind, ids }) })
}

/** Finds out what is needed, then decides what becomes of something on a watchlist. */
export const considerItemJob = defineJob({
  name: 'consider-item',
  queue: 'consider',
  retry: { attempts: 30, firstPauseMs: 2 * SECOND, longestPauseMs: 10 * MINUTE },
  run: async (itemId, deps) => {
    const item = await findItem(deps.db, itemId)
    if (item === undefined || item.goneAt !== null || item.state === 'asked' || item.state === 'before')
      return finished('nothing to consider')
    const account = await findPlexAccount(deps.db, item.plexId)
    const stored = await findTitle(deps.db, item.titleId)
    if (account === undefined || stored === undefined) return finished('it is gone')
    // Who may not ask costs nobody a call.
    const isAllowed = whyNotAllowed(await permitOf(deps.db, account, item.titleId)) === undefined
    const gathered = isAllowed
      ? await gather(item, stored, deps)
      : { titleId: stored.id, facts: { isFetchable: false, hasInstance: false, isHere: false } }
    const roles = isAllowed ? await rolesOf(account, deps) : undefined
    const outcome = await considerItem(deps, self, {
      itemId,
      ...gathered,
      ...(roles === undefined ? {} : { roles }),
    })
    if (!outcome.ok) return later(AGAIN_MS, outcome.refusal.code)
    if (isAllowed) await expectInFeed(item, gathered.titleId, account, deps)
    return finished(outcome.value)
  },
  gaveUp: async (itemId, deps) => {
    await postponeItem(deps, self, { itemId })
  },
})
