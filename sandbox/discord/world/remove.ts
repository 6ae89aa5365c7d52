import type { APIRole, APIUser } from 'discord-api-types/v10'
import { showChannel } from './show.ts'
import { announce, type Channel, type Guild, type World } from './world.ts'

/** Gives someone these roles and no others. Bots without the members intent are not told, as in the real Discord. */
export const setRoles = (world: World, guild: Guild, user: APIUser, roles: readonly APIRole[]): void => {
  const member = guild.members.get(user.id)
  if (!member) throw new Error(`${user.username} is not a member of ${guild.name}`)
  member.roles = roles.map(({ id }) => id)
  announce(world)
}

export const removeMember = (world: World, guild: Guild, user: APIUser): void => {
  guild.members.delete(user.id)
  announce(world, { event: 'GUILD_MEMBER_REMOVE', data: { guild_id: guild.id, user } })
}

export const removeRole = (world: World, guild: Guild, role: APIRole): void => {
  guild.roles = guild.roles.filter(({ id }) => id !== role.id)
  for (const member of guild.members.values()) member.roles = member.roles.filter((id) => id !== role.id)
  announce(world, { event: 'GUILD_ROLE_DELETE', data: { guild_id: guild.id, role_id: role.id } })
}

export const removeChannel = (world: World, channel: Channel): void => {
  const data = showChannel(world, channel)
  world.channels.delete(channel.id)
  world.messages.delete(channel.id)
  announce(world, { event: 'CHANNEL_DELETE', data })
}

/** Takes the bot out of a guild; the guild lives on without it. */
export const removeGuild = (world: World, guild: Guild): void => {
  guild.members.delete(world.bot.id)
  world.commands.delete(guild.id)
  announce(world, { event: 'GUILD_DELETE', data: { id: guild.id } })
}
