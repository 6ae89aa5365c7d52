import { type DispatchDeps, dispatch } from '../bot/dispatch.ts'
import { connectGateway, type Gateway } from '../bot/gateway.ts'
import type { Interaction } from '../bot/interaction.ts'
import type { Line } from '../bot/responder.ts'
import { inviteLink } from '../clients/discord/invite.ts'
import type { Discord } from '../clients/discord/types.ts'
import { commands } from '../commands/index.ts'
import { findHome } from '../db/queries/home.ts'
import { CannotStart } from '../platform/data-dir.ts'
import { isFault } from '../platform/faults.ts'
import { patiently } from './patiently.ts'

/** Answers over Discord's REST interface, whichever way the interaction came. */
export const restLine =
  (discord: Discord) =>
  (raw: Interaction): Line => ({
    first: (body) => discord.answer(raw.id, raw.token, body as Parameters<Discord['answer']>[2]),
    edit: (body) => discord.editAnswer(raw.application_id, raw.token, body),
    followUp: async (body) => {
      await discord.followUp(raw.application_id, raw.token, body)
    },
  })

/** A guild's own commands can't be used elsewhere, and Discord refuses them when they say where else. */
const forOneGuild = ({ contexts: _, integration_types: __, ...rest }: (typeof commands)[number]['data']) =>
  rest

/**
 * Registers the commands in one server, or everywhere, and takes back those that an earlier setting left in the other
 * place, where they would be offered a second time.
 * @throws CannotStart when the one server that they are for is none of the bot's
 */
const register = async (
  discord: Discord,
  applicationId: string,
  { guildId, home }: { guildId?: string; home?: string },
): Promise<void> => {
  const data = commands.map((command) => command.data)
  if (guildId === undefined) {
    await discord.registerCommands(applicationId, data)
    if (home !== undefined) await unlessAway(discord.registerCommands(applicationId, [], home))
    return
  }
  try {
    await discord.registerCommands(applicationId, data.map(forOneGuild), guildId)
  } catch (error) {
    if (!isFault(error, 'not-found', 'forbidden')) throw error
    throw new CannotStart(
      `DISCORD_GUILD_ID: the bot is not in the server ${guildId}. Invite it there (${inviteLink(applicationId)}), or leave the variable empty.`,
      78,
      error,
    )
  }
  await discord.registerCommands(applicationId, [])
}

/** A server that the bot was thrown out of has kept none of its commands. */
const unlessAway = async (registering: Promise<void>): Promise<void> => {
  try {
    await registering
  } catch (error) {
    if (!isFault(error, 'not-found', 'forbidden')) throw error
  }
}

/** The front door: registers what people can say, then listens. */
export const startBotRole = async (
  settings: { token: string; apiUrl: string; guildId?: string },
  applicationId: string,
  discord: Discord,
  deps: DispatchDeps,
  refused: (problem: CannotStart) => void,
): Promise<Gateway> => {
  const line = restLine(discord)
  // Listening comes first: a command that can be seen must be answered.
  const handlers = {
    interaction: (raw: unknown) => void dispatch(deps, raw, line),
    joined: (joinedId: string) => {
      if (joinedId !== settings.guildId) return
      // A server forgets its own commands when the bot is thrown out of it.
      register(discord, applicationId, { guildId: joinedId }).catch((err: unknown) =>
        deps.log.warn({ err }, 'the commands could not be registered anew'),
      )
    },
    refused,
  }
  const mayPass = (error: unknown) => !isFault(error) || error.retryable
  const insist = <T>(attempt: () => Promise<T>): Promise<T> =>
    patiently('Discord', attempt, (error) => !mayPass(error), deps.commands.clock, deps.log)
  const gateway = await insist(() => connectGateway(settings, handlers, deps.log))
  const home = (await findHome(deps.commands.db))?.guildId
  const invite = inviteLink(applicationId)
  if (home === undefined)
    deps.log.info({ event: 'start', invite }, `invite the bot to your server: ${invite}`)
  const { guildId } = settings
  const where = {
    ...(guildId === undefined ? {} : { guildId }),
    ...(home === undefined ? {} : { home }),
  }
  await insist(() => register(discord, applicationId, where))
  return gateway
}
