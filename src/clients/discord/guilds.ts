import { Routes } from 'discord-api-types/v10'
import { z } from 'zod'
import { isFault } from '../../platform/faults.ts'
import type { CallOptions } from '../http/types.ts'
import type { Line } from './line.ts'
import type { Application, Guild, GuildMember } from './types.ts'

const ADMINISTRATOR = 1n << 3n
const MANAGE_GUILD = 1n << 5n
const ACCEPTED = 2
const MISSING_ACCESS = 50001

const person = z.object({ id: z.string() })
const application = z.object({
  id: z.string(),
  owner: person.nullish(),
  team: z.object({ members: z.array(z.object({ membership_state: z.number(), user: person })) }).nullish(),
})
const guild = z.object({
  id: z.string(),
  name: z.string(),
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: z.string().regex(/^\d+$/) })),
})
const member = z.object({ roles: z.array(z.string()) })

/** The application and who stands behind it. A team's own account is no person, so its members are asked for. */
export const readApplication = async (line: Line, options?: CallOptions): Promise<Application> => {
  const ask = { ...options, method: 'get', route: Routes.currentApplication() } as const
  const { id, owner, team } = await line('read the application', ask, application)
  const people = team
    ? team.members.filter(({ membership_state }) => membership_state === ACCEPTED).map(({ user }) => user)
    : owner
      ? [owner]
      : []
  return { id, ownerIds: people.map((one) => one.id) }
}

/** Undefined when Discord says that there is no such thing, or none that the bot may see. */
const unlessAbsent = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked
  } catch (error) {
    if (isFault(error, 'not-found') || (isFault(error) && error.facts.code === MISSING_ACCESS))
      return undefined
    throw error
  }
}

const askGuild = (line: Line, guildId: string, options?: CallOptions) =>
  unlessAbsent(line('read a guild', { ...options, method: 'get', route: Routes.guild(guildId) }, guild))

export const readGuild = async (
  line: Line,
  guildId: string,
  options?: CallOptions,
): Promise<Guild | undefined> => {
  const found = await askGuild(line, guildId, options)
  return found && { id: found.id, name: found.name, ownerId: found.owner_id }
}

/** Somebody's roles at this moment, and what they amount to. */
export const readMember = async (
  line: Line,
  guildId: string,
  userId: string,
  options?: CallOptions,
): Promise<GuildMember | undefined> => {
  const ask = { ...options, method: 'get', route: Routes.guildMember(guildId, userId) } as const
  const [place, found] = await Promise.all([
    askGuild(line, guildId, options),
    unlessAbsent(line('read a member', ask, member)),
  ])
  if (place === undefined || found === undefined) return undefined
  // Everyone holds the role that has the guild's own number.
  const held = new Set([place.id, ...found.roles])
  const permissions = place.roles
    .filter(({ id }) => held.has(id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n)
  return {
    roles: found.roles,
    managesGuild: place.owner_id === userId || (permissions & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n,
  }
}
