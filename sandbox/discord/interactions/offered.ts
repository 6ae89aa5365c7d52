import {
  type APIApplicationCommand,
  type ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { permissionsOf } from '../world/permissions.ts'
import type { Account, World } from '../world/world.ts'
import type { Place } from './envelope.ts'

/** A command that somebody's client shows them in a place, and by whose installation. */
export type Offered = { command: APIApplicationCommand; owners: Record<string, string> }

const sharesGuild = ({ guilds, bot }: World, user: string): boolean =>
  [...guilds.values()].some(({ members }) => members.has(user) && members.has(bot.id))

/** Whether the app is here because of a server, and in whose name: `"0"` stands for direct messages. */
const guildOwner = (world: World, { guild, context }: Place, user: string): string | undefined => {
  if (guild) return guild.members.has(world.bot.id) ? guild.id : undefined
  return context === InteractionContextType.BotDM && sharesGuild(world, user) ? '0' : undefined
}

/** The installations by which the app is in a place, for one person. */
export const ownersIn = (
  world: World,
  place: Place,
  { user, installed }: Account,
  types: readonly ApplicationIntegrationType[] = [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
): Record<string, string> => {
  const guild = guildOwner(world, place, user.id)
  return {
    ...(guild !== undefined && types.includes(ApplicationIntegrationType.GuildInstall) ? { 0: guild } : {}),
    ...(installed && types.includes(ApplicationIntegrationType.UserInstall) ? { 1: user.id } : {}),
  }
}

const contextsOf = (command: APIApplicationCommand): readonly InteractionContextType[] => {
  if (command.contexts) return command.contexts
  const everywhere = [InteractionContextType.Guild, InteractionContextType.BotDM]
  return command.integration_types?.includes(ApplicationIntegrationType.UserInstall)
    ? [...everywhere, InteractionContextType.PrivateChannel]
    : everywhere
}

const mayUse = (command: APIApplicationCommand, { guild, channel }: Place, user: string): boolean => {
  if (!guild) return true
  const permissions = permissionsOf(guild, user, channel)
  if (!(permissions & PermissionFlagsBits.UseApplicationCommands)) return false
  if (command.default_member_permissions === null || permissions & PermissionFlagsBits.Administrator)
    return true
  const wanted = BigInt(command.default_member_permissions)
  return wanted !== 0n && (permissions & wanted) === wanted
}

/** The commands of a type that somebody is offered in a place: those of the server first, then the global ones. */
export const offeredIn = (
  world: World,
  place: Place,
  account: Account,
  type: ApplicationCommandType,
): Offered[] => {
  const { guild, context } = place
  const owner = guildOwner(world, place, account.user.id)
  const ofGuild = guild && owner === guild.id ? (world.commands.get(guild.id) ?? []) : []
  const everywhere = (world.commands.get(null) ?? []).filter((one) => contextsOf(one).includes(context))
  const here: Offered[] = [
    ...ofGuild.map((command) => ({ command, owners: { 0: owner ?? '' } })),
    ...everywhere.map((command) => ({
      command,
      owners: ownersIn(world, place, account, command.integration_types),
    })),
  ]
  return here.filter(
    ({ command, owners }) =>
      command.type === type && Object.keys(owners).length > 0 && mayUse(command, place, account.user.id),
  )
}
