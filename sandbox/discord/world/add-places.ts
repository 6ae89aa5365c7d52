import {
  type APIOverwrite,
  type APIRole,
  type APIUser,
  ChannelType,
  Locale,
  type LocaleString,
  OverwriteType,
  type RoleFlags,
} from 'discord-api-types/v10'
import { bits, type PermissionName } from './permissions.ts'
import { channelsOf, showChannel } from './show.ts'
import { announce, type Channel, type Guild, type World } from './world.ts'

/** What Discord gives @everyone in a new server, mentions of everyone among it. */
const EVERYONE = bits([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseExternalEmojis',
  'MentionEveryone',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'ChangeNickname',
])

const roleBody = (
  role: Pick<APIRole, 'id' | 'name' | 'permissions' | 'mentionable' | 'position'>,
): APIRole => ({
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  flags: 0 as RoleFlags,
  ...role,
})

export const addGuild = (
  world: World,
  { name, owner, locale }: { name: string; owner: APIUser; locale?: LocaleString },
): Guild => {
  const id = world.newId()
  const everyone = {
    id,
    name: '@everyone',
    permissions: EVERYONE.toString(),
    mentionable: false,
    position: 0,
  }
  const joinedAt = new Date(world.clock.now()).toISOString()
  const guild: Guild = {
    id,
    name,
    owner: owner.id,
    locale: locale ?? Locale.EnglishUS,
    roles: [roleBody(everyone)],
    members: new Map([[owner.id, { user: owner.id, roles: [], nick: null, joinedAt }]]),
    available: true,
  }
  world.guilds.set(id, guild)
  announce(world)
  return guild
}

type NewRole = { name: string; permissions?: readonly PermissionName[]; mentionable?: boolean; guild?: Guild }

export const addRole = (
  world: World,
  { name, permissions = [], mentionable = false, guild }: NewRole,
): APIRole => {
  if (!guild) throw new Error('A role needs a server')
  const role = roleBody({
    id: world.newId(),
    name,
    permissions: bits(permissions).toString(),
    mentionable,
    position: guild.roles.length,
  })
  guild.roles.push(role)
  announce(world, { event: 'GUILD_ROLE_CREATE', data: { guild_id: guild.id, role } })
  return role
}

type NewChannel = {
  name: string
  guild?: Guild
  /** Who may see it, when not everyone may: roles and people. The bot is one of those who must be named. */
  onlyFor?: readonly (APIRole | APIUser)[]
  overwrites?: readonly APIOverwrite[]
}

const overwrite = (who: APIRole | APIUser): APIOverwrite => ({
  id: who.id,
  type: 'username' in who ? OverwriteType.Member : OverwriteType.Role,
  allow: bits(['ViewChannel', 'SendMessages', 'ReadMessageHistory']).toString(),
  deny: '0',
})

/** What hides a channel from everyone but some; the bot is one of those who must be named. */
export const onlyFor = (guild: Guild, some: readonly (APIRole | APIUser)[]): APIOverwrite[] => [
  { id: guild.id, type: OverwriteType.Role, allow: '0', deny: bits(['ViewChannel']).toString() },
  ...some.map(overwrite),
]

export const addChannel = (
  world: World,
  { name, guild, onlyFor: some, overwrites = [] }: NewChannel,
): Channel => {
  if (!guild) throw new Error('A channel needs a server')
  const channel: Channel = {
    id: world.newId(),
    type: ChannelType.GuildText,
    name,
    guild: guild.id,
    position: channelsOf(world, guild).length,
    overwrites: [...(some ? onlyFor(guild, some) : []), ...overwrites],
    recipients: [],
  }
  world.channels.set(channel.id, channel)
  announce(world, { event: 'CHANNEL_CREATE', data: showChannel(world, channel) })
  return channel
}

const conversation = (world: World, recipients: readonly string[], type: Channel['type']): Channel => {
  const channel: Channel = {
    id: world.newId(),
    type,
    name: null,
    guild: null,
    position: 0,
    overwrites: [],
    recipients,
  }
  world.channels.set(channel.id, channel)
  announce(world)
  return channel
}

/** The channel of the bot and one person, where there is one already. */
export const knownDirectMessages = (world: World, user: string): Channel | undefined =>
  [...world.channels.values()].find(
    ({ type, recipients }) =>
      type === ChannelType.DM && recipients.includes(user) && recipients.includes(world.bot.id),
  )

export const directMessages = (world: World, user: string): Channel =>
  knownDirectMessages(world, user) ?? conversation(world, [user, world.bot.id], ChannelType.DM)

export const privateChannel = (world: World, users: readonly APIUser[]): Channel =>
  conversation(
    world,
    users.map(({ id }) => id),
    users.length > 2 ? ChannelType.GroupDM : ChannelType.DM,
  )
