import { css, html, LitElement } from 'lit'
import { shared } from '../styles/shared.ts'

/** A container of Components V2: a card, with a bar at its side when it has an accent colour. */
export class SandboxContainer extends LitElement {
  static override properties = { accent: { type: Number }, spoiler: { type: Boolean }, open: { state: true } }
  declare accent: number | undefined
  declare spoiler: boolean
  declare open: boolean

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        max-width: 600px;
      }
      section {
        position: relative;
        display: grid;
        gap: 8px;
        padding: 16px;
        background: var(--card);
        border: 1px solid var(--line-faint);
        border-radius: 8px;
      }
      section.accented {
        padding-left: 20px;
      }
      section.accented::before {
        content: '';
        position: absolute;
        inset: 0 auto 0 0;
        width: 4px;
        border-radius: 7px 0 0 7px;
        background: var(--accent);
      }
      section.hidden > ::slotted(*) {
        visibility: hidden;
      }
      .cover {
        position: absolute;
        inset: 0;
        z-index: 1;
        background: var(--raised);
        color: var(--strong);
        font-weight: 700;
        letter-spacing: 0.05em;
      }
    `,
  ]

  override render() {
    const isHidden = this.spoiler && !this.open
    const colour = this.accent === undefined ? '' : `--accent: #${this.accent.toString(16).padStart(6, '0')}`
    const reveal = () => {
      this.open = true
    }
    return html`<section
      class="${colour ? 'accented' : ''} ${isHidden ? 'hidden' : ''}"
      style=${colour}
    >
      ${isHidden ? html`<button class="cover" @click=${reveal}>SPOILER</button>` : ''}<slot></slot>
    </section>`
  }
}
