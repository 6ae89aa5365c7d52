import { channelsOf, showChannel, showGuild, showMember } from '../../world/show.ts'
import type { Guild, World } from '../../world/world.ts'
import { missingAccess, unknownGuild, unknownMember, unknownUser } from '../errors.ts'
import { ok, type Request } from '../request.ts'
import type { Route } from '../route.ts'

const guildOf = (world: World, { param }: Request): Guild => {
  const guild = world.guilds.get(param('guild_id'))
  if (!guild) throw unknownGuild()
  if (!guild.members.has(world.bot.id)) throw missingAccess()
  return guild
}

export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    route: '/guilds/{guild_id}',
    auth: 'bot',
    run: ({ world }, request) => ok(showGuild(guildOf(world, request))),
  },
  {
    method: 'GET',
    route: '/guilds/{guild_id}/channels',
    auth: 'bot',
    run: ({ world }, request) =>
      ok(channelsOf(world, guildOf(world, request)).map((channel) => showChannel(world, channel))),
  },
  {
    method: 'GET',
    route: '/guilds/{guild_id}/roles',
    auth: 'bot',
    run: ({ world }, request) => ok(guildOf(world, request).roles),
  },
  {
    method: 'GET',
    route: '/guilds/{guild_id}/members/{user_id}',
    auth: 'bot',
    pace: { name: 'get member', limit: 5, perMs: 1_000, by: ['guild_id'] },
    run: ({ world }, request) => {
      const id = request.param('user_id')
      const member = guildOf(world, request).members.get(id)
      if (member) return ok(showMember(world, member))
      throw world.accounts.has(id) ? unknownMember() : unknownUser()
    },
  },
]
