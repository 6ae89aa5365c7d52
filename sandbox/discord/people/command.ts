import {
  type APIApplicationCommand,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10'
import type { Place } from '../interactions/envelope.ts'
import type { Interaction } from '../interactions/interaction.ts'
import { type Offered, offeredIn } from '../interactions/offered.ts'
import { resolved } from '../interactions/resolved.ts'
import { send } from '../interactions/send.ts'
import type { Service } from '../service.ts'
import type { Account } from '../world/world.ts'
import { fillOptions, type Given, type Option } from './options.ts'

const offered = (
  service: Service,
  place: Place,
  account: Account,
  name: string,
  type: ApplicationCommandType,
): Offered => {
  const all = offeredIn(service.world, place, account, type)
  const found = all.find(({ command }) => command.name === name)
  if (found) return found
  const there = all.map(({ command }) => command.name).join(', ') || 'nothing'
  throw new Error(`${account.user.username} is not offered "${name}" here; there is ${there}`)
}

const NESTS: readonly number[] = [
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
]

type Leaf = { options: readonly Option[]; wrap: (inner: unknown[]) => unknown[] }

/** Goes down to the subcommand that the words name, and wraps its options into those above. */
const descend = (options: readonly Option[], words: readonly string[]): Leaf => {
  const nested = options.filter(({ type }) => NESTS.includes(type))
  const [word, ...rest] = words
  if (nested.length === 0 && word === undefined) return { options, wrap: (inner) => inner }
  const found = nested.find(({ name }) => name === word)
  if (!found) throw new Error(`There is no subcommand ${word}; there is ${nested.map(({ name }) => name)}`)
  const { options: leaf, wrap } = descend(found.options ?? [], rest)
  return { options: leaf, wrap: (inner) => [{ name: found.name, type: found.type, options: wrap(inner) }] }
}

const head = ({ id, name, type, guild_id }: APIApplicationCommand) => ({
  id,
  name,
  type,
  ...(guild_id ? { guild_id } : {}),
})

type Typed = { name: string; given: Given; focused?: string }

/** Types a slash command (`setup radarr` names a subcommand), or one letter of it when an option is `focused`. */
export const typeCommand = (
  service: Service,
  place: Place,
  account: Account,
  { name: sentence, given, focused }: Typed,
): Interaction => {
  const [name = '', ...words] = sentence.split(' ')
  const { command, owners } = offered(service, place, account, name, ApplicationCommandType.ChatInput)
  const { options, wrap } = descend((command.options ?? []) as readonly Option[], words)
  if (focused !== undefined && !options.some((option) => option.name === focused && option.autocomplete)) {
    throw new Error(`Option ${focused} of /${sentence} offers nothing while typing`)
  }
  const user = account.user.id
  const { data, picked } = fillOptions(service, options, { place, user, given, focused })
  const picks = resolved(service.world, place.guild, user, picked)
  return send(service, {
    kind:
      focused === undefined
        ? InteractionType.ApplicationCommand
        : InteractionType.ApplicationCommandAutocomplete,
    place,
    account,
    owners,
    data: { ...head(command), options: wrap(data), ...(picks ? { resolved: picks } : {}) },
    command: { name: sentence, type: ApplicationCommandType.ChatInput },
  })
}

/** Chooses a command from the menu of a message or a person. */
export const openMenu = (
  service: Service,
  place: Place,
  account: Account,
  name: string,
  on: { message: { id: string } } | { user: { id: string } },
): Interaction => {
  const type = 'message' in on ? ApplicationCommandType.Message : ApplicationCommandType.User
  const { command, owners } = offered(service, place, account, name, type)
  const target = 'message' in on ? on.message.id : on.user.id
  const picks =
    'message' in on
      ? { messages: { [target]: on.message } }
      : resolved(service.world, place.guild, account.user.id, { users: [target] })
  return send(service, {
    kind: InteractionType.ApplicationCommand,
    place,
    account,
    owners,
    data: { ...head(command), target_id: target, resolved: picks },
    command: { name, type },
  })
}
