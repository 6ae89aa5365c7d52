import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  Client,
  GatewayIntentBits,
  type Interaction,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import { onTestFinished } from 'vitest'
import { type DiscordWish, startDiscord } from '../../../../sandbox/discord/start.ts'
import { createWorld } from '../../../../sandbox/discord/world/create-world.ts'

/** A running stand-in that stops with the test. */
export const openDiscord = async (wish: Omit<DiscordWish, 'world'> = {}) => {
  const world = createWorld()
  const discord = await startDiscord({ world, identifyEveryMs: 0, ...wish })
  onTestFinished(discord.stop)
  return { world, discord }
}

type Stage = Awaited<ReturnType<typeof openDiscord>>

/** A real discord.js client that is logged in, and answers interactions as the test says. */
export const connect = async (
  { discord }: Stage,
  answer: (interaction: Interaction) => unknown = () => undefined,
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds],
): Promise<Client<true>> => {
  const client = new Client({ intents: [...intents], rest: { api: discord.url }, waitGuildTimeout: 0 })
  onTestFinished(() => client.destroy())
  const failures: unknown[] = []
  onTestFinished(() => {
    if (failures.length > 0) throw failures[0]
  })
  client.on('interactionCreate', async (interaction) => {
    try {
      await answer(interaction)
    } catch (error) {
      failures.push(error)
    }
  })
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve))
  await client.login(discord.token)
  return ready
}

/** A command with an option that offers something while it is typed. */
export const REQUEST: RESTPostAPIApplicationCommandsJSONBody = {
  name: 'request',
  description: 'Ask for a film or a show',
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'title',
      description: 'What it is called',
      required: true,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'kind',
      description: 'Film or show',
      choices: [
        { name: 'Film', value: 'film' },
        { name: 'Show', value: 'show' },
      ],
    },
  ],
}

/** Answers slash commands only. */
export const onSlash =
  (answer: (interaction: ChatInputCommandInteraction) => unknown) => async (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) await answer(interaction)
  }

/** A bot that has registered its command, and Anna in front of it. */
export const openWithAnna = async (answer: (interaction: Interaction) => unknown) => {
  const stage = await openDiscord()
  const client = await connect(stage, answer)
  await client.application.commands.set([REQUEST])
  const anna = stage.discord.as(stage.world.addMember({ name: 'Anna' }))
  return { ...stage, client, anna }
}
