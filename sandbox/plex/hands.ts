import { entriesOf, feedFor, forgetFeeds, stallFeeds } from './world/feeds.ts'
import { befriend, unfriend } from './world/friends.ts'
import { drop, hold } from './world/holdings.ts'
import {
  addAccount,
  addHomeUser,
  addServer,
  type NewAccount,
  rename,
  share,
  unshare,
} from './world/people.ts'
import { deny, expirePin, revoke, revokeAll, signIn } from './world/sign-in.ts'
import { addTitle, findTitle, type NewTitle, type TitleName } from './world/titles.ts'
import type {
  Account,
  FeedEntry,
  FeedType,
  Holding,
  PlexTitle,
  Server,
  Share,
  WatchlistEntry,
  World,
} from './world/types.ts'
import { addToWatchlist, removeFromWatchlist } from './world/watchlist.ts'

/** What people do on Plex, and what Plex does to them. */
export const createHands = (world: World) => ({
  addAccount: (facts: NewAccount): Account => addAccount(world, facts),
  /** Adds a managed user to the Plex Home of `admin`. */
  addHomeUser: (admin: Account, name: string): Account => addHomeUser(world, admin, name),
  addServer: ({ owner, name }: { owner: Account; name: string }): Server => addServer(world, owner, name),
  /** Lets somebody use a server, and makes the two friends; doing it again changes nothing. */
  share: (server: Server, account: Account): Share => share(world, server, account),
  /** Takes a server away; the two stay friends. */
  unshare,
  befriend,
  /** Ends a friendship, and all sharing between the two. */
  unfriend: (one: Account, other: Account): void => unfriend(world, one, other),
  rename,
  /**
   * Does what a person does in the browser, and gives the token that the program will find.
   * Takes a code or the page's whole address; throws when the real page would refuse.
   */
  signIn: (codeOrUrl: string, account: Account): string => signIn(world, codeOrUrl, account),
  /** Leaves the page without signing in. */
  deny: (codeOrUrl: string): void => deny(world, codeOrUrl),
  /** Lets a sign-in run out at once. */
  expirePin: (codeOrUrl: string): void => expirePin(world, codeOrUrl),
  /** Makes a token worthless. */
  revoke: (token: string): void => revoke(world, token),
  /** Makes every token of an account worthless. */
  revokeAll: (account: Account): void => revokeAll(world, account),
  /** The title of that name, key, or both; throws where there is none or more than one. */
  title: (name: TitleName, kind?: PlexTitle['kind']): PlexTitle => findTitle(world, name, kind),
  /** Lets Plex know one more title, without external ids unless they are given. */
  addTitle: (facts: NewTitle): PlexTitle => addTitle(world, facts),
  watchlist: {
    /** Adds a title as of now, or of another time; what is on the list already stays where it is. */
    add: (account: Account, name: TitleName, at?: number): WatchlistEntry =>
      addToWatchlist(world, account, name, at),
    remove: (account: Account, name: TitleName): void => removeFromWatchlist(world, account, name),
    /** The titles on somebody's list, newest first. */
    list: (account: Account): PlexTitle[] =>
      account.watchlist.map(({ plexKey }) => findTitle(world, plexKey)),
    /** Keeps a list from friends, or shows it to them again. */
    hide: (account: Account, hides = true): void => {
      account.watchlistHidden = hides
    },
  },
  feeds: {
    /** The uuid by which a feed is read. */
    uuid: (account: Account, type: FeedType): string => feedFor(world, account.id, type).uuid,
    entries: (account: Account, type: FeedType): FeedEntry[] =>
      entriesOf(world, feedFor(world, account.id, type)),
    /** Lets the feeds that exist go on showing what they show now, until they may move again. */
    stall: (stalls = true): void => stallFeeds(world, stalls),
    /** Forgets an account's feeds: their addresses are gone, and whoever asks again gets others. */
    forget: (account: Account): void => forgetFeeds(world, account.id),
  },
  /** Puts a title on a server; of a show that many episodes of each season, or all. */
  hold: (server: Server, name: TitleName, episodes?: Readonly<Record<number, number>>): Holding =>
    hold(world, server, name, episodes),
  /** Takes a title off a server. */
  drop: (server: Server, name: TitleName): void => drop(world, server, name),
})
