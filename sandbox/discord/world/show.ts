import {
  type APIChannel,
  type APIGuildMember,
  type ChannelFlags,
  ChannelType,
  type GuildMemberFlags,
} from 'discord-api-types/v10'
import { permissionsOf } from './permissions.ts'
import type { Channel, Guild, Member, World } from './world.ts'

const NO_FLAGS = 0 as ChannelFlags

const lastMessage = (world: World, channel: Channel): string | null =>
  world.messages.get(channel.id)?.findLast(({ onlyFor }) => onlyFor === null)?.body.id ?? null

/** A member without the account, as interactions carry those whom somebody picked. */
export const showPickedMember = (guild: Guild, member: Member) => ({
  avatar: null,
  banner: null,
  communication_disabled_until: null,
  flags: 0,
  joined_at: member.joinedAt,
  nick: member.nick,
  pending: false,
  permissions: permissionsOf(guild, member.user).toString(),
  premium_since: null,
  roles: [...member.roles],
})

export const showMember = (world: World, member: Member): APIGuildMember => {
  const account = world.accounts.get(member.user)
  if (!account) throw new Error(`Member ${member.user} has no account`)
  return {
    user: account.user,
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    deaf: false,
    flags: 0 as GuildMemberFlags,
    joined_at: member.joinedAt,
    mute: false,
    nick: member.nick,
    pending: false,
    premium_since: null,
    roles: [...member.roles],
  }
}

export const showChannel = (world: World, channel: Channel): APIChannel => {
  const last = lastMessage(world, channel)
  if (channel.type === ChannelType.GuildText) {
    return {
      id: channel.id,
      type: channel.type,
      guild_id: channel.guild ?? '',
      name: channel.name ?? '',
      position: channel.position,
      permission_overwrites: channel.overwrites,
      parent_id: null,
      nsfw: false,
      topic: null,
      last_message_id: last,
      rate_limit_per_user: 0,
      flags: NO_FLAGS,
    }
  }
  const others = channel.recipients.filter((id) => id !== world.bot.id)
  const recipients = others.flatMap((id) => world.accounts.get(id)?.user ?? [])
  return channel.type === ChannelType.DM
    ? { id: channel.id, type: channel.type, name: null, recipients, last_message_id: last, flags: NO_FLAGS }
    : { id: channel.id, type: channel.type, name: channel.name, recipients, last_message_id: last }
}

export const showGuild = (guild: Guild) => ({
  id: guild.id,
  name: guild.name,
  owner_id: guild.owner,
  icon: null,
  icon_hash: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  afk_channel_id: null,
  afk_timeout: 300,
  application_id: null,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  emojis: [],
  features: [],
  hub_type: null,
  max_members: 500_000,
  max_presences: null,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  mfa_level: 0,
  nsfw_level: 0,
  preferred_locale: guild.locale,
  premium_progress_bar_enabled: false,
  premium_subscription_count: 0,
  premium_tier: 0,
  public_updates_channel_id: null,
  region: 'deprecated',
  roles: guild.roles,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  stickers: [],
  system_channel_flags: 0,
  system_channel_id: null,
  vanity_url_code: null,
  verification_level: 0,
  widget_channel_id: null,
  widget_enabled: false,
  incidents_data: null,
})

export const channelsOf = (world: World, guild: Guild): Channel[] =>
  [...world.channels.values()].filter((channel) => channel.guild === guild.id)

/** What a bot without the members intent is told of a guild: itself is the only member in it. */
export const showGuildCreate = (world: World, guild: Guild) => {
  const self = guild.members.get(world.bot.id)
  return {
    ...showGuild(guild),
    channels: channelsOf(world, guild).map((channel) => showChannel(world, channel)),
    guild_scheduled_events: [],
    joined_at: self?.joinedAt ?? new Date(world.clock.now()).toISOString(),
    large: false,
    member_count: guild.members.size,
    members: self ? [showMember(world, self)] : [],
    presences: [],
    soundboard_sounds: [],
    stage_instances: [],
    threads: [],
    unavailable: false,
    voice_states: [],
  }
}
