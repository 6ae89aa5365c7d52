import type { Request, Route } from '../../kit/router.ts'
import { accountOf } from '../world/people.ts'
import type { Account, Server, Share, World } from '../world/types.ts'
import { avatarOf } from './avatar.ts'
import { callerOf } from './caller.ts'
import { data, type Reply } from './reply.ts'
import { isoSeconds } from './times.ts'

const SHARING_SETTINGS = {
  allowChannels: false,
  allowSubtitleAdmin: false,
  filterMovies: '',
  filterMusic: '',
  filterPhotos: null,
  filterTelevision: '',
  filterAll: null,
  allowSync: true,
  allowCameraUpload: false,
  allowTuners: 0,
}

const sharedServer = (world: World, server: Server, share: Share, caller: Account) => ({
  id: share.id,
  name: server.name,
  invitedId: share.accountId,
  invitedEmail: null,
  serverId: server.id,
  accepted: true,
  acceptedAt: isoSeconds(share.acceptedAt),
  deletedAt: null,
  leftAt: null,
  machineIdentifier: server.machineIdentifier,
  lastSeenAt: isoSeconds(world.now()),
  inviteToken: `invite-${share.id}`,
  sharingSettings: SHARING_SETTINGS,
  libraries: server.sections,
  ownerId: server.ownerId,
  owned: server.ownerId === caller.id,
  numLibraries: server.sections.length,
  allLibraries: true,
})

/** The servers of `owner` that `guest` may use, as the caller is told of them. */
const sharesBetween = (world: World, owner: Account, guest: Account, caller: Account) =>
  world.servers
    .filter(({ ownerId }) => ownerId === owner.id)
    .flatMap((server) =>
      server.shares
        .filter(({ accountId }) => accountId === guest.id)
        .map((share) => sharedServer(world, server, share, caller)),
    )

const friend = (world: World, caller: Account, account: Account) => ({
  status: 'accepted',
  sharingSettings: SHARING_SETTINGS,
  sharedServers: sharesBetween(world, caller, account, caller),
  sharedSources: sharesBetween(world, account, caller, caller),
  id: account.id,
  uuid: account.uuid,
  title: account.title,
  username: account.username,
  restricted: account.username === null,
  email: account.email,
  friendlyName: account.username === null ? account.title : null,
  thumb: avatarOf(account),
  home: account.homeAdmin !== undefined && account.homeAdmin === caller.homeAdmin,
  // Only managed users are told with a restriction profile, even where there is none.
  ...(account.username === null && { restrictionProfile: null }),
})

const list = (world: World, request: Request): Reply => {
  const { account } = callerOf(world, request)
  const friends = [...account.friends].map((id) => friend(world, account, accountOf(world, id)))
  return data('friends', friends)
}

/** Friends and the managed users of the Home, with what is shared with each. */
export const friendRoutes = (world: World): Route<Reply>[] => [
  { method: 'GET', path: '/api/v2/friends', handle: (request) => list(world, request) },
]
