import type {
  APIApplicationCommand,
  APIMessage,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  LocaleString,
} from 'discord-api-types/v10'
import type { Interaction } from '../interactions/interaction.ts'
import type { WorldClock } from './clock.ts'

/** Somebody with an account. */
export type Account = {
  user: APIUser
  locale: LocaleString
  /** Closed: this person takes no messages from members of shared servers, so none from the bot. */
  dms: 'open' | 'closed'
  /** Whether this person has installed the app for themselves. */
  installed: boolean
}

export type Member = { user: string; roles: readonly string[]; nick: string | null; joinedAt: string }

export type Guild = {
  id: string
  name: string
  owner: string
  locale: LocaleString
  roles: APIRole[]
  members: Map<string, Member>
  /** False: READY names the guild, but it never arrives, as in an outage of that guild. */
  available: boolean
}

export type Channel = {
  id: string
  type: ChannelType.GuildText | ChannelType.DM | ChannelType.GroupDM
  name: string | null
  guild: string | null
  position: number
  overwrites: APIOverwrite[]
  /** Whose channel it is, for direct messages; the bot is among them in its own. */
  recipients: readonly string[]
}

export type StoredMessage = {
  body: APIMessage
  /** The only person who sees it, when it is ephemeral. */
  onlyFor: string | null
}

type StoredFile = { id: string; name: string; type: string; bytes: Uint8Array }

/** Something that connected bots are told, by its name in the gateway. */
export type News = { event: string; data: unknown }

export type Team = { id: string; name: string; owner: string; members: readonly string[] }

/** Everything that this Discord knows. Plain data: whoever holds it may look, and may change what they like. */
export type World = {
  clock: WorldClock
  /** The bot's token, without `Bot `. */
  token: string
  application: { id: string; name: string; owner: string; team: Team | null }
  bot: APIUser
  /** The privileged intents that were switched on for the app, as bits. */
  privilegedIntents: number
  accounts: Map<string, Account>
  guilds: Map<string, Guild>
  channels: Map<string, Channel>
  /** Until when the bot is shown as typing, by channel. */
  typing: Map<string, number>
  /** By channel, oldest first. */
  messages: Map<string, StoredMessage[]>
  files: Map<string, StoredFile>
  /** By guild; the global ones under null. */
  commands: Map<string | null, APIApplicationCommand[]>
  /** By token. */
  interactions: Map<string, Interaction>
  newId(): string
  listeners: Set<(news: News | null) => void>
}

/** Tells everyone who watches that something is different; with `news`, connected bots hear it too. */
export const announce = (world: World, news: News | null = null): void => {
  for (const listener of [...world.listeners]) listener(news)
}
