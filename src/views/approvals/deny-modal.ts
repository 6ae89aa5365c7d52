import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder } from '@discordjs/builders'
import { type APIModalInteractionResponseCallbackData, TextInputStyle } from 'discord-api-types/v10'
import type { Title } from '../../domain/titles/title.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { plainTitle } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

const LONGEST_TITLE = 45
const LONGEST_MESSAGE = 500

/** The reasons that can be picked, by a name that stays when the words change. */
const SAVED = ['space', 'quality', 'elsewhere', 'fit'] as const

/** The words of a saved reason; undefined for anything that isn't one. */
export const savedReason = (name: string, say: SayText): string | undefined => {
  const saved = SAVED.find((known) => known === name)
  return saved && say(`deny.saved.${saved}`)
}

/** Asks an approver why: a saved reason, words of their own, or both. */
export const denyModal = (
  { requestId, title }: { requestId: string; title: Title },
  say: SayText,
): APIModalInteractionResponseCallbackData => {
  const room = LONGEST_TITLE - say('deny.title', { title: '' }).length
  return new ModalBuilder()
    .setCustomId(ids.denyReason.make({ requestId }))
    .setTitle(say('deny.title', { title: markup(plainTitle(title, room)) }))
    .addLabelComponents(
      new LabelBuilder().setLabel(say('deny.reason')).setStringSelectMenuComponent(
        new StringSelectMenuBuilder()
          .setCustomId('reason')
          .setPlaceholder(say('deny.reason.placeholder'))
          .setRequired(false)
          .addOptions(SAVED.map((saved) => ({ label: say(`deny.saved.${saved}`), value: saved }))),
      ),
      new LabelBuilder()
        .setLabel(say('deny.message'))
        .setDescription(say('deny.message.hint'))
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('message')
            .setStyle(TextInputStyle.Paragraph)
            .setMaxLength(LONGEST_MESSAGE)
            .setRequired(false),
        ),
    )
    .toJSON()
}
