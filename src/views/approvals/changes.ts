import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import type { Title } from '../../domain/titles/title.ts'
import { ids } from '../ids.ts'
import { nameOf, oneLine } from '../kit/foreign.ts'
import { type MessageBody, message, row, small, text } from '../kit/message.ts'
import { fitting, MOST_OPTIONS } from '../kit/options.ts'
import { heading, plainTitle } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

const LONGEST = 100
const LONGEST_TITLE = 45

/** An instance to choose, with what it offered when it was last asked. */
export type Choosable = Readonly<{
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

/** `Approve with changes`, then: how. Made of stored choices, for a modal can't wait for the network. */
export const changesModal = (
  { requestId, title, instance }: Readonly<{ requestId: string; title: Title; instance: Choosable }>,
  say: SayText,
): APIModalInteractionResponseCallbackData => {
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
  return new ModalBuilder()
    .setCustomId(ids.changesDetails.make({ requestId, instanceId: instance.id }))
    .setTitle(plainTitle(title, LONGEST_TITLE))
    .addLabelComponents(
      new LabelBuilder().setLabel(say('instance.profile')).setStringSelectMenuComponent(profile),
      new LabelBuilder().setLabel(say('instance.folder')).setStringSelectMenuComponent(folder),
    )
    .toJSON()
}

/** What was approved with changes, for the one who did. The card in the channel follows by itself. */
export const changedReply = (
  input: Readonly<{ title: Title; instance: string; profile: string; folder: string }>,
  say: SayText,
): MessageBody => {
  const { title, instance, profile, folder } = input
  return message('coming', [
    text(
      heading(title),
      say('changes.done', {
        instance: nameOf(instance),
        profile: oneLine(profile, LONGEST),
        folder: oneLine(folder, LONGEST),
      }),
    ),
  ])
}
