import { css, html, LitElement } from 'lit'
import { tick } from '../icons.ts'
import { shared } from '../styles/shared.ts'

export type ListOption = {
  value: string
  label: string
  description?: string | undefined
  emoji?: string | undefined
  picture?: string | undefined
  chosen?: boolean
}

/**
 * The list that opens at a select or over the composer. It never has the focus: whoever opened it moves `at` with the
 * arrow keys, and hears of clicks by `pick`.
 */
export class SandboxOptions extends LitElement {
  static override properties = {
    options: { attribute: false },
    at: { type: Number },
    name: {},
    empty: {},
    ticks: { type: Boolean },
  }
  declare options: readonly ListOption[]
  declare at: number
  declare name: string
  declare empty: string
  declare ticks: boolean

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow-y: auto;
        max-height: 300px;
        background: var(--raised);
        border-radius: 8px;
        box-shadow: var(--shadow);
        padding: 4px;
      }
      [role='option'] {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px;
        border-radius: 6px;
        cursor: pointer;
        font-size: 15px;
        line-height: 1.2;
      }
      [role='option'].at {
        background: var(--chosen);
      }
      [role='option'] > div {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
        color: var(--strong);
      }
      small {
        display: block;
        margin-top: 3px;
        font-size: 13px;
        color: var(--muted);
      }
      img {
        width: 24px;
        height: 24px;
        border-radius: 50%;
      }
      .box {
        flex: none;
        display: grid;
        place-items: center;
        width: 20px;
        height: 20px;
        border: 1px solid var(--muted);
        border-radius: 5px;
        color: transparent;
      }
      .box.on {
        color: #fff;
        background: var(--blurple);
        border-color: var(--blurple);
      }
      p {
        margin: 0;
        padding: 8px;
        color: var(--muted);
        font-size: 14px;
      }
    `,
  ]

  override updated(): void {
    this.renderRoot.querySelector('.at')?.scrollIntoView({ block: 'nearest' })
  }

  override render() {
    // Taking the focus would close what opened us.
    const keepFocus = (event: Event) => event.preventDefault()
    const pick = (index: number) =>
      this.dispatchEvent(new CustomEvent('pick', { detail: index, bubbles: true, composed: true }))
    return html`<div
      role="listbox"
      aria-label=${this.name}
      aria-multiselectable=${this.ticks ? 'true' : 'false'}
      @mousedown=${keepFocus}
    >
      ${this.options.map(
        (option, index) =>
          html`<div
            role="option"
            id="option-${index}"
            class=${index === this.at ? 'at' : ''}
            aria-selected=${option.chosen || (!this.ticks && index === this.at) ? 'true' : 'false'}
            @click=${() => pick(index)}
          >
            ${option.picture ? html`<img src=${option.picture} alt="" />` : ''}
            ${option.emoji ? html`<span aria-hidden="true">${option.emoji}</span>` : ''}
            <div>${option.label}${option.description ? html`<small>${option.description}</small>` : ''}</div>
            ${this.ticks ? html`<span class="box ${option.chosen ? 'on' : ''}">${tick}</span>` : ''}
          </div>`,
      )}
      ${this.options.length === 0 ? html`<p>${this.empty}</p>` : ''}
    </div>`
  }
}
