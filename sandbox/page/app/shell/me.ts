import { css, html, LitElement, nothing } from 'lit'
import type { Member, Screen } from '../../protocol.ts'
import { tick, up } from '../icons.ts'
import { avatarUrl } from '../picture.ts'
import { sit } from '../store.ts'
import { shared } from '../styles/shared.ts'

/** Who sits at the page, and the list of those who could. */
export class SandboxMe extends LitElement {
  static override properties = { screen: { attribute: false }, isOpen: { state: true } }
  declare screen: Screen
  declare isOpen: boolean

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
        padding: 8px;
      }
      .me,
      [role='menuitemradio'] {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        padding: 6px 8px;
        border-radius: 8px;
        text-align: start;
        line-height: 1.2;
      }
      .me {
        background: var(--card);
        border: 1px solid var(--line-faint);
      }
      .me:hover,
      [role='menuitemradio']:hover {
        background: var(--chosen);
      }
      span.who {
        flex: 1;
        min-width: 0;
        font-weight: 600;
        color: var(--strong);
      }
      small {
        display: block;
        font-weight: 400;
        font-size: 12px;
        color: var(--muted);
      }
      img {
        width: 32px;
        height: 32px;
        border-radius: 50%;
      }
      [role='menu'] {
        position: absolute;
        inset: auto 8px calc(100% - 2px);
        z-index: 6;
        padding: 6px;
        background: var(--raised);
        border-radius: 8px;
        box-shadow: var(--shadow);
      }
    `,
  ]

  #sit(person: Member): void {
    this.isOpen = false
    sit(person.id, this.screen.room)
    this.renderRoot.querySelector<HTMLElement>('.me')?.focus()
    this.dispatchEvent(new CustomEvent('gone', { bubbles: true, composed: true }))
  }

  #key(event: KeyboardEvent): void {
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitemradio]')]
    const active = items.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLElement)
    if (event.key === 'Escape') {
      this.isOpen = false
      this.renderRoot.querySelector<HTMLElement>('.me')?.focus()
    } else if (event.key === 'ArrowDown') items[(active + 1) % items.length]?.focus()
    else if (event.key === 'ArrowUp') items[(active - 1 + items.length) % items.length]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  async #toggle(): Promise<void> {
    this.isOpen = !this.isOpen
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('[aria-checked=true]')?.focus()
  }

  #person(person: Member) {
    const isMe = person.id === this.screen.me
    return html`<button
      role="menuitemradio"
      aria-checked=${isMe ? 'true' : 'false'}
      @click=${() => this.#sit(person)}
    >
      <img src=${avatarUrl(person.id)} alt="" />
      <span class="who">${person.name}<small>${person.part}</small></span>
      ${isMe ? tick : nothing}
    </button>`
  }

  override render() {
    const { members, me } = this.screen
    const my = members.find(({ id }) => id === me)
    return html`${
      this.isOpen
        ? html`<div role="menu" aria-label="Be somebody else" @keydown=${this.#key}>
              ${members.map((person) => this.#person(person))}
            </div>`
        : nothing
    }<button
        class="me"
        aria-haspopup="menu"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-label="You are ${my?.name}. Be somebody else"
        @click=${this.#toggle}
      >
        <img src=${avatarUrl(me)} alt="" />
        <span class="who">${my?.name}<small>${my?.part}</small></span>
        ${up}
      </button>`
  }
}
