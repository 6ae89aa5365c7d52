import { type APIUser, PermissionFlagsBits } from 'discord-api-types/v10'
import { permissionsOf } from '../world/permissions.ts'
import type { Channel, World } from '../world/world.ts'
import type { AllowedMentions } from './body.ts'

/** Whom a message pings. */
type Pings = { users: APIUser[]; roles: string[]; everyone: boolean }

/** What stands in code pings nobody. */
const outsideOfCode = (text: string): string => text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, ' ')

const idsIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap(([, id]) => id ?? [])),
]

/**
 * Whom these texts ping when the bot posts them in a channel. Without `allowed`, Discord pings everyone it finds;
 * roles only when they are mentionable or the bot may mention all, and everyone only when it may.
 */
export const pingsOf = (
  world: World,
  channel: Channel,
  texts: readonly string[],
  allowed: AllowedMentions | undefined,
): Pings => {
  const text = outsideOfCode(texts.join('\n'))
  const guild = channel.guild === null ? undefined : world.guilds.get(channel.guild)
  const mayAll = guild
    ? (permissionsOf(guild, world.bot.id, channel) & PermissionFlagsBits.MentionEveryone) !== 0n
    : false
  const parses = (kind: 'users' | 'roles' | 'everyone') => !allowed || (allowed.parse ?? []).includes(kind)
  const users = idsIn(text, /<@!?(\d+)>/g)
    .filter((id) => parses('users') || allowed?.users?.includes(id))
    .flatMap((id) => world.accounts.get(id)?.user ?? [])
  const roles = idsIn(text, /<@&(\d+)>/g)
    .filter((id) => parses('roles') || allowed?.roles?.includes(id))
    .filter((id) => guild?.roles.some((role) => role.id === id && (role.mentionable || mayAll)))
  return { users, roles, everyone: parses('everyone') && mayAll && /@(everyone|here)\b/.test(text) }
}
