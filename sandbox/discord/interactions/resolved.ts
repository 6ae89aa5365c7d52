import type { APIAttachment } from 'discord-api-types/v10'
import { permissionsOf } from '../world/permissions.ts'
import { showChannel, showPickedMember } from '../world/show.ts'
import type { Guild, World } from '../world/world.ts'

export type Picked = {
  users?: readonly string[]
  roles?: readonly string[]
  channels?: readonly string[]
  attachments?: readonly APIAttachment[]
}

type Section = Record<string, unknown>

const section = (name: string, entries: readonly (readonly [string, unknown])[]): Section =>
  entries.length > 0 ? { [name]: Object.fromEntries(entries) } : {}

/** The bodies of what somebody picked, as `resolved`; nothing when nothing was picked. */
export const resolved = (
  world: World,
  guild: Guild | null,
  user: string,
  { users = [], roles = [], channels = [], attachments = [] }: Picked,
): Section | undefined => {
  const known = users.flatMap((id) => {
    const account = world.accounts.get(id)
    return account ? [[id, account.user] as const] : []
  })
  const members = users.flatMap((id) => {
    const member = guild?.members.get(id)
    return guild && member ? [[id, showPickedMember(guild, member)] as const] : []
  })
  const result = {
    ...section('users', known),
    ...section('members', members),
    ...section(
      'roles',
      roles.flatMap((id) => {
        const role = guild?.roles.find((one) => one.id === id)
        return role ? [[id, role] as const] : []
      }),
    ),
    ...section(
      'channels',
      channels.flatMap((id) => {
        const channel = world.channels.get(id)
        if (!channel || !guild) return []
        const permissions = permissionsOf(guild, user, channel).toString()
        return [[id, { ...showChannel(world, channel), permissions }] as const]
      }),
    ),
    ...section(
      'attachments',
      attachments.map((one) => [one.id, one] as const),
    ),
  }
  return Object.keys(result).length > 0 ? result : undefined
}
