import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder } from '@discordjs/builders'
import { type APIModalInteractionResponseCallbackData, TextInputStyle } from 'discord-api-types/v10'
import { firstLater } from '../../domain/approvals/changed-wish.ts'
import { rangesOf } from '../../domain/seasons/ranges.ts'
import type { Wish } from '../../domain/seasons/wish.ts'
import type { Title } from '../../domain/titles/title.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { nameOf, oneLine } from '../kit/foreign.ts'
import { type MessageBody, message, row, small, text } from '../kit/message.ts'
import { fitting, MOST_OPTIONS } from '../kit/options.ts'
import { wishWords } from '../kit/seasons.ts'
import { heading, plainTitle } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

const LONGEST = 100
const LONGEST_TITLE = 45
const LONGEST_RANGES = 300

/** An instance to choose, with what it offered when it was last asked. */
type Choosable = Readonly<{
  id: string
  name: string
  profileId?: number
  folder?: string
  choices: Readonly<{
    profiles: readonly { id: number; name: string }[]
    folders: readonly { path: string }[]
  }>
}>

/** `Approve with changes`, first: which instance is to fetch it. */
export const instancePicker = (
  input: Readonly<{ requestId: string; title: Title; instances: readonly Choosable[]; chosen?: string }>,
  say: SayText,
): MessageBody => {
  const { requestId, title, instances, chosen } = input
  const select = new StringSelectMenuBuilder()
    .setCustomId(ids.changesInstance.make({ requestId }))
    .setPlaceholder(say('changes.instance'))
    .addOptions(
      instances.slice(0, MOST_OPTIONS).map(({ id, name }) => ({
        label: oneLine(name, LONGEST),
        value: id,
        ...(id === chosen ? { description: say('changes.instance.chosen') } : {}),
      })),
    )
  return message('waiting', [
    text(heading(title), say('changes.which'), small(say('changes.next'))),
    row(select),
  ])
}

/** Which seasons, of a show: picked, or typed when there are more than a select holds. Left empty it stays as asked. */
const seasonsLabel = (
  { title, wish }: Readonly<{ title: Title; wish?: Wish }>,
  say: SayText,
): LabelBuilder | undefined => {
  const numbers = (title.seasons ?? []).map(({ number }) => number)
  if (wish === undefined || numbers.length === 0) return undefined
  const later = firstLater({ wish, title })
  const asked = { wish: markup(wishWords(wish, say)) }
  const options = [
    ...numbers.map((season) => ({
      label: say('show.season', { season }),
      value: String(season),
      default: wish.seasons.includes(season),
    })),
    ...(later === undefined ? [] : [{ label: say('show.later'), value: `${later}+`, default: wish.future }]),
  ]
  const label = new LabelBuilder().setLabel(say('show.seasons'))
  if (options.length > MOST_OPTIONS) {
    const hint =
      later === undefined ? say('changes.seasons', asked) : say('changes.seasons.typed', { ...asked, later })
    const seasons = [rangesOf(wish.seasons), ...(wish.future ? [`${later}+`] : [])]
    return label.setDescription(oneLine(hint, LONGEST)).setTextInputComponent(
      new TextInputBuilder()
        .setCustomId('seasons')
        .setStyle(TextInputStyle.Short)
        .setRequired(false)
        .setMaxLength(LONGEST_RANGES)
        .setValue(
          seasons
            .filter((part) => part !== '')
            .join(', ')
            .slice(0, LONGEST_RANGES),
        ),
    )
  }
  return label
    .setDescription(oneLine(say('changes.seasons', asked), LONGEST))
    .setStringSelectMenuComponent(
      new StringSelectMenuBuilder()
        .setCustomId('seasons')
        .setRequired(false)
        .setMinValues(0)
        .setMaxValues(options.length)
        .addOptions(options),
    )
}

/** `Approve with changes`, then: how. Made of stored choices, for a modal can't wait for the network. */
export const changesModal = (
  input: Readonly<{ requestId: string; title: Title; instance: Choosable; wish?: Wish }>,
  say: SayText,
): APIModalInteractionResponseCallbackData => {
  const { requestId, title, instance } = input
  const { profiles, folders } = instance.choices
  const profile = new StringSelectMenuBuilder().setCustomId('profile').addOptions(
    fitting(
      profiles.map(({ id, name }) => ({
        label: oneLine(name, LONGEST),
        value: String(id),
        default: id === instance.profileId,
      })),
    ),
  )
  // By its place in the list: a path may be longer than a select's value.
  const folder = new StringSelectMenuBuilder().setCustomId('folder').addOptions(
    fitting(
      folders.map(({ path }, index) => ({
        label: oneLine(path, LONGEST),
        value: String(index),
        default: path === instance.folder,
      })),
    ),
  )
  const seasons = seasonsLabel(input, say)
  return new ModalBuilder()
    .setCustomId(ids.changesDetails.make({ requestId, instanceId: instance.id }))
    .setTitle(plainTitle(title, LONGEST_TITLE))
    .addLabelComponents(
      new LabelBuilder().setLabel(say('instance.profile')).setStringSelectMenuComponent(profile),
      new LabelBuilder().setLabel(say('instance.folder')).setStringSelectMenuComponent(folder),
      ...(seasons === undefined ? [] : [seasons]),
    )
    .toJSON()
}

/** What was approved with changes, for the one who did. The card in the channel follows by itself. */
export const changedReply = (
  input: Readonly<{
    title: Title
    instance: string
    profile: string
    folder: string
    /** Some of what was chosen is held by other requests. */
    isHeld: boolean
  }>,
  say: SayText,
): MessageBody => {
  const { title, instance, profile, folder, isHeld } = input
  return message('coming', [
    text(
      heading(title),
      say('changes.done', {
        instance: nameOf(instance),
        profile: oneLine(profile, LONGEST),
        folder: oneLine(folder, LONGEST),
      }),
      isHeld ? small(say('changes.held')) : undefined,
    ),
  ])
}
