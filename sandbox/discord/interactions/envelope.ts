import { ChannelType, InteractionContextType } from 'discord-api-types/v10'
import { FILE_LIMIT } from '../messages/attachments.ts'
import type { Service } from '../service.ts'
import { DM_PERMISSIONS, permissionsOf } from '../world/permissions.ts'
import { showChannel, showMember } from '../world/show.ts'
import type { Account, Channel, Guild, World } from '../world/world.ts'

/** Where somebody does something: a channel, its guild if it has one, and what kind of place that is. */
export type Place = { channel: Channel; guild: Guild | null; context: InteractionContextType }

export const placeOf = (world: World, channel: Channel): Place => {
  const guild = channel.guild === null ? null : (world.guilds.get(channel.guild) ?? null)
  if (guild) return { channel, guild, context: InteractionContextType.Guild }
  const isBotDm = channel.type === ChannelType.DM && channel.recipients.includes(world.bot.id)
  const context = isBotDm ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel
  return { channel, guild: null, context }
}

const appPermissions = (world: World, { channel, guild }: Place): bigint =>
  guild?.members.has(world.bot.id) ? permissionsOf(guild, world.bot.id, channel) : DM_PERMISSIONS

const who = (world: World, { channel, guild }: Place, { user }: Account) => {
  const member = guild?.members.get(user.id)
  if (!guild || !member) return { user }
  return {
    member: { ...showMember(world, member), permissions: permissionsOf(guild, user.id, channel).toString() },
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
  }
}

const channelBody = (world: World, place: Place, { user }: Account) => {
  const { channel, guild } = place
  const permissions = guild ? { permissions: permissionsOf(guild, user.id, channel).toString() } : {}
  return { ...showChannel(world, channel), ...permissions }
}

/** What every interaction carries, whatever was done. */
export const envelope = ({ world }: Service, place: Place, account: Account) => ({
  application_id: world.application.id,
  version: 1,
  channel_id: place.channel.id,
  channel: channelBody(world, place, account),
  ...who(world, place, account),
  locale: account.locale,
  context: place.context,
  app_permissions: appPermissions(world, place).toString(),
  attachment_size_limit: FILE_LIMIT,
  entitlements: [],
  entitlement_sku_ids: [],
})
