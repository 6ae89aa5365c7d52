import { may } from '../../world/permissions.ts'
import { showChannel } from '../../world/show.ts'
import { announce, type Channel, type World } from '../../world/world.ts'
import { missingAccess, missingPermissions, unknownChannel } from '../errors.ts'
import { noContent, ok, type Request } from '../request.ts'
import type { Route } from '../route.ts'

/** How long somebody is shown as typing, unless their message comes before. */
const TYPING_MS = 10_000

/** The channel a request is about, if the bot can see it. */
export const channelOf = (world: World, { param }: Request): Channel => {
  const channel = world.channels.get(param('channel_id'))
  if (!channel) throw unknownChannel()
  if (!may(world, world.bot.id, channel, 'ViewChannel')) throw missingAccess()
  return channel
}

export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    route: '/channels/{channel_id}',
    auth: 'bot',
    run: ({ world }, request) => ok(showChannel(world, channelOf(world, request))),
  },
  {
    method: 'POST',
    route: '/channels/{channel_id}/typing',
    auth: 'bot',
    run: ({ world }, request) => {
      const channel = channelOf(world, request)
      if (!may(world, world.bot.id, channel, 'SendMessages')) throw missingPermissions()
      world.typing.set(channel.id, world.clock.now() + TYPING_MS)
      announce(world)
      return noContent
    },
  },
]
