import { type Clock, wallClock } from '../kit/clock.ts'
import { type StandIn, startStandIn } from '../kit/stand-in.ts'
import { serveApp } from './app/serve.ts'
import { serveTv } from './tv/serve.ts'
import { createWorld } from './world/create-world.ts'
import {
  addAccount,
  addHomeUser,
  addServer,
  type NewAccount,
  rename,
  share,
  unshare,
} from './world/people.ts'
import { deny, expirePin, revoke, signIn } from './world/sign-in.ts'
import type { Account, Server, Share, World } from './world/types.ts'

/** The stand-in of Plex's own services, and the hands of the people who use them. Its faults are those of plex.tv. */
export type Plex = StandIn & {
  /** The address of the page on which people sign in, for `PLEX_APP_URL`; `url` is plex.tv's, for `PLEX_TV_URL`. */
  appUrl: string
  world: World
  addAccount(facts: NewAccount): Account
  /** Adds a managed user to the Plex Home of `admin`. */
  addHomeUser(admin: Account, name: string): Account
  addServer(facts: { owner: Account; name: string }): Server
  /** Lets somebody use a server; doing it again changes nothing. */
  share(server: Server, account: Account): Share
  unshare(server: Server, account: Account): void
  rename(account: Account, name: string): void
  /**
   * Does what a person does in the browser, and gives the token that the program will find.
   * Takes a code or the page's whole address; throws when the real page would refuse.
   */
  signIn(codeOrUrl: string, account: Account): string
  /** Leaves the page without signing in. */
  deny(codeOrUrl: string): void
  /** Lets a sign-in run out at once. */
  expirePin(codeOrUrl: string): void
  /** Makes a token worthless. */
  revoke(token: string): void
}

/**
 * Starts plex.tv and app.plex.tv on free ports of the loopback. A program that runs on a faster clock needs a stand-in
 * on a clock of the same rate: sign-ins run out by it, and who polls too fast by it is turned away.
 */
export const startPlex = async ({
  clock = wallClock,
  port = 0,
  appPort = 0,
}: {
  clock?: Clock
  port?: number
  appPort?: number
} = {}): Promise<Plex> => {
  const world = createWorld(clock)
  const tv = await startStandIn(clock, port, serveTv(world))
  const app = await startStandIn(clock, appPort, serveApp(world))
  return {
    ...tv,
    appUrl: app.url,
    world,
    addAccount: (facts) => addAccount(world, facts),
    addHomeUser: (admin, name) => addHomeUser(world, admin, name),
    addServer: ({ owner, name }) => addServer(world, owner, name),
    share: (server, account) => share(world, server, account),
    unshare,
    rename,
    signIn: (codeOrUrl, account) => signIn(world, codeOrUrl, account),
    deny: (codeOrUrl) => deny(world, codeOrUrl),
    expirePin: (codeOrUrl) => expirePin(world, codeOrUrl),
    revoke: (token) => revoke(world, token),
    close: async () => {
      await Promise.all([tv.close(), app.close()])
    },
  }
}
