import { StringSelectMenuBuilder } from '@discordjs/builders'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { oneLine } from '../kit/foreign.ts'
import { row, small } from '../kit/message.ts'
import { fitting, MOST_OPTIONS } from '../kit/options.ts'
import type { SayText } from '../texts/say.ts'

/** What an instance offers and what of it is chosen. */
export type InstanceChoices = Readonly<{
  profiles: readonly { id: number; name: string }[]
  folders: readonly { path: string; freeBytes?: number }[]
  tags: readonly { id: number; label: string }[]
}>

export type InstanceChosen = Readonly<{
  profileId?: number
  folder?: string
  tagIds: readonly number[]
  availability: string
}>

type Option = { label: string; value: string; description?: string; default: boolean }

/** The options of each select, all of them, with what is chosen marked. */
export type InstanceOptions = Readonly<
  Record<'profiles' | 'folders' | 'tags' | 'availabilities', readonly Option[]>
>

const LONGEST = 100
const GIGA = 1_000_000_000
const AVAILABILITIES = [
  ['announced', 'instance.announced'],
  ['inCinemas', 'instance.in-cinemas'],
  ['released', 'instance.released'],
] as const

const freeText = (bytes: number | undefined, say: SayText): { description?: string } =>
  bytes === undefined
    ? {}
    : { description: say('instance.folder.free', { gigabytes: Math.floor(bytes / GIGA) }) }

export const instanceOptions = (
  choices: InstanceChoices,
  chosen: InstanceChosen,
  say: SayText,
): InstanceOptions => ({
  profiles: choices.profiles.map(({ id, name }) => ({
    label: oneLine(name, LONGEST),
    value: String(id),
    default: id === chosen.profileId,
  })),
  // A folder by its place in the list: a path may be longer than the 100 characters that a value holds.
  folders: choices.folders.map(({ path, freeBytes }, index) => ({
    label: oneLine(path, LONGEST),
    value: String(index),
    default: path === chosen.folder,
    ...freeText(freeBytes, say),
  })),
  tags: choices.tags.map(({ id, label }) => ({
    label: oneLine(label, LONGEST),
    value: String(id),
    default: chosen.tagIds.includes(id),
  })),
  availabilities: AVAILABILITIES.map(([value, key]) => ({
    label: say(key),
    description: say(`${key}.why`),
    value,
    default: value === chosen.availability,
  })),
})

/** How many options of each select don't fit into it, in words; undefined when all do. */
export const hiddenLine = (options: InstanceOptions, say: SayText): string | undefined => {
  const hidden = (['profiles', 'folders', 'tags'] as const)
    .map((what) => [what, options[what].length - MOST_OPTIONS] as const)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => say(`instance.hidden.${what}`, { count }))
  return hidden.length === 0 ? undefined : small(say('instance.hidden', { what: markup(hidden.join(', ')) }))
}

const select = (customId: string, placeholder: string, options: readonly Option[]) =>
  new StringSelectMenuBuilder().setCustomId(customId).setPlaceholder(placeholder).addOptions(fitting(options))

/** The selects of an instance's page: quality profile, root folder, tags, minimum availability. */
export const instanceSelects = (instanceId: string, options: InstanceOptions, say: SayText) => {
  const { profiles, folders, tags, availabilities } = options
  const tagSelect = () =>
    select(ids.instanceTags.make({ instanceId }), say('instance.tags'), tags)
      .setMinValues(0)
      .setMaxValues(Math.min(tags.length, MOST_OPTIONS))
  return [
    select(ids.instanceProfile.make({ instanceId }), say('instance.profile'), profiles),
    select(ids.instanceFolder.make({ instanceId }), say('instance.folder'), folders),
    ...(tags.length === 0 ? [] : [tagSelect()]),
    select(ids.instanceAvailability.make({ instanceId }), say('instance.availability'), availabilities),
  ].map((menu) => row(menu))
}
