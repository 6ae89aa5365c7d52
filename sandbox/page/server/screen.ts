import { type APIMessage, MessageFlags } from 'discord-api-types/v10'
import { partsOf } from '../../discord/messages/write.ts'
import { knownDirectMessages } from '../../discord/world/add-places.ts'
import type { Member } from '../../discord/world/world.ts'
import type { PageHouse } from '../house.ts'
import type { Member as Person, Room, Screen, Shown, World } from '../protocol.ts'
import { commandsFor } from './commands.ts'
import { fillsOf } from './fills.ts'
import { channelsSeen, DM, placeAt, type Seat } from './places.ts'

type Stage = PageHouse['stage']

const seenIn = (stage: Stage, user: string, room: Seat['room']): APIMessage[] =>
  room === DM && !knownDirectMessages(stage.world, user) ? [] : stage.discord.as({ id: user }).sees(room)

const calls = (member: Member | undefined, message: APIMessage): boolean =>
  message.mention_everyone ||
  message.mentions.some(({ id }) => id === member?.user) ||
  message.mention_roles.some((role) => member?.roles.includes(role))

const roomsOf = (stage: Stage, user: string): Room[] => {
  const member = stage.world.guild.members.get(user)
  const room = (where: Seat['room'], kind: Room['kind'], name: string): Room => ({
    id: where === DM ? DM : where.id,
    name,
    kind,
    messages: seenIn(stage, user, where).map((one) => ({ id: one.id, calls: calls(member, one) })),
  })
  return [
    room(DM, 'dm', stage.world.bot.username),
    ...channelsSeen(stage, user).map((channel) => room(channel, 'text', channel.name ?? '')),
  ]
}

const partOf = ({ world: { guild } }: Stage, { user, roles }: Member): string =>
  [
    ...(guild.owner === user ? ['owner'] : []),
    ...guild.roles.filter(({ id }) => roles.includes(id)).map(({ name }) => name),
  ].join(', ') || 'member'

const peopleOf = (stage: Stage): Person[] =>
  [...stage.world.guild.members.values()].flatMap((member) => {
    const account = stage.world.accounts.get(member.user)
    if (!account || account.user.bot) return []
    return [
      {
        id: member.user,
        name: account.user.global_name ?? account.user.username,
        part: partOf(stage, member),
        takesDms: account.dms === 'open',
      },
    ]
  })

const shown = (stage: Stage, seat: Seat, body: APIMessage): Shown => ({
  body,
  onlyMe: ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
  fills: fillsOf(stage.world, placeAt(stage.world, seat), seat.account.user.id, partsOf(body)),
})

const isTyping = ({ world }: Stage, { account, room }: Seat): boolean => {
  const channel = room === DM ? knownDirectMessages(world, account.user.id) : room
  return channel !== undefined && (world.typing.get(channel.id) ?? 0) > world.clock.now()
}

const named = <T>(all: Iterable<T>, id: (one: T) => string, name: (one: T) => string | null) =>
  Object.fromEntries([...all].map((one) => [id(one), name(one) ?? '']))

/** All that one person sees: what the stand-in shows them, and nothing that it hides. */
export const screenOf = ({ stage }: PageHouse, seat: Seat, world: World): Screen => {
  const me = seat.account.user.id
  return {
    me,
    bot: stage.world.bot.id,
    server: stage.world.guild.name,
    members: peopleOf(stage),
    rooms: roomsOf(stage, me),
    room: seat.room === DM ? DM : seat.room.id,
    messages: seenIn(stage, me, seat.room).map((body) => shown(stage, seat, body)),
    typing: isTyping(stage, seat),
    commands: commandsFor(stage.world, placeAt(stage.world, seat), seat.account),
    names: {
      users: named(
        stage.world.accounts.values(),
        ({ user }) => user.id,
        ({ user }) => user.global_name ?? user.username,
      ),
      roles: named(
        stage.world.guild.roles,
        ({ id }) => id,
        ({ name }) => name,
      ),
      channels: named(
        channelsSeen(stage, me),
        ({ id }) => id,
        ({ name }) => name,
      ),
    },
    world,
  }
}
