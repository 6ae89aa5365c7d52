import { MessageFlags } from 'discord-api-types/v10'
import { css, html, LitElement, nothing } from 'lit'
import type { FormPart, Screen, Shown } from '../../protocol.ts'
import { dismiss } from '../deeds.ts'
import { eye, warning } from '../icons.ts'
import { markdown } from '../markdown/render.ts'
import { writtenText } from '../moment.ts'
import { avatarUrl, pictureUrl } from '../picture.ts'
import { state } from '../store.ts'
import { prose, shared } from '../styles/shared.ts'
import { Watching } from '../watching.ts'
import { embed } from './embed.ts'
import { heading } from './heading.ts'
import { parts } from './parts.ts'
import { readerOf } from './reading.ts'

/** One message, in the library's frame. */
export class SandboxMessage extends LitElement {
  static override properties = {
    shown: { attribute: false },
    screen: { attribute: false },
    follows: { type: Boolean },
    calls: { type: Boolean },
  }
  declare shown: Shown
  declare screen: Screen
  /** Stands under a message of the same author, without a name of its own. */
  declare follows: boolean
  /** Calls the reader. */
  declare calls: boolean

  static override styles = [
    shared,
    prose,
    css`
      :host {
        display: block;
      }
      :host(:not([follows])) {
        margin-top: 17px;
      }
      .parts {
        display: grid;
        gap: 8px;
        margin-top: 4px;
      }
      .parts > .markdown {
        max-width: 900px;
      }
      .thumbnail {
        width: 85px;
        max-height: 128px;
      }
      .line {
        display: flex;
        align-items: center;
        gap: 4px;
        margin: 4px 0 2px;
        font-size: 12px;
        line-height: 16px;
        color: var(--muted);
      }
      .line button {
        color: var(--link);
      }
      .line button:hover {
        text-decoration: underline;
      }
      .failed {
        color: var(--red-text);
        font-size: 13px;
      }
      .thinking {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--muted);
      }
      .thinking i {
        display: inline-block;
        width: 7px;
        height: 7px;
        border-radius: 50%;
        background: var(--quiet);
        margin-inline-end: 3px;
        animation: pulse 1s infinite alternate;
      }
      .thinking i:nth-child(2) {
        animation-delay: 0.2s;
      }
      .thinking i:nth-child(3) {
        animation-delay: 0.4s;
      }
      @keyframes pulse {
        to {
          opacity: 0.25;
        }
      }
      sandbox-picture.attached {
        max-width: 400px;
        max-height: 300px;
        width: fit-content;
        margin-top: 4px;
      }
    `,
  ]

  constructor() {
    super()
    new Watching(this)
  }

  #thinking() {
    const name = this.screen.names.users[this.screen.bot]
    return html`<span class="thinking" role="status"
      ><span aria-hidden="true"><i></i><i></i><i></i></span>${name} is thinking…</span
    >`
  }

  #lines() {
    const { body, onlyMe } = this.shown
    const failure = state.failures.get(body.id)
    return html`<div slot="thread">
      ${failure ? html`<div class="line failed" role="alert">${warning}${failure}</div>` : nothing}
      ${
        onlyMe
          ? html`<div class="line">
              ${eye}<span>Only you can see this</span>
              <span aria-hidden="true">•</span>
              <button @click=${() => dismiss(body.id)}>Dismiss message</button>
            </div>`
          : nothing
      }
    </div>`
  }

  #pictures() {
    const all = this.shown.body.attachments.filter(({ content_type: type }) => type?.startsWith('image/'))
    const isV2 = ((this.shown.body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0
    return isV2
      ? nothing
      : all.map(
          ({ url, description = '' }) =>
            html`<img slot="attachments" class="attached" src=${pictureUrl(url)} alt=${description ?? ''} />`,
        )
  }

  override render() {
    const { body, onlyMe, fills } = this.shown
    const { screen } = this
    const reader = readerOf(screen, body.mention_everyone)
    const isThinking = ((body.flags ?? 0) & MessageFlags.Loading) !== 0
    const components = (body.components ?? []) as unknown as readonly FormPart[]
    return html`<discord-message
      id="message-${body.id}"
      .author=${body.author.global_name ?? body.author.username}
      .avatar=${avatarUrl(body.author.id)}
      ?bot=${body.author.bot === true}
      .timestamp=${writtenText(Date.parse(body.timestamp), reader.now)}
      ?ephemeral=${onlyMe}
      ?highlight=${this.calls && !onlyMe}
      ?edited=${body.edited_timestamp !== null && body.content !== ''}
      ?message-body-only=${this.follows}
    >
      ${heading(body, screen)}${isThinking ? this.#thinking() : nothing}${body.content ? markdown(body.content, reader) : nothing}
      ${this.#pictures()} ${body.embeds.map((one) => embed(one, reader))}
      ${
        components.length > 0
          ? html`<div slot="components" class="parts">
              ${parts(components, { message: body.id, fills, reader })}
            </div>`
          : nothing
      }
      ${this.#lines()}
    </discord-message>`
  }
}
