import { listFeeds } from '../../db/queries/feeds.ts'
import { watchSettings } from '../../db/queries/home.ts'
import { findDiscordAccount, listDiscordAccounts } from '../../db/queries/people.ts'
import {
  findOwnerAccount,
  findPlexAccount,
  findPlexAccountOf,
  type PlexAccount,
} from '../../db/queries/plex-accounts.ts'
import { countReadLists, findList, type ReadableList } from '../../db/queries/watch-lists.ts'
import { isAdmin } from '../../domain/people/policy.ts'
import { isSignedIn } from '../../domain/people/sign-in.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import { type ListStanding, type Reading, standingOfList } from '../../domain/watchlists/list-standing.ts'
import { SECOND } from '../../platform/clock.ts'
import { type Markup, markup } from '../../platform/i18n.ts'
import { askerText, mention } from '../../views/kit/people.ts'
import type { Context } from '../define.ts'

export const adminHere = ({ actor, home }: Pick<Context, 'actor' | 'home'>): boolean =>
  home !== undefined && isAdmin(actor, home)

/** The reader's own Plex account, where one is linked or an admin said which. */
export const ownAccount = async ({
  deps,
  actor,
}: Pick<Context, 'deps' | 'actor'>): Promise<PlexAccount | undefined> => {
  const discord = await findDiscordAccount(deps.db, actor.discordId)
  return discord && findPlexAccountOf(deps.db, discord.personId)
}

/** A Plex account and its list, for a reader who may see it: whose it is, and admins. */
export type Looked = Readonly<{ account: PlexAccount; list: ReadableList; mine: boolean }>

export const lookAtList = async (ctx: Context, plexId: string): Promise<Outcome<Looked>> => {
  const { deps } = ctx
  const [account, list] = [await findPlexAccount(deps.db, plexId), await findList(deps.db, plexId)]
  const mine = (await ownAccount(ctx))?.plexId === plexId
  if (!mine && !adminHere(ctx)) return refused({ code: 'other-list' })
  if (account === undefined || list === undefined) return refused({ code: 'list-gone' })
  return done({ account, list, mine })
}

/** How the reader calls somebody: by a mention, or by their name at Plex. */
export const whoseName = async ({ deps }: Pick<Context, 'deps'>, account: PlexAccount): Promise<Markup> => {
  const [discord] = await listDiscordAccounts(deps.db, account.personId)
  return discord === undefined
    ? markup(askerText({ name: account.username }).markup)
    : mention(discord.discordId)
}

/** What decides, for all lists, how they are read. */
export const readingNow = async ({ deps, home }: Pick<Context, 'deps' | 'home'>): Promise<Reading> => {
  const owner = await findOwnerAccount(deps.db, home)
  return {
    feeds: await listFeeds(deps.db),
    hasOwner: isSignedIn(owner),
    everyMs: watchSettings(home).everySeconds * SECOND,
    lists: await countReadLists(deps.db),
  }
}

export const standingNow = async (
  ctx: Pick<Context, 'deps' | 'home'>,
  list: ReadableList,
): Promise<ListStanding> => standingOfList(list, await readingNow(ctx))
