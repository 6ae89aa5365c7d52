import { css, html, LitElement } from 'lit'

/** Texts with a picture or a button at their right. */
export class SandboxSection extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      gap: 16px;
      align-items: flex-start;
      justify-content: space-between;
    }
    div {
      display: grid;
      gap: 8px;
      min-width: 0;
      flex: 1;
    }
    slot[name='accessory'] {
      display: block;
      flex: none;
    }
  `

  override render() {
    return html`<div><slot></slot></div>
      <slot name="accessory"></slot>`
  }
}
