import { css, html, LitElement } from 'lit'

/** Space between parts, with a line through it unless told otherwise. */
export class SandboxSeparator extends LitElement {
  static override properties = { plain: { type: Boolean }, large: { type: Boolean } }
  declare plain: boolean
  declare large: boolean

  static override styles = css`
    hr {
      border: 0;
      margin: 4px 0;
      height: 1px;
      background: var(--line);
    }
    hr.large {
      margin: 12px 0;
    }
    hr.plain {
      background: none;
    }
  `

  override render() {
    return html`<hr class="${this.plain ? 'plain' : ''} ${this.large ? 'large' : ''}" />`
  }
}
