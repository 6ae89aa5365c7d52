/** Somebody in Discord, as the interaction of this moment describes them; never from a cache. */
export type Member = Readonly<{
  kind: 'member'
  discordId: string
  /** Discord's language tag, such as `de` or `en-US`. */
  locale: string
  /** Where it was done; absent in a DM. */
  guildId?: string
  /** Whether they belong to the home guild at this moment; in a DM this was asked of Discord. */
  isMember: boolean
  roles: readonly string[]
  /** Holds Manage Guild (or Administrator, or owns the guild) in the home guild. */
  managesGuild: boolean
  /** Owns the application or belongs to its team. */
  ownsApplication: boolean
}>

/** A part of the program that acts on nobody's word: a job, a webhook. */
export type System = Readonly<{ kind: 'system'; name: string }>

export type Actor = Member | System
