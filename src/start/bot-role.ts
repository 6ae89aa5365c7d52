import { type DispatchDeps, dispatch } from '../bot/dispatch.ts'
import { connectGateway, type Gateway } from '../bot/gateway.ts'
import type { Interaction } from '../bot/interaction.ts'
import type { Line } from '../bot/responder.ts'
import type { Discord } from '../clients/discord/types.ts'
import { commands } from '../commands/index.ts'
import { CannotStart } from '../platform/data-dir.ts'
import { isFault } from '../platform/faults.ts'

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

/** @throws CannotStart when the one server that they are for is none of the bot's */
const register = async (discord: Discord, applicationId: string, guildId?: string): Promise<void> => {
  const data = commands.map((command) => command.data)
  try {
    await discord.registerCommands(
      applicationId,
      guildId === undefined ? data : data.map(forOneGuild),
      guildId,
    )
  } catch (error) {
    if (guildId === undefined || !isFault(error, 'not-found', 'forbidden')) throw error
    throw new CannotStart(
      `DISCORD_GUILD_ID: the bot is not in the server ${guildId}. Invite it there, or leave the variable empty.`,
      78,
      error,
    )
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
  const gateway = await connectGateway(
    settings,
    { interaction: (raw) => void dispatch(deps, raw, line), refused },
    deps.log,
  )
  await register(discord, applicationId, settings.guildId)
  return gateway
}
