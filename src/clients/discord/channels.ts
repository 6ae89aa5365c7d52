import { Routes } from 'discord-api-types/v10'
import { z } from 'zod'
import type { ChannelTrouble } from '../../domain/home/channel.ts'
import { isFault } from '../../platform/faults.ts'
import type { CallOptions } from '../http/types.ts'
import type { Line } from './line.ts'

const ADMINISTRATOR = 1n << 3n
const VIEW_CHANNEL = 1n << 10n
const SEND_MESSAGES = 1n << 11n

const TROUBLES: Readonly<Record<number | string, ChannelTrouble>> = {
  10003: 'gone',
  50001: 'hidden',
  50013: 'mute',
}

const bits = z.string().regex(/^\d+$/).transform(BigInt)
const overwrite = z.object({ id: z.string(), allow: bits, deny: bits })
const channel = z.object({ permission_overwrites: z.array(overwrite).nullish() })
const guild = z.object({
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: bits })),
})
const member = z.object({ roles: z.array(z.string()) })

type Facts = Readonly<{
  guildId: string
  userId: string
  guild: z.infer<typeof guild>
  roles: readonly string[]
  overwrites: readonly z.infer<typeof overwrite>[]
}>

/** What Discord's documentation says of permissions: those of all roles, then @everyone's overwrite, the roles', one's own. */
const permissionsIn = ({ guildId, userId, guild, roles, overwrites }: Facts): bigint => {
  const held = new Set([guildId, ...roles])
  const base = guild.roles.filter(({ id }) => held.has(id)).reduce((sum, role) => sum | role.permissions, 0n)
  if (guild.owner_id === userId || (base & ADMINISTRATOR) !== 0n) return VIEW_CHANNEL | SEND_MESSAGES
  const layers = [
    (id: string) => id === guildId,
    (id: string) => id !== guildId && held.has(id),
    (id: string) => id === userId,
  ]
  return layers.reduce((before, concerns) => {
    const layer = overwrites.filter(({ id }) => concerns(id))
    const denied = layer.reduce((sum, { deny }) => sum | deny, 0n)
    return layer.reduce((sum, { allow }) => sum | allow, before & ~denied)
  }, base)
}

/** What a refusal of Discord's says of the channel that was used; undefined when it is about something else. */
export const troubleIn = (error: unknown): ChannelTrouble | undefined =>
  isFault(error) ? TROUBLES[error.facts.code ?? ''] : undefined

/** Why `userId` (the bot) can't write in a channel of a guild; undefined when it can. */
export const readChannelTrouble = async (
  line: Line,
  { guildId, channelId, userId }: { guildId: string; channelId: string; userId: string },
  options?: CallOptions,
): Promise<ChannelTrouble | undefined> => {
  const get = { ...options, method: 'get' } as const
  try {
    const found = await line('read a channel', { ...get, route: Routes.channel(channelId) }, channel)
    const [place, own] = await Promise.all([
      line('read a guild', { ...get, route: Routes.guild(guildId) }, guild),
      line('read a member', { ...get, route: Routes.guildMember(guildId, userId) }, member),
    ])
    const overwrites = found.permission_overwrites ?? []
    const permissions = permissionsIn({ guildId, userId, guild: place, roles: own.roles, overwrites })
    if ((permissions & VIEW_CHANNEL) === 0n) return 'hidden'
    return (permissions & SEND_MESSAGES) === 0n ? 'mute' : undefined
  } catch (error) {
    const trouble = troubleIn(error)
    if (trouble === undefined) throw error
    return trouble
  }
}
