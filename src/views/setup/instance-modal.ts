import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders'
import { type APIModalInteractionResponseCallbackData, TextInputStyle } from 'discord-api-types/v10'
import { ids } from '../ids.ts'
import type { SayText } from '../texts/say.ts'
import { APP } from './probe.ts'

const PORTS = { radarr: 7878, sonarr: 8989 } as const

type Input = Readonly<{
  kind: 'radarr' | 'sonarr'
  /** Present when one is changed. */
  instanceId?: string
  values?: Readonly<{ name: string; url: string }>
}>

const field = (customId: string, longest: number): TextInputBuilder =>
  new TextInputBuilder().setCustomId(customId).setStyle(TextInputStyle.Short).setMaxLength(longest)

/** Asks for what is needed to reach an instance. Secrets go in a modal: a command's options can be seen while typing. */
export const instanceModal = (
  { kind, instanceId, values }: Input,
  say: SayText,
): APIModalInteractionResponseCallbackData => {
  const app = APP[kind]
  const editing = instanceId !== undefined
  const name = field('name', 60).setValue(values?.name.slice(0, 60) ?? app)
  const address = field('address', 400).setPlaceholder(`http://192.168.1.20:${PORTS[kind]}`)
  if (values !== undefined) address.setValue(values.url.slice(0, 400))
  const label = (what: string, hint: string, input: TextInputBuilder) =>
    new LabelBuilder().setLabel(what).setDescription(hint).setTextInputComponent(input)
  return new ModalBuilder()
    .setCustomId(ids.instanceDetails.make({ kind, ...(instanceId === undefined ? {} : { instanceId }) }))
    .setTitle(say('instance.modal', { app, edit: { markup: editing ? 'yes' : 'no' } }))
    .addLabelComponents(
      label(say('instance.name'), say('instance.name.hint'), name),
      label(say('instance.address'), say('instance.address.hint'), address),
      label(
        say('instance.key'),
        editing ? say('instance.key.keep') : say('instance.key.hint', { app }),
        field('key', 200).setRequired(!editing),
      ),
    )
    .toJSON()
}
