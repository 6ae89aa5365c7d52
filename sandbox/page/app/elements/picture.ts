import { css, html, LitElement } from 'lit'
import { pictureUrl } from '../picture.ts'
import { shared } from '../styles/shared.ts'

/** A picture as a thumbnail or in a gallery; covered while it is a spoiler, and its words where it cannot be had. */
export class SandboxPicture extends LitElement {
  static override properties = {
    url: {},
    alt: {},
    spoiler: { type: Boolean },
    open: { state: true },
    isMissing: { state: true },
  }
  declare url: string
  declare alt: string
  declare spoiler: boolean
  declare open: boolean
  declare isMissing: boolean

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
        border-radius: 8px;
        overflow: hidden;
        background: var(--hover);
      }
      img {
        display: block;
        width: 100%;
        height: 100%;
        max-height: inherit;
        object-fit: cover;
      }
      .covered {
        filter: blur(32px);
      }
      button {
        position: absolute;
        inset: 0;
        width: 100%;
        color: #fff;
        font-weight: 700;
        background: #0006;
      }
      span {
        display: grid;
        place-items: center;
        height: 100%;
        padding: 8px;
        text-align: center;
        font-size: 12px;
        color: var(--muted);
      }
    `,
  ]

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('url')) this.isMissing = false
  }

  override render() {
    if (this.isMissing) return html`<span>${this.alt || 'No picture'}</span>`
    const isCovered = this.spoiler && !this.open
    const missing = () => {
      this.isMissing = true
    }
    const reveal = () => {
      this.open = true
    }
    return html`<img
        class=${isCovered ? 'covered' : ''}
        src=${pictureUrl(this.url)}
        alt=${this.alt}
        @error=${missing}
      />${isCovered ? html`<button @click=${reveal}>SPOILER</button>` : ''}`
  }
}
