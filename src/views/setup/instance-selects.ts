import { StringSelectMenuBuilder } from '@discordjs/builders'
import { plain } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { row } from '../kit/message.ts'
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

const MOST = 25
const LONGEST = 100
const GIGA = 1_000_000_000
const AVAILABILITIES = [
  ['announced', 'instance.announced'],
  ['inCinemas', 'instance.in-cinemas'],
  ['released', 'instance.released'],
] as const

/** At most 25, with what is chosen always among them. */
const shown = (options: readonly Option[]): Option[] => {
  const first = options.slice(0, MOST)
  const chosenLater = options.slice(MOST).filter((option) => option.default)
  return [...first.slice(0, MOST - chosenLater.length), ...chosenLater].slice(0, MOST)
}

/** How many options a select of 25 can't show. */
export const hiddenCount = (choices: InstanceChoices): number =>
  [choices.profiles, choices.folders, choices.tags].reduce(
    (sum, list) => sum + Math.max(0, list.length - MOST),
    0,
  )

const select = (
  customId: string,
  placeholder: string,
  options: readonly Option[],
): StringSelectMenuBuilder | undefined =>
  options.length === 0
    ? undefined
    : new StringSelectMenuBuilder()
        .setCustomId(customId)
        .setPlaceholder(placeholder)
        .addOptions(shown(options))

const freeText = (bytes: number | undefined, say: SayText): { description?: string } =>
  bytes === undefined
    ? {}
    : {
        description: say('instance.folder.free', {
          size: { markup: `${Math.round(bytes / GIGA).toLocaleString('en')} GB` },
        }),
      }

/** A folder by its place in the list: a path may be longer than the 100 characters that a select's value holds. */
const folderOptions = (choices: InstanceChoices, chosen: InstanceChosen, say: SayText): Option[] =>
  choices.folders.map(({ path, freeBytes }, index) => ({
    label: plain(path, LONGEST),
    value: String(index),
    default: path === chosen.folder,
    ...freeText(freeBytes, say),
  }))

/** The selects of an instance's page: quality profile, root folder, tags, minimum availability. */
export const instanceSelects = (
  instanceId: string,
  choices: InstanceChoices,
  chosen: InstanceChosen,
  say: SayText,
) => {
  const profiles = choices.profiles.map(({ id, name }) => ({
    label: plain(name, LONGEST) || String(id),
    value: String(id),
    default: id === chosen.profileId,
  }))
  const tags = choices.tags.map(({ id, label }) => ({
    label: plain(label, LONGEST) || String(id),
    value: String(id),
    default: chosen.tagIds.includes(id),
  }))
  const availabilities = AVAILABILITIES.map(([value, key]) => ({
    label: say(key),
    description: say(`${key}.why`),
    value,
    default: value === chosen.availability,
  }))
  const tagSelect = select(ids.instanceTags.make({ instanceId }), say('instance.tags'), tags)
  tagSelect?.setMinValues(0).setMaxValues(Math.min(tags.length, MOST))
  return [
    select(ids.instanceProfile.make({ instanceId }), say('instance.profile'), profiles),
    select(
      ids.instanceFolder.make({ instanceId }),
      say('instance.folder'),
      folderOptions(choices, chosen, say),
    ),
    tagSelect,
    select(ids.instanceAvailability.make({ instanceId }), say('instance.availability'), availabilities),
  ].flatMap((menu) => (menu === undefined ? [] : [row(menu)]))
}
