import { type APIOverwrite, PermissionFlagsBits } from 'discord-api-types/v10'
import type { Channel, Guild, World } from './world.ts'

export type PermissionName = keyof typeof PermissionFlagsBits

/** Every permission that exists: what owners and administrators hold. */
const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n)

/** What a direct message with the bot allows it, as interactions say in `app_permissions`. */
export const DM_PERMISSIONS =
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.UseExternalEmojis

export const bits = (names: readonly PermissionName[]): bigint =>
  names.reduce((all, name) => all | PermissionFlagsBits[name], 0n)

const apply = (before: bigint, overwrites: readonly APIOverwrite[]): bigint => {
  const deny = overwrites.reduce((all, { deny }) => all | BigInt(deny), 0n)
  const allow = overwrites.reduce((all, { allow }) => all | BigInt(allow), 0n)
  return (before & ~deny) | allow
}

/** What someone may do in a guild, or in one of its channels; nothing for those who are not members. */
export const permissionsOf = (guild: Guild, user: string, channel?: Channel): bigint => {
  const member = guild.members.get(user)
  if (!member) return 0n
  if (guild.owner === user) return ALL_PERMISSIONS
  const roles = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id))
  const base = roles.reduce((all, role) => all | BigInt(role.permissions), 0n)
  if (base & PermissionFlagsBits.Administrator) return ALL_PERMISSIONS
  if (!channel) return base
  const of = (test: (id: string) => boolean) => channel.overwrites.filter(({ id }) => test(id))
  const forEveryone = apply(
    base,
    of((id) => id === guild.id),
  )
  const forRoles = apply(
    forEveryone,
    of((id) => id !== guild.id && member.roles.includes(id)),
  )
  const result = apply(
    forRoles,
    of((id) => id === user),
  )
  return result & PermissionFlagsBits.ViewChannel ? result : 0n
}

/** Whether someone may do all of these in a channel. In direct messages, its people may. */
export const may = (
  world: World,
  user: string,
  channel: Channel,
  ...names: readonly PermissionName[]
): boolean => {
  if (channel.guild === null) return channel.recipients.includes(user)
  const guild = world.guilds.get(channel.guild)
  const wanted = bits(names)
  return guild !== undefined && (permissionsOf(guild, user, channel) & wanted) === wanted
}
