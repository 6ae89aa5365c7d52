import { css, html, LitElement } from 'lit'

/** A row of buttons, or one select. */
export class SandboxRow extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `

  override render() {
    return html`<slot></slot>`
  }
}
