import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder } from '@discordjs/builders'
import { type APIModalInteractionResponseCallbackData, TextInputStyle } from 'discord-api-types/v10'
import type { Title } from '../../domain/titles/title.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { oneLine } from '../kit/foreign.ts'
import { MOST_OPTIONS } from '../kit/options.ts'
import { plainTitle } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

const LONGEST_TITLE = 45
const LONGEST_MESSAGE = 500
const LONGEST = 100

/** Asks an approver why: a saved reason, words of their own, or both. */
export const denyModal = (
  input: Readonly<{ requestId: string; title: Title; reasons: readonly string[] }>,
  say: SayText,
): APIModalInteractionResponseCallbackData => {
  const { requestId, title, reasons } = input
  const offered = [...new Set(reasons.map((reason) => oneLine(reason, LONGEST)))].slice(0, MOST_OPTIONS)
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
          .addOptions(offered.map((reason) => ({ label: reason, value: reason }))),
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
