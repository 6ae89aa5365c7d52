import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders'
import { type APIModalInteractionResponseCallbackData, TextInputStyle } from 'discord-api-types/v10'
import { ids } from '../ids.ts'
import type { SayText } from '../texts/say.ts'

/** As many reasons as a select holds, as long as its options may be. */
export const MOST_REASONS = 25
export const LONGEST_REASON = 100
const LONGEST_TEXT = 3_000

/** The saved reasons, one a line. */
export const reasonsModal = (
  reasons: readonly string[],
  say: SayText,
): APIModalInteractionResponseCallbackData =>
  new ModalBuilder()
    .setCustomId(ids.editedReasons.make({}))
    .setTitle(say('approvals.reasons'))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(say('approvals.reasons.label'))
        .setDescription(say('approvals.reasons.hint'))
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('reasons')
            .setStyle(TextInputStyle.Paragraph)
            .setRequired(false)
            .setMaxLength(LONGEST_TEXT)
            .setValue(reasons.join('\n').slice(0, LONGEST_TEXT)),
        ),
    )
    .toJSON()
