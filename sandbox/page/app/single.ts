import { css, html, LitElement } from 'lit'
import { state } from './store.ts'
import { Watching } from './watching.ts'

/**
 * One message alone, for a picture of it: `/message/ID?as=…&room=…`, with `theme` and `width` where they matter. It
 * says by the attribute `ready` that it is drawn.
 */
export class SandboxSingle extends LitElement {
  static override styles = css`
    :host {
      display: block;
      box-sizing: border-box;
      padding: 8px 0 16px;
      background: var(--chat);
    }
    sandbox-message {
      margin-top: 0 !important;
    }
  `

  constructor() {
    super()
    new Watching(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.style.width = `${Number(new URLSearchParams(location.search).get('width')) || 640}px`
  }

  override render() {
    const id = location.pathname.split('/').at(-1)
    const shown = state.screen?.messages.find(({ body }) => body.id === id)
    this.toggleAttribute('ready', shown !== undefined)
    return shown ? html`<sandbox-message .shown=${shown} .screen=${state.screen}></sandbox-message>` : ''
  }
}
