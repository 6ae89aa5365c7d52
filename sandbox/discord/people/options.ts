import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10'
import type { Place } from '../interactions/envelope.ts'
import type { Picked } from '../interactions/resolved.ts'
import { keepFile } from '../messages/attachments.ts'
import type { Service } from '../service.ts'
import { type Pick, pick } from './pick.ts'

/** A file that somebody attaches. */
export type Upload = { name: string; type?: string; bytes: Uint8Array }

/** What somebody types into the options of a command, by their names. */
export type Given = Record<string, string | number | boolean | Pick | Upload>

/** An option as it was registered. */
export type Option = {
  type: number
  name: string
  required?: boolean
  autocomplete?: boolean
  options?: readonly Option[]
  choices?: readonly { name: string; value: string | number }[]
  min_length?: number
  max_length?: number
  min_value?: number
  max_value?: number
  channel_types?: readonly number[]
}

export type Filled = { data: unknown[]; picked: Picked }

const SELECT_OF: Partial<Record<Kind, number>> = {
  [Kind.User]: 5,
  [Kind.Role]: 6,
  [Kind.Mentionable]: 7,
  [Kind.Channel]: 8,
}

const isUpload = (value: Given[string]): value is Upload => typeof value === 'object' && 'bytes' in value

const isWithin = (size: number, least: number | undefined, most: number | undefined): boolean =>
  size >= (least ?? Number.NEGATIVE_INFINITY) && size <= (most ?? Number.POSITIVE_INFINITY)

const scalar = (option: Option, value: string | number | boolean): string | number | boolean => {
  const refuse = (why: string): never => {
    throw new Error(`Option ${option.name} takes no ${JSON.stringify(value)}: ${why}`)
  }
  if (option.choices?.length) {
    const choice = option.choices.find((one) => one.value === value || one.name === value)
    return choice ? choice.value : refuse('it is none of the choices')
  }
  if (option.type === Kind.String) {
    if (typeof value !== 'string') return refuse('it is not text')
    return isWithin(value.length, option.min_length, option.max_length) ? value : refuse('of its length')
  }
  if (option.type === Kind.Boolean) return typeof value === 'boolean' ? value : refuse('it is not yes or no')
  if (typeof value !== 'number') return refuse('it is not a number')
  if (option.type === Kind.Integer && !Number.isInteger(value)) return refuse('it is not whole')
  return isWithin(value, option.min_value, option.max_value) ? value : refuse('it is out of range')
}

const fillOne = (service: Service, place: Place, user: string, option: Option, value: Given[string]) => {
  const select = SELECT_OF[option.type as Kind]
  if (option.type === Kind.Attachment) {
    if (!isUpload(value)) throw new Error(`Option ${option.name} takes a file`)
    const file = { type: 'application/octet-stream', ...value }
    const attachment = keepFile(service, place.channel.id, file)
    return { value: attachment.id, picked: { attachments: [attachment] } }
  }
  if (select === undefined) {
    if (typeof value === 'object') throw new Error(`Option ${option.name} takes no ${JSON.stringify(value)}`)
    return { value: scalar(option, value), picked: {} }
  }
  const part = { type: select, channel_types: option.channel_types }
  const { values, picked } = pick(service.world, place, user, part, [value as Pick])
  return { value: values[0], picked }
}

export const merge = (one: Picked, other: Picked): Picked => ({
  users: [...(one.users ?? []), ...(other.users ?? [])],
  roles: [...(one.roles ?? []), ...(other.roles ?? [])],
  channels: [...(one.channels ?? []), ...(other.channels ?? [])],
  attachments: [...(one.attachments ?? []), ...(other.attachments ?? [])],
})

type Wish = { place: Place; user: string; given: Given; focused?: string | undefined }

/** Fills in options as a client does: unknown ones, missing ones and values it would not take are errors. */
export const fillOptions = (
  service: Service,
  options: readonly Option[],
  { place, user, given, focused }: Wish,
): Filled => {
  const unknown = Object.keys(given).find((name) => !options.some((option) => option.name === name))
  if (unknown) throw new Error(`There is no option ${unknown}; there is ${options.map(({ name }) => name)}`)
  let filled: Filled = { data: [], picked: {} }
  for (const option of options) {
    const { name, type } = option
    const value = given[name]
    if (value === undefined) {
      // While somebody is still typing, nothing is missing yet.
      if (option.required && focused === undefined) throw new Error(`Option ${name} is required`)
      continue
    }
    if (name === focused) {
      filled = { ...filled, data: [...filled.data, { name, type, value: String(value), focused: true }] }
      continue
    }
    const one = fillOne(service, place, user, option, value)
    filled = {
      data: [...filled.data, { name, type, value: one.value }],
      picked: merge(filled.picked, one.picked),
    }
  }
  return filled
}
