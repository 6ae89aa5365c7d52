import { css, html, LitElement, nothing } from 'lit'
import type { Screen } from '../../protocol.ts'
import { avatarUrl } from '../picture.ts'
import { shared } from '../styles/shared.ts'

/** The servers at the far left, as Discord has them: the direct messages, and the one server there is. */
export class SandboxRail extends LitElement {
  static override properties = { screen: { attribute: false }, news: { type: Number } }
  declare screen: Screen
  /** How many direct messages are unread. */
  declare news: number

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 8px;
        width: 64px;
        padding: 12px 0;
      }
      button {
        position: relative;
        display: grid;
        place-items: center;
        width: 40px;
        height: 40px;
        border-radius: 12px;
        background: var(--card);
        color: var(--strong);
        font-weight: 600;
      }
      button:hover,
      button[aria-current='true'] {
        background: var(--blurple);
        color: #fff;
      }
      button[aria-current='true']::before {
        content: '';
        position: absolute;
        inset: 0 auto 0 -12px;
        width: 4px;
        border-radius: 0 4px 4px 0;
        background: var(--strong);
      }
      img {
        width: 40px;
        height: 40px;
        border-radius: 12px;
      }
      hr {
        width: 32px;
        margin: 0;
        border: 0;
        height: 1px;
        background: var(--line);
      }
      .badge {
        position: absolute;
        inset: auto -4px -4px auto;
        min-width: 18px;
        padding: 0 4px;
        border: 2px solid var(--rail);
        border-radius: 10px;
        background: var(--red);
        color: #fff;
        font-size: 12px;
        line-height: 16px;
      }
    `,
  ]

  #go(room: string | undefined): void {
    this.dispatchEvent(new CustomEvent('go', { detail: room, bubbles: true, composed: true }))
  }

  override render() {
    const { screen } = this
    const isDm = screen.rooms.find(({ id }) => id === screen.room)?.kind === 'dm'
    const first = screen.rooms.find(({ kind }) => kind === 'text')?.id
    const initials = screen.server.replaceAll(/(\S)\S*\s*/gu, '$1')
    return html`<button
        aria-label="Direct messages"
        aria-current=${isDm ? 'true' : 'false'}
        @click=${() => this.#go('dm')}
      >
        <img src=${avatarUrl(screen.bot)} alt="" />
        ${this.news > 0 ? html`<span class="badge">${this.news}</span>` : nothing}
      </button>
      <hr />
      <button
        aria-label=${screen.server}
        aria-current=${isDm ? 'false' : 'true'}
        @click=${() => (isDm ? this.#go(first) : undefined)}
      >
        ${initials}
      </button>`
  }
}
