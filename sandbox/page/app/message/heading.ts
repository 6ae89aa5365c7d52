import { type APIMessage, MessageType } from 'discord-api-types/v10'
import { html, nothing, type TemplateResult } from 'lit'
import type { Screen } from '../../protocol.ts'
import { avatarUrl } from '../picture.ts'

type Meta = { name?: string; user: { id: string; username: string; global_name: string | null } }

/** Whether a message has a line above it, so that it never stands under another one's author. */
export const hasHeading = ({ type }: APIMessage): boolean => type !== MessageType.Default

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
  return html`<discord-reply slot="reply" .author=${screen.names.users[screen.bot]} .avatar=${avatarUrl(screen.bot)} bot
    >Click to see the message</discord-reply
  >`
}
