import { css, html, LitElement } from 'lit'

/** Pictures side by side: one alone is as large as it may be, more of them form a grid. */
export class SandboxGallery extends LitElement {
  static override properties = { count: { type: Number, reflect: true } }
  declare count: number

  static override styles = css`
    :host {
      display: grid;
      gap: 4px;
      grid-template-columns: repeat(3, 1fr);
      max-width: 550px;
      border-radius: 8px;
      overflow: hidden;
    }
    :host([count='1']) {
      grid-template-columns: auto;
    }
    :host([count='2']),
    :host([count='4']) {
      grid-template-columns: 1fr 1fr;
    }
    ::slotted(*) {
      aspect-ratio: 1;
      border-radius: 4px;
    }
    :host([count='1']) ::slotted(*) {
      aspect-ratio: auto;
      max-height: 350px;
      width: fit-content;
    }
  `

  override render() {
    return html`<slot></slot>`
  }
}
