import { ApplicationCommandType, InteractionType, MessageType } from 'discord-api-types/v10'
import type { Extra } from '../messages/write.ts'
import type { Service } from '../service.ts'
import type { Interaction } from './interaction.ts'

const typeOf = ({ source, command }: Interaction): MessageType => {
  if (source) return MessageType.Reply
  return command && command.type !== ApplicationCommandType.ChatInput
    ? MessageType.ContextMenuCommand
    : MessageType.ChatInputCommand
}

const metadata = ({ id, kind, user, owners, command, source }: Interaction) => ({
  id,
  type: kind === InteractionType.ApplicationCommandAutocomplete ? InteractionType.ApplicationCommand : kind,
  user,
  authorizing_integration_owners: owners,
  ...(command && !source ? { name: command.name, command_type: command.type } : {}),
  ...(source && kind === InteractionType.MessageComponent ? { interacted_message_id: source.body.id } : {}),
})

/** What marks a message as the answer to an interaction, or as what followed it. */
export const replyExtra = (
  { world }: Service,
  interaction: Interaction,
  { isFollowUp = false }: { isFollowUp?: boolean } = {},
): Extra => {
  const { source, original, channel } = interaction
  const about = isFollowUp ? original : source
  return {
    type: isFollowUp ? MessageType.Reply : typeOf(interaction),
    application_id: world.application.id,
    webhook_id: world.application.id,
    interaction_metadata: {
      ...metadata(interaction),
      ...(isFollowUp && original ? { original_response_message_id: original.body.id } : {}),
    },
    ...(about ? { message_reference: { message_id: about.body.id, channel_id: channel.id } } : {}),
  } as Extra
}
