import { Routes } from 'discord-api-types/v10'
import { z } from 'zod'
import type { Pace } from '../../platform/shared-bucket.ts'
import { answer, editAnswer, followUp } from './answers.ts'
import { readChannelTrouble } from './channels.ts'
import { readApplication, readGuild, readMember } from './guilds.ts'
import { openLines } from './line.ts'
import { editMessage, openDm, readRecent, sendMessage } from './messages.ts'
import type { Discord, DiscordSettings } from './types.ts'

/**
 * Discord's REST interface. `apiUrl` is without the version, with or without a slash at its end. `pace` is waited for
 * before anything that counts towards the bot's limit.
 */
export const createDiscord = (settings: DiscordSettings, pace: Pace = async () => undefined): Discord => {
  const { messages, interactions } = openLines(settings, pace)
  return {
    application: (options) => readApplication(messages, options),
    member: (guildId, userId, options) => readMember(messages, guildId, userId, options),
    guild: (guildId, options) => readGuild(messages, guildId, options),
    channelTrouble: (where, options) => readChannelTrouble(messages, where, options),
    send: (channelId, body, nonce, options) => sendMessage(messages, channelId, body, nonce, options),
    edit: (channelId, messageId, body, options) => editMessage(messages, channelId, messageId, body, options),
    openDm: (userId, options) => openDm(messages, userId, options),
    recent: (channelId, limit, options) => readRecent(messages, channelId, limit, options),
    registerCommands: async (appId, commands, guildId, options) => {
      const route =
        guildId === undefined
          ? Routes.applicationCommands(appId)
          : Routes.applicationGuildCommands(appId, guildId)
      await messages(
        'register the commands',
        { ...options, method: 'put', route, body: commands },
        z.unknown(),
      )
    },
    answer: (id, token, body, options) => answer(interactions, id, token, body, options),
    editAnswer: (appId, token, body, files, options) =>
      editAnswer(interactions, appId, token, body, files, options),
    followUp: (appId, token, body, options) => followUp(interactions, appId, token, body, options),
  }
}
