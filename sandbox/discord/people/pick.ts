import type { APIRole, APIUser } from 'discord-api-types/v10'
import { ComponentType } from 'discord-api-types/v10'
import type { Place } from '../interactions/envelope.ts'
import type { Picked } from '../interactions/resolved.ts'
import { type Part, textIn } from '../messages/parts.ts'
import { channelsOf } from '../world/show.ts'
import type { Channel, World } from '../world/world.ts'
import { seesChannel } from './sight.ts'

/** What somebody chooses in a select: what an option says or stands for, or a person, role or channel. */
export type Pick = string | APIUser | APIRole | Channel

/** Something that may be chosen: its value, what it goes by, and what it is. */
export type Offer = { value: string; names: string[]; kind: keyof Picked | 'values' }

const options = (part: Part): Offer[] =>
  (Array.isArray(part.options) ? part.options : []).map(
    ({ label, value }: { label: string; value: string }) => ({
      value,
      names: [label, value],
      kind: 'values',
    }),
  )

const people = (world: World, { guild, channel }: Place): Offer[] =>
  [...(guild?.members.keys() ?? channel.recipients)].flatMap((id) => {
    const user = world.accounts.get(id)?.user
    return user
      ? [{ value: id, names: [id, user.username, user.global_name ?? ''], kind: 'users' as const }]
      : []
  })

const roles = ({ guild }: Place): Offer[] =>
  (guild?.roles ?? []).map(({ id, name }) => ({ value: id, names: [id, name], kind: 'roles' }))

const channels = (world: World, { guild }: Place, user: string, part: Part): Offer[] => {
  const types = Array.isArray(part.channel_types) ? part.channel_types : undefined
  return (guild ? channelsOf(world, guild) : [])
    .filter((channel) => seesChannel(world, user, channel) && (!types || types.includes(channel.type)))
    .map(({ id, name }) => ({ value: id, names: [id, name ?? ''], kind: 'channels' }))
}

/** Everything that a select offers to somebody in a place. */
export const offersOf = (world: World, place: Place, user: string, part: Part): Offer[] => {
  switch (part.type) {
    case ComponentType.UserSelect:
      return people(world, place)
    case ComponentType.RoleSelect:
      return roles(place)
    case ComponentType.MentionableSelect:
      return [...people(world, place), ...roles(place)]
    case ComponentType.ChannelSelect:
      return channels(world, place, user, part)
    default:
      return options(part)
  }
}

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

/** How many may be chosen. An optional one in a form may also be left alone. */
const bounds = (part: Part): { least: number; most: number } => {
  const isGroup = part.type === ComponentType.CheckboxGroup
  const count = Array.isArray(part.options) ? part.options.length : 1
  const least = number(part.min_values, part.required === false ? 0 : 1)
  return { least, most: number(part.max_values, isGroup ? count : 1) }
}

/** The values and bodies behind what somebody chooses; throws where their client would not let them. */
export const pick = (
  world: World,
  place: Place,
  user: string,
  part: Part,
  wanted: readonly Pick[],
): { values: string[]; picked: Picked } => {
  const offers = offersOf(world, place, user, part)
  const chosen = wanted.map((one) => {
    const name = typeof one === 'string' ? one : one.id
    const offer =
      offers.find(({ value }) => value === name) ?? offers.find(({ names }) => names.includes(name))
    if (offer) return offer
    const there = offers.map(({ names }) => `"${names[0]}"`).join(', ')
    throw new Error(`"${name}" is not offered; there is ${there || 'nothing'}`)
  })
  const { least, most } = bounds(part)
  const isLeftAlone = chosen.length === 0 && part.required === false
  if ((chosen.length < least && !isLeftAlone) || chosen.length > most) {
    throw new Error(`${chosen.length} were chosen, ${least} to ${most} may be`)
  }
  const of = (kind: Offer['kind']) => chosen.filter((one) => one.kind === kind).map(({ value }) => value)
  return {
    values: chosen.map(({ value }) => value),
    picked: { users: of('users'), roles: of('roles'), channels: of('channels') },
  }
}

/** What is chosen when nobody touches it. */
export const preset = (part: Part): string[] => {
  const marked = (Array.isArray(part.options) ? part.options : []).filter(
    (option: { default?: boolean }) => option.default,
  )
  const defaults = Array.isArray(part.default_values) ? part.default_values : []
  return [
    ...marked.map((option: Part) => textIn(option, 'value')),
    ...defaults.map(({ id }: { id: string }) => id),
  ]
}
