import { nextId } from './create-world.ts'
import { befriend } from './friends.ts'
import { hex, newToken } from './secrets.ts'
import type { Account, Server, Share, World } from './types.ts'

/** What a new account is made of. */
export type NewAccount = { name: string; email?: string; plexPass?: boolean }

const DAY = 24 * 60 * 60_000

export const addAccount = (world: World, { name, email, plexPass = false }: NewAccount): Account => {
  const account: Account = {
    id: nextId(world, 'account'),
    uuid: hex(16),
    username: name,
    title: name,
    email: email ?? `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.com`,
    plexPass,
    joinedAt: world.now() - 900 * DAY,
    webhooks: [],
    friends: new Set(),
    watchlist: [],
    watchlistHidden: false,
    players: [{ name: `${name}’s phone`, clientIdentifier: hex(16), createdAt: world.now() - 400 * DAY }],
  }
  world.accounts.push(account)
  return account
}

/** Adds a member to the Plex Home of `admin`, opening the Home when there is none yet. */
export const addHomeUser = (world: World, admin: Account, name: string): Account => {
  admin.homeAdmin = admin.id
  const account = addAccount(world, { name })
  Object.assign(account, { username: null, email: null, homeAdmin: admin.id, players: [] })
  befriend(admin, account)
  return account
}

export const rename = (account: Account, name: string): void => {
  if (account.username !== null) account.username = name
  account.title = name
}

export const addServer = (world: World, owner: Account, name: string): Server => {
  const section = (key: number, title: string, type: 'movie' | 'show') => ({
    id: nextId(world, 'section'),
    key,
    title,
    type,
  })
  const server: Server = {
    id: nextId(world, 'server'),
    machineIdentifier: hex(40),
    name,
    ownerId: owner.id,
    createdAt: world.now() - 700 * DAY,
    sections: [section(1, 'Films', 'movie'), section(2, 'Shows', 'show')],
    shares: [],
    holdings: [],
    reachedBy: ['itself', 'nobody'],
    port: 0,
  }
  world.servers.push(server)
  return server
}

/** Lets somebody use a server, and makes the two friends; doing it again changes nothing. */
export const share = (world: World, server: Server, account: Account): Share => {
  if (account.id === server.ownerId) throw new Error(`${account.title} owns ${server.name} already.`)
  const before = server.shares.find(({ accountId }) => accountId === account.id)
  if (before) return before
  const now = world.now()
  const added: Share = {
    id: nextId(world, 'share'),
    accountId: account.id,
    accessToken: newToken(),
    invitedAt: now - DAY,
    acceptedAt: now,
  }
  server.shares.push(added)
  befriend(accountOf(world, server.ownerId), account)
  return added
}

/** Takes a server away from somebody; they stay friends, as on plex.tv. */
export const unshare = (server: Server, account: Account): void => {
  server.shares = server.shares.filter(({ accountId }) => accountId !== account.id)
}

/** Whose number that is. */
export const accountOf = (world: World, id: number): Account => {
  const account = world.accounts.find((candidate) => candidate.id === id)
  if (!account) throw new Error(`There is no account ${id}.`)
  return account
}
