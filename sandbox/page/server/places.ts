import { type Place, placeOf } from '../../discord/interactions/envelope.ts'
import { seesChannel } from '../../discord/people/sight.ts'
import { directMessages } from '../../discord/world/add-places.ts'
import { channelsOf } from '../../discord/world/show.ts'
import type { Account, Channel, World } from '../../discord/world/world.ts'
import type { Stage } from '../../stage.ts'

/** The conversation with the bot, whether or not it was opened yet. */
export const DM = 'dm'

/** Somebody at the page, and the room that they look at. */
export type Seat = { account: Account; room: Channel | typeof DM }

/** The channels of the server that somebody sees. */
export const channelsSeen = (stage: Stage, user: string): Channel[] =>
  channelsOf(stage.world, stage.world.guild).filter((channel) => seesChannel(stage.world, user, channel))

/** Who sits where; undefined for a stranger, and for a room that the person does not see. */
export const seatOf = (stage: Stage, user: string, room: string): Seat | undefined => {
  const account = stage.world.accounts.get(user)
  if (!account || account.user.bot || !stage.world.guild.members.has(user)) return undefined
  if (room === DM) return { account, room: DM }
  const channel = channelsSeen(stage, user).find(({ id }) => id === room)
  return channel && { account, room: channel }
}

/** The place of a seat, to ask what is offered there. As in Discord, looking at direct messages opens them. */
export const placeAt = (world: World, { account, room }: Seat): Place =>
  placeOf(world, room === DM ? directMessages(world, account.user.id) : room)
