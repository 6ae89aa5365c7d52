import type {
  RESTPatchAPIChannelMessageJSONBody,
  RESTPatchAPIWebhookWithTokenMessageJSONBody,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChannelMessageJSONBody,
  RESTPostAPIInteractionCallbackJSONBody,
  RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord-api-types/v10'
import type { ChannelTrouble } from '../../domain/home/channel.ts'
import type { Instant } from '../../platform/clock.ts'
import type { CallOptions } from '../http/types.ts'

export type DiscordSettings = Readonly<{ token: string; apiUrl: string }>

/** A file to send along. */
export type DiscordFile = Readonly<{ name: string; data: Uint8Array; contentType?: string }>

/** The application itself; `ownerIds` are its owner, or the members of its team who accepted. */
export type Application = Readonly<{ id: string; ownerIds: readonly string[] }>

/** Somebody in a guild at this moment. */
export type GuildMember = Readonly<{
  roles: readonly string[]
  /** Owns the guild, or holds Manage Guild or Administrator there. */
  managesGuild: boolean
}>

export type Guild = Readonly<{ id: string; name: string; ownerId: string }>

/** A message in a channel. */
export type RecentMessage = Readonly<{
  id: string
  authorId: string
  sentAt: Instant
  /** The number that its sender gave to its first component. */
  mark?: number
  /** The custom ids of its buttons and selects. */
  customIds: readonly string[]
}>

/**
 * Discord's REST interface. Every call throws Faults and nothing else, with Discord's own code in `facts.code`:
 * 50007 and 50278 (a closed DM) are `forbidden`, 10003 and 10008 (channel or message gone) `not-found`.
 */
export type Discord = {
  application(options?: CallOptions): Promise<Application>
  /** Asks anew every time; undefined when they are not in the guild, or the bot isn't. */
  member(guildId: string, userId: string, options?: CallOptions): Promise<GuildMember | undefined>
  guild(guildId: string, options?: CallOptions): Promise<Guild | undefined>
  /** Why somebody (`userId`, the bot) can't write in a channel; undefined when they can. */
  channelTrouble(
    where: { guildId: string; channelId: string; userId: string },
    options?: CallOptions,
  ): Promise<ChannelTrouble | undefined>
  /**
   * Sends a message. The same `nonce` (25 characters at most) within a few minutes gives the earlier message
   * instead of a second one.
   */
  send(
    channelId: string,
    body: RESTPostAPIChannelMessageJSONBody,
    nonce: string,
    options?: CallOptions & Readonly<{ files?: readonly DiscordFile[] }>,
  ): Promise<Readonly<{ messageId: string }>>
  edit(
    channelId: string,
    messageId: string,
    body: RESTPatchAPIChannelMessageJSONBody,
    options?: CallOptions,
  ): Promise<void>
  /** The channel of the DM with somebody; opening one twice gives the same. */
  openDm(userId: string, options?: CallOptions): Promise<string>
  /** The newest messages of a channel, newest first; `limit` is 100 at most. */
  recent(channelId: string, limit: number, options?: CallOptions): Promise<readonly RecentMessage[]>
  /** Replaces all commands, of one guild or global ones. */
  registerCommands(
    appId: string,
    commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
    guildId?: string,
    options?: CallOptions,
  ): Promise<void>
  /** The first answer to an interaction, due within 3 seconds. Not repeated: a late one is dropped by Discord. */
  answer(
    interactionId: string,
    token: string,
    body: RESTPostAPIInteractionCallbackJSONBody,
    options?: CallOptions,
  ): Promise<void>
  /** Changes the first answer, within 15 minutes. */
  editAnswer(
    appId: string,
    token: string,
    body: RESTPatchAPIWebhookWithTokenMessageJSONBody,
    files?: readonly DiscordFile[],
    options?: CallOptions,
  ): Promise<void>
  /** Adds a message to an answer, within 15 minutes. */
  followUp(
    appId: string,
    token: string,
    body: RESTPostAPIWebhookWithTokenJSONBody & { flags?: number },
    options?: CallOptions,
  ): Promise<Readonly<{ messageId: string }>>
}
