import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders'
import { type APIModalInteractionResponseCallbackData, TextInputStyle } from 'discord-api-types/v10'
import { ids } from '../ids.ts'
import { button, type MessageBody, message, row, text } from '../kit/message.ts'
import type { SayText } from '../texts/say.ts'

/** Told to whoever runs `/setup` first without owning the application. */
export const claimReply = (say: SayText): MessageBody =>
  message('asking', [
    text(`## ${say('claim.heading')}`, say('claim.why')),
    row(button(ids.setupClaim.make({}), say('claim.enter'), 'primary')),
  ])

export const claimCodeModal = (say: SayText): APIModalInteractionResponseCallbackData =>
  new ModalBuilder()
    .setCustomId(ids.setupClaimCode.make({}))
    .setTitle(say('claim.title'))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(say('claim.label'))
        .setDescription(say('claim.hint'))
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('code').setStyle(TextInputStyle.Short).setMaxLength(100),
        ),
    )
    .toJSON()
