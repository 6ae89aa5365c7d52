import type { Member } from '../people/actor.ts'

/** Why somebody needs nobody's approval. */
export type Trust = 'role' | 'member'

/** Whose requests need nobody's approval, by role and by Discord id. */
export type Trusted = Readonly<{ trustedRoles: readonly string[]; trustedMembers: readonly string[] }>

/** Whether what this member asks for is approved at once, and why; undefined when somebody has to decide. */
export const trustIn = (
  { discordId, roles }: Pick<Member, 'discordId' | 'roles'>,
  { trustedMembers, trustedRoles }: Trusted,
): Trust | undefined => {
  if (trustedMembers.includes(discordId)) return 'member'
  return roles.some((role) => trustedRoles.includes(role)) ? 'role' : undefined
}
