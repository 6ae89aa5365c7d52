import type { Actor, Member } from '../../../src/domain/people/actor.ts'

/** The home, its roles, and those who come by. */
export const GUILD = '100'
export const APPROVER_ROLE = '201'
export const ADMIN_ROLE = '202'

export const member = (discordId: string, more: Partial<Member> = {}): Member => ({
  kind: 'member',
  discordId,
  locale: 'en-US',
  guildId: GUILD,
  isMember: true,
  roles: [],
  managesGuild: false,
  ownsApplication: false,
  ...more,
})

/** Somebody in a DM with the bot. */
export const inDm = ({ guildId: _, ...rest }: Member): Member => rest

/** One of each sort of actor that a policy tells apart. */
export const cast = {
  /** Talks to the bot in a DM, and isn't in the home. */
  stranger: inDm(member('301', { isMember: false })),
  /** Has every right, in another guild. */
  foreigner: member('302', { guildId: '999', isMember: false, managesGuild: true, roles: [APPROVER_ROLE] }),
  member: member('303'),
  approver: member('304', { roles: [APPROVER_ROLE] }),
  admin: member('305', { roles: [ADMIN_ROLE] }),
  manager: member('306', { managesGuild: true }),
  owner: member('307', { ownsApplication: true }),
  system: { kind: 'system', name: 'test' },
} as const satisfies Record<string, Actor>

export type Who = keyof typeof cast
