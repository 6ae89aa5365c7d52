import { ApplicationCommandOptionType, ApplicationCommandType, ComponentType } from 'discord-api-types/v10'
import type { Place } from '../../discord/interactions/envelope.ts'
import { offeredIn } from '../../discord/interactions/offered.ts'
import type { Option } from '../../discord/people/options.ts'
import type { Account, World } from '../../discord/world/world.ts'
import type { Command, CommandOption } from '../protocol.ts'
import { offersFor } from './fills.ts'

type Described = Option & { description?: string; options?: readonly Described[] }

const NESTS: readonly number[] = [
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
]

const SELECT_OF: Readonly<Record<number, number>> = {
  [ApplicationCommandOptionType.User]: ComponentType.UserSelect,
  [ApplicationCommandOptionType.Role]: ComponentType.RoleSelect,
  [ApplicationCommandOptionType.Mentionable]: ComponentType.MentionableSelect,
  [ApplicationCommandOptionType.Channel]: ComponentType.ChannelSelect,
}

const optionOf = (option: Described): CommandOption => ({
  name: option.name,
  description: option.description ?? '',
  type: option.type,
  required: option.required === true,
  autocomplete: option.autocomplete === true,
  choices: option.choices ?? [],
})

/** The commands that can be typed: a subcommand is one of them, its group's name before its own. */
const leaves = (name: string, { description = '', options = [] }: Described): Leaf[] => {
  const nested = options.filter(({ type }) => NESTS.includes(type))
  if (nested.length === 0) return [{ name, description, options }]
  return nested.flatMap((one) => leaves(`${name} ${one.name}`, one))
}

type Leaf = { name: string; description: string; options: readonly Described[] }

/** The slash commands that somebody is offered in a place, with what their options offer by themselves. */
export const commandsFor = (world: World, place: Place, account: Account): Command[] =>
  offeredIn(world, place, account, ApplicationCommandType.ChatInput)
    .flatMap(({ command }) => leaves(command.name, command as unknown as Described))
    .map(({ name, description, options }) => ({
      name,
      description,
      options: options.map(optionOf),
      fills: Object.fromEntries(
        options.flatMap((option) => {
          const type = SELECT_OF[option.type]
          const part = { type: type ?? 0, channel_types: option.channel_types }
          return type === undefined
            ? []
            : [[option.name, offersFor(world, place, account.user.id, part)] as const]
        }),
      ),
    }))
