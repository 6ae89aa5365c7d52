import type { Home } from '../db/queries/home.ts'
import type { Member } from '../domain/people/actor.ts'
import type { Interaction } from './interaction.ts'

const ADMINISTRATOR = 1n << 3n
const MANAGE_GUILD = 1n << 5n

/** Asks Discord about somebody in a guild; answers at most five minutes old. Undefined: not a member. */
export type AskMember = (
  guildId: string,
  userId: string,
) => Promise<{ roles: readonly string[]; managesGuild: boolean } | undefined>

type Standing = Pick<Member, 'isMember' | 'roles' | 'managesGuild'>

const STRANGER: Standing = { isMember: false, roles: [], managesGuild: false }

const inGuild = (member: NonNullable<Interaction['member']>): Standing => ({
  isMember: true,
  roles: member.roles,
  managesGuild: (BigInt(member.permissions) & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n,
})

/**
 * Who acts, from the interaction itself: Discord vouches for roles and permissions of this moment. In a DM there
 * are none, so Discord is asked about the home guild.
 */
export const readActor = async (
  raw: Interaction,
  home: Home | undefined,
  owners: ReadonlySet<string>,
  askMember: AskMember,
): Promise<Member | undefined> => {
  const discordId = raw.member?.user.id ?? raw.user?.id
  if (discordId === undefined) return undefined
  const standing = await standingOf(raw, discordId, home, askMember)
  return {
    kind: 'member',
    discordId,
    locale: raw.locale,
    ...(raw.guild_id === undefined ? {} : { guildId: raw.guild_id }),
    ...standing,
    ownsApplication: owners.has(discordId),
  }
}

const standingOf = async (
  raw: Interaction,
  discordId: string,
  home: Home | undefined,
  askMember: AskMember,
): Promise<Standing> => {
  if (raw.guild_id !== undefined) {
    return raw.member !== undefined && raw.guild_id === home?.guildId ? inGuild(raw.member) : STRANGER
  }
  if (home === undefined) return STRANGER
  const member = await askMember(home.guildId, discordId)
  return member === undefined ? STRANGER : { isMember: true, ...member }
}
