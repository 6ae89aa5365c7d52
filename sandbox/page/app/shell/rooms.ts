import { css, html, LitElement, nothing } from 'lit'
import type { Room, Screen } from '../../protocol.ts'
import { hash } from '../icons.ts'
import { avatarUrl } from '../picture.ts'
import { readKey, sit, state } from '../store.ts'
import { shared } from '../styles/shared.ts'

/** The server's channels and the direct messages, with what is new in them. */
export class SandboxRooms extends LitElement {
  static override properties = { screen: { attribute: false } }
  declare screen: Screen

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) auto / 64px minmax(0, 1fr);
        min-height: 0;
        background: var(--rail);
      }
      .rooms {
        display: flex;
        flex-direction: column;
        min-height: 0;
        border-inline-start: 1px solid var(--line-faint);
      }
      slot {
        display: block;
        grid-column: 1 / -1;
      }
      h1 {
        margin: 0;
        padding: 0 16px;
        height: 48px;
        line-height: 48px;
        font-size: 16px;
        font-weight: 600;
        color: var(--strong);
        border-bottom: 1px solid var(--line-faint);
      }
      nav {
        flex: 1;
        overflow-y: auto;
        padding: 8px;
      }
      h2 {
        margin: 16px 8px 4px;
        font-size: 13px;
        font-weight: 500;
        color: var(--muted);
      }
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 34px;
        margin: 1px 0;
        padding: 4px 8px;
        border-radius: 8px;
        color: var(--muted);
        font-weight: 500;
        text-align: start;
      }
      button:hover {
        background: var(--hover);
        color: var(--text);
      }
      button[aria-current='page'] {
        background: var(--chosen);
        color: var(--strong);
      }
      button.new {
        color: var(--strong);
      }
      button svg {
        flex: none;
      }
      button > span:not(.badge) {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      img {
        width: 32px;
        height: 32px;
        border-radius: 50%;
      }
      .badge {
        min-width: 16px;
        padding: 0 5px;
        border-radius: 8px;
        background: var(--red);
        color: #fff;
        font-size: 12px;
        font-weight: 700;
        line-height: 16px;
        text-align: center;
      }
      .dot {
        flex: none !important;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--strong);
      }
    `,
  ]

  #news({ id, kind, messages }: Room): { count: number; calls: number } {
    const read = state.read[readKey(this.screen.me, id)]
    const unread = messages.filter((one) => read === undefined || BigInt(one.id) > BigInt(read))
    return {
      count: unread.length,
      calls: kind === 'dm' ? unread.length : unread.filter((one) => one.calls).length,
    }
  }

  #room(room: Room) {
    const isHere = room.id === this.screen.room
    const { count, calls } = isHere ? { count: 0, calls: 0 } : this.#news(room)
    const news = calls > 0 ? `${calls} new` : count > 0 ? 'unread' : ''
    return html`<button
      class=${count > 0 ? 'new' : ''}
      aria-current=${isHere ? 'page' : 'false'}
      aria-label=${`${room.kind === 'dm' ? `Direct messages with ${room.name}` : room.name}${news ? `, ${news}` : ''}`}
      @click=${() => this.#go(room.id)}
    >
      ${room.kind === 'dm' ? html`<img src=${avatarUrl(this.screen.bot)} alt="" />` : hash}
      <span>${room.name}</span>
      ${calls > 0 ? html`<span class="badge">${calls}</span>` : count > 0 ? html`<span class="dot"></span>` : nothing}
    </button>`
  }

  #go(room: string): void {
    sit(this.screen.me, room)
    this.dispatchEvent(new CustomEvent('gone', { bubbles: true, composed: true }))
  }

  override render() {
    const { rooms, server } = this.screen
    const of = (kind: Room['kind']) =>
      rooms.filter((room) => room.kind === kind).map((room) => this.#room(room))
    const dm = rooms.find(({ kind }) => kind === 'dm')
    return html`<sandbox-rail
        .screen=${this.screen}
        .news=${dm && dm.id !== this.screen.room ? this.#news(dm).calls : 0}
        @go=${(event: CustomEvent<string>) => this.#go(event.detail)}
      ></sandbox-rail>
      <div class="rooms">
        <h1>${server}</h1>
        <nav aria-label="Channels">
          <h2>Direct messages</h2>
          ${of('dm')}
          <h2>Text channels</h2>
          ${of('text')}
        </nav>
      </div>
      <slot></slot>`
  }
}
