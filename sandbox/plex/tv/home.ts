import type { Request, Route } from '../../kit/router.ts'
import type { Account, World } from '../world/types.ts'
import { avatarOf } from './avatar.ts'
import { callerOf } from './caller.ts'
import { data, type Reply } from './reply.ts'
import { unixSeconds } from './times.ts'

/** Everybody in the same Plex Home, the one who runs it first; somebody without a Home is alone. */
export const homeOf = ({ accounts }: World, account: Account): Account[] =>
  account.homeAdmin === undefined
    ? [account]
    : accounts
        .filter(({ homeAdmin }) => homeAdmin === account.homeAdmin)
        .toSorted(
          (one, other) => Number(other.id === account.homeAdmin) - Number(one.id === account.homeAdmin),
        )

const user = (account: Account) => ({
  id: account.id,
  uuid: account.uuid,
  title: account.title,
  username: account.username,
  email: account.email,
  friendlyName: null,
  thumb: avatarOf(account),
  hasPassword: account.username !== null,
  restricted: account.username === null,
  updatedAt: unixSeconds(account.joinedAt),
  restrictionProfile: null,
  admin: account.id === account.homeAdmin,
  guest: false,
  protected: false,
})

const users = (world: World, request: Request): Reply => {
  const { account } = callerOf(world, request)
  const members = homeOf(world, account)
  const admin = members[0] ?? account
  return data('home', {
    id: admin.id + 1_000_000,
    name: `${admin.title}’s home`,
    guestUserID: null,
    guestUserUUID: '',
    guestEnabled: false,
    subscription: admin.plexPass,
    users: members.map(user),
  })
}

/** The people of the caller's Plex Home. */
export const homeRoutes = (world: World): Route<Reply>[] => [
  { method: 'GET', path: '/api/v2/home/users', handle: (request) => users(world, request) },
]
