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
  /** Of a Radarr. */
  availability: string
  /** Of a Sonarr. */
  seriesType: string
  seasonMonitoring: string
  quality: string
}>

type Option = { label: string; value: string; description?: string; default: boolean }

type Setting = keyof typeof SETTINGS

/** The options of each select, all of them, with what is chosen marked. `settings` depend on the kind of instance. */
export type InstanceOptions = Readonly<Record<'profiles' | 'folders' | 'tags', readonly Option[]>> &
  Readonly<{ settings: readonly Readonly<{ setting: Setting; options: readonly Option[] }>[] }>

const LONGEST = 100
const GIGA = 1_000_000_000

/** Selects that offer the same everywhere: what each is called, and its values with their names. */
const SETTINGS = {
  availability: {
    id: ids.instanceAvailability,
    label: 'instance.availability',
    values: [
      ['announced', 'instance.announced'],
      ['inCinemas', 'instance.in-cinemas'],
      ['released', 'instance.released'],
    ],
  },
  seriesType: {
    id: ids.instanceSeriesType,
    label: 'instance.series-type',
    values: [
      ['standard', 'instance.standard'],
      ['daily', 'instance.daily'],
      ['anime', 'instance.anime'],
    ],
  },
  seasonMonitoring: {
    id: ids.instanceSeasonMonitoring,
    label: 'instance.season-monitoring',
    values: [
      ['asked', 'instance.asked'],
      ['future', 'instance.future'],
    ],
  },
  quality: {
    id: ids.instanceQuality,
    label: 'instance.quality',
    values: [
      ['standard', 'instance.usual'],
      ['4k', 'instance.4k'],
    ],
  },
} as const

const SETTINGS_OF = {
  radarr: ['availability', 'quality'],
  sonarr: ['seriesType', 'seasonMonitoring', 'quality'],
} as const satisfies Record<string, readonly Setting[]>

const freeText = (bytes: number | undefined, say: SayText): { description?: string } =>
  bytes === undefined
    ? {}
    : { description: say('instance.folder.free', { gigabytes: Math.floor(bytes / GIGA) }) }

export const instanceOptions = (
  kind: 'radarr' | 'sonarr',
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
  settings: SETTINGS_OF[kind].map((setting) => ({
    setting,
    options: SETTINGS[setting].values.map(([value, key]) => ({
      label: say(key),
      description: say(`${key}.why`),
      value,
      default: value === chosen[setting],
    })),
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

/** What each select is called, beside the options of it that are chosen. */
export const labelledOptions = (
  { profiles, folders, tags, settings }: InstanceOptions,
  say: SayText,
): readonly (readonly [string, readonly Option[]])[] => [
  [say('instance.profile'), profiles],
  [say('instance.folder'), folders],
  [say('instance.tags'), tags],
  ...settings.map(({ setting, options }) => [say(SETTINGS[setting].label), options] as const),
]

/** The selects of an instance's page: quality profile, root folder, tags, and what its kind has besides. */
export const instanceSelects = (instanceId: string, options: InstanceOptions, say: SayText) => {
  const { profiles, folders, tags, settings } = options
  const tagSelect = () =>
    select(ids.instanceTags.make({ instanceId }), say('instance.tags'), tags)
      .setMinValues(0)
      .setMaxValues(Math.min(tags.length, MOST_OPTIONS))
  return [
    select(ids.instanceProfile.make({ instanceId }), say('instance.profile'), profiles),
    select(ids.instanceFolder.make({ instanceId }), say('instance.folder'), folders),
    ...(tags.length === 0 ? [] : [tagSelect()]),
    ...settings.map(({ setting, options: offered }) =>
      select(SETTINGS[setting].id.make({ instanceId }), say(SETTINGS[setting].label), offered),
    ),
  ].map((menu) => row(menu))
}
