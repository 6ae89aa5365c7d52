import { css, html, LitElement } from 'lit'
import { out } from '../icons.ts'
import { shared } from '../styles/shared.ts'

const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'link',
}

/** A button of a message. The library's cannot be disabled, and takes pictures only for its emoji. */
export class SandboxButton extends LitElement {
  static override properties = {
    look: { type: Number },
    label: {},
    emoji: {},
    url: {},
    disabled: { type: Boolean },
    waiting: { type: Boolean },
  }
  declare look: number
  declare label: string
  declare emoji: string
  declare url: string
  declare disabled: boolean
  declare waiting: boolean

  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
        max-width: 100%;
      }
      button,
      a {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-height: 32px;
        min-width: 60px;
        max-width: 100%;
        padding: 2px 14px;
        border-radius: 8px;
        font-size: 14px;
        font-weight: 500;
        line-height: 1.2;
        color: #fff;
        text-decoration: none;
        transition: background-color 0.15s;
      }
      .primary {
        background: var(--blurple);
      }
      .primary:hover:enabled {
        background: var(--blurple-hover);
      }
      .success {
        background: var(--green);
      }
      .success:hover:enabled {
        background: var(--green-hover);
      }
      .danger {
        background: var(--red);
      }
      .danger:hover:enabled {
        background: var(--red-hover);
      }
      .secondary,
      .link {
        background: var(--button);
        color: var(--button-text);
      }
      .secondary:hover:enabled,
      .link:hover {
        background: var(--button-hover);
      }
      button:disabled {
        opacity: 0.5;
        cursor: not-allowed;
      }
      button.waiting {
        cursor: progress;
      }
      .dots {
        display: flex;
        gap: 4px;
        padding: 5px 0;
      }
      i {
        width: 6px;
        height: 6px;
        border-radius: 50%;
        background: currentColor;
        animation: pulse 1s infinite alternate;
      }
      i:nth-child(2) {
        animation-delay: 0.2s;
      }
      i:nth-child(3) {
        animation-delay: 0.4s;
      }
      @keyframes pulse {
        to {
          opacity: 0.25;
        }
      }
      @media (max-width: 480px) {
        button,
        a {
          min-height: 36px;
        }
      }
    `,
  ]

  override render() {
    const words = html`${this.emoji ? html`<span aria-hidden="true">${this.emoji}</span>` : ''}${this.label}`
    if (this.url && !this.disabled) {
      return html`<a class="link" href=${this.url} target="_blank" rel="noreferrer">${words}${out}</a>`
    }
    const dots = html`<span class="dots"><i></i><i></i><i></i></span>`
    // Disabled while it waits, it would lose the focus.
    const hold = (event: Event) => {
      if (this.waiting) event.stopPropagation()
    }
    return html`<button
      class="${STYLES[this.look] ?? 'secondary'} ${this.waiting ? 'waiting' : ''}"
      ?disabled=${this.disabled}
      @click=${hold}
      aria-label=${this.label || this.emoji || 'Button'}
      aria-busy=${this.waiting ? 'true' : 'false'}
    >
      ${this.waiting ? dots : words}
    </button>`
  }
}
