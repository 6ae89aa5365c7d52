import { type APIMessage, MessageType } from 'discord-api-types/v10'
import { html, nothing, type TemplateResult } from 'lit'
import type { FormPart, Screen } from '../../protocol.ts'
import { readBlocks } from '../markdown/blocks.ts'
import { plainWords } from '../markdown/plain.ts'
import { avatarUrl } from '../picture.ts'

type Meta = { name?: string; user: { id: string; username: string; global_name: string | null } }

/** Whether a message has a line above it, so that it never stands under another one's author. */
export const hasHeading = ({ type }: APIMessage): boolean => type !== MessageType.Default

const firstText = (parts: readonly FormPart[]): string => {
  for (const { content, components = [] } of parts) {
    const found = typeof content === 'string' ? content : firstText(components)
    if (found !== '') return found
  }
  return ''
}

/** The first words of a message that is answered. */
const firstWords = (id: string | undefined, { messages }: Screen): string => {
  const body = messages.find((one) => one.body.id === id)?.body
  const text = body?.content || firstText((body?.components ?? []) as unknown as readonly FormPart[])
  return plainWords(readBlocks(text)) || 'Message could not be loaded.'
}

/** The line above an answer: who used which command, or which message it answers. */
export const heading = (body: APIMessage, screen: Screen): TemplateResult | typeof nothing => {
  if (!hasHeading(body)) return nothing
  const meta = body.interaction_metadata as Meta | undefined
  if (meta?.name !== undefined) {
    const { user, name } = meta
    return html`<discord-command
      slot="reply"
      .author=${user.global_name ?? user.username}
      .avatar=${avatarUrl(user.id)}
      .command=${`/${name}`}
    ></discord-command>`
  }
  return html`<discord-reply
    slot="reply"
    .author=${screen.names.users[screen.bot]}
    .avatar=${avatarUrl(screen.bot)}
    bot
    >${firstWords(body.message_reference?.message_id, screen)}</discord-reply
  >`
}
