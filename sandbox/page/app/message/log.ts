import { css, html, LitElement, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Screen, Shown } from '../../protocol.ts'
import { dayText } from '../moment.ts'
import { avatarUrl } from '../picture.ts'
import { change, state } from '../store.ts'
import { shared } from '../styles/shared.ts'
import { Watching } from '../watching.ts'
import { hasHeading } from './heading.ts'

/** Messages of one author within this time stand under one name. */
const TOGETHER_MS = 7 * 60_000

const NEAR_THE_END = 120

const written = ({ body }: Shown): number => Date.parse(body.timestamp)

const follows = (before: Shown | undefined, { body, onlyMe }: Shown): boolean =>
  before !== undefined &&
  before.body.author.id === body.author.id &&
  before.onlyMe === onlyMe &&
  !hasHeading(body) &&
  Date.parse(body.timestamp) - written(before) < TOGETHER_MS

/** The messages of a room, newest last; it stays at the end unless the reader has scrolled up. */
export class SandboxLog extends LitElement {
  static override properties = { screen: { attribute: false } }
  declare screen: Screen
  #isAtEnd = true
  #top = 0
  #room = ''
  #sentBefore = state.sent

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow-y: auto;
        overflow-x: hidden;
        min-height: 0;
        flex: 1;
        scrollbar-width: thin;
        scrollbar-color: var(--line) transparent;
      }
      .all {
        min-height: 100%;
        display: flex;
        flex-direction: column;
        justify-content: flex-end;
        padding-bottom: 20px;
      }
      .beginning {
        padding: 16px;
      }
      .beginning h2 {
        margin: 8px 0 4px;
        font-size: 28px;
        line-height: 1.2;
        color: var(--strong);
      }
      .beginning p {
        margin: 0;
        color: var(--quiet);
      }
      .sign {
        display: grid;
        place-items: center;
        width: 68px;
        height: 68px;
        border-radius: 50%;
        background: var(--raised);
        font-size: 40px;
        color: var(--strong);
        overflow: hidden;
      }
      .day {
        display: flex;
        align-items: center;
        gap: 8px;
        margin: 20px 16px 0;
        font-size: 12px;
        font-weight: 600;
        color: var(--muted);
      }
      .day::before,
      .day::after {
        content: '';
        flex: 1;
        height: 1px;
        background: var(--line);
      }
      .sent {
        display: grid;
        grid-template-columns: 40px 1fr;
        column-gap: 16px;
        margin-top: 17px;
        padding: 2px 16px;
        color: var(--muted);
      }
      .sent img {
        grid-row: span 2;
        width: 40px;
        height: 40px;
        border-radius: 50%;
        opacity: 0.6;
      }
      .sent b {
        color: var(--strong);
        font-weight: 600;
      }
      .failed {
        color: var(--red-text);
      }
      .failed button {
        color: var(--link);
        margin-inline-start: 8px;
      }
    `,
  ]

  constructor() {
    super()
    new Watching(this)
    this.addEventListener('scroll', () => this.#noteScroll())
  }

  override firstUpdated(): void {
    const content = this.renderRoot.querySelector('.all')
    const watcher = new ResizeObserver(() => this.#keepEnd())
    for (const one of [this, content]) if (one) watcher.observe(one)
  }

  /** Only the reader scrolls up; what grows below does not. */
  #noteScroll(): void {
    if (this.scrollHeight - this.scrollTop - this.clientHeight < NEAR_THE_END) this.#isAtEnd = true
    else if (this.scrollTop < this.#top) this.#isAtEnd = false
    this.#top = this.scrollTop
  }

  #keepEnd(): void {
    if (this.#isAtEnd) this.scrollTop = this.scrollHeight
  }

  override updated(): void {
    const seat = `${this.screen.me} ${this.screen.room}`
    // Whoever comes in, or sends something, is at the end. What was above says nothing about here.
    if (seat !== this.#room || (state.sent !== undefined && state.sent !== this.#sentBefore)) {
      this.#isAtEnd = true
      this.#top = 0
    }
    this.#room = seat
    this.#sentBefore = state.sent
    this.#keepEnd()
  }

  #beginning() {
    const { screen } = this
    const room = screen.rooms.find(({ id }) => id === screen.room)
    if (room?.kind === 'dm') {
      return html`<div class="beginning">
        <div class="sign"><img src=${avatarUrl(screen.bot)} alt="" width="68" height="68" /></div>
        <h2>${room.name}</h2>
        <p>This is the beginning of your direct message history with ${room.name}.</p>
      </div>`
    }
    return html`<div class="beginning">
      <div class="sign" aria-hidden="true">#</div>
      <h2>Welcome to #${room?.name}!</h2>
      <p>This is the start of the #${room?.name} channel. Type / to see what Usherr can do.</p>
    </div>`
  }

  #sent() {
    const { sent } = state
    if (!sent || sent.room !== this.screen.room) return nothing
    return html`<div class="sent" role="status">
      <img src=${avatarUrl(this.screen.bot)} alt="" />
      <b>${this.screen.names.users[this.screen.bot]}</b>
      ${
        sent.failed
          ? html`<span class="failed"
              >The application did not respond<button @click=${() => change({ sent: undefined })}>
                Dismiss
              </button></span
            >`
          : html`<span>Sending /${sent.name}…</span>`
      }
    </div>`
  }

  override render() {
    const { screen } = this
    const calls = new Map(
      screen.rooms.find(({ id }) => id === screen.room)?.messages.map((one) => [one.id, one.calls]),
    )
    const all = screen.messages.filter(({ body }) => !state.dismissed.has(body.id))
    const dayBefore = (index: number) => (all[index - 1] ? dayText(written(all[index - 1] as Shown)) : '')
    return html`<div class="all">
      ${this.#beginning()}
      <div role="log" aria-label="Messages" aria-live="polite">
        ${repeat(
          all,
          ({ body }) => `${screen.me} ${body.id}`,
          (shown, index) => {
            const day = dayText(written(shown))
            const isNewDay = day !== dayBefore(index)
            return html`${isNewDay ? html`<div class="day">${day}</div>` : nothing}<sandbox-message
                .shown=${shown}
                .screen=${screen}
                ?follows=${!isNewDay && follows(all[index - 1], shown)}
                ?calls=${calls.get(shown.body.id) === true}
              ></sandbox-message>`
          },
        )}
      </div>
      ${this.#sent()}
    </div>`
  }
}
