import { css, html, LitElement } from 'lit'
import { down } from '../icons.ts'
import { shared } from '../styles/shared.ts'
import type { ListOption } from './option-list.ts'

/**
 * A select of a message or a form. One choice is told at once by `chosen`; where several may be chosen, when the list
 * is closed. It shows what was chosen until the message is another.
 */
export class SandboxSelect extends LitElement {
  static override properties = {
    options: { attribute: false },
    name: {},
    placeholder: {},
    least: { type: Number },
    most: { type: Number },
    disabled: { type: Boolean },
    waiting: { type: Boolean },
    values: { state: true },
    isOpen: { state: true },
    filter: { state: true },
    at: { state: true },
  }
  /** To focus the select is to focus its field. */
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  declare options: readonly ListOption[]
  declare name: string
  declare placeholder: string
  declare least: number
  declare most: number
  declare disabled: boolean
  declare waiting: boolean
  declare values: readonly string[]
  declare isOpen: boolean
  declare filter: string
  declare at: number

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
        width: 100%;
        max-width: 440px;
      }
      .box {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 44px;
        padding: 4px 10px 4px 12px;
        background: var(--field);
        border: 1px solid var(--line);
        border-radius: 8px;
        color: var(--text);
        text-align: start;
      }
      .box.disabled {
        opacity: 0.5;
      }
      .box:focus-within {
        border-color: var(--focus);
      }
      .shown {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .several > span {
        background: var(--chosen);
        border-radius: 4px;
        padding: 1px 6px;
      }
      input {
        flex: 1;
        min-width: 20px;
        width: 100%;
        padding: 0;
        border: 0;
        outline: 0 !important;
        background: none;
        text-overflow: ellipsis;
      }
      input::placeholder {
        color: var(--muted);
        opacity: 1;
      }
      .box > svg {
        flex: none;
        color: var(--muted);
      }
      sandbox-options {
        position: absolute;
        z-index: 5;
        inset: calc(100% + 4px) 0 auto;
      }
    `,
  ]

  constructor() {
    super()
    this.options = []
    this.values = []
    this.filter = ''
    this.at = 0
    this.least = 1
    this.most = 1
  }

  override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('options') as readonly ListOption[] | undefined
    if (!changed.has('options') || JSON.stringify(before) === JSON.stringify(this.options)) return
    this.values = this.options.filter(({ chosen }) => chosen).map(({ value }) => value)
  }

  #fitting(): readonly ListOption[] {
    const wanted = this.filter.toLowerCase()
    return this.options.filter(({ label }) => label.toLowerCase().includes(wanted))
  }

  #open(): void {
    if (this.disabled || this.waiting || this.isOpen) return
    this.isOpen = true
    this.at = Math.max(
      0,
      this.options.findIndex(({ value }) => this.values.includes(value)),
    )
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('sandbox-options')?.scrollIntoView({ block: 'nearest' }),
    )
  }

  #close(tell: boolean): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.filter = ''
    const before = this.options.filter(({ chosen }) => chosen).map(({ value }) => value)
    const isOther = before.length !== this.values.length || before.some((one) => !this.values.includes(one))
    if (tell && isOther && this.values.length >= this.least) this.#tell()
  }

  #tell(): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail: this.values, bubbles: true, composed: true }))
  }

  #pick(index: number): void {
    const value = this.#fitting()[index]?.value
    if (value === undefined) return
    if (this.most > 1) {
      const has = this.values.includes(value)
      if (has) this.values = this.values.filter((one) => one !== value)
      else if (this.values.length < this.most) this.values = [...this.values, value]
      this.filter = ''
      return
    }
    this.values = this.values.includes(value) && this.least === 0 ? [] : [value]
    this.isOpen = false
    this.filter = ''
    this.#tell()
  }

  #key(event: KeyboardEvent): void {
    const count = this.#fitting().length
    const { key } = event
    if (key === 'Escape' && this.isOpen) this.#close(this.most > 1)
    else if (key === 'ArrowDown' && this.isOpen) this.at = (this.at + 1) % Math.max(1, count)
    else if (key === 'ArrowUp' && this.isOpen) this.at = (this.at - 1 + count) % Math.max(1, count)
    else if (['Enter', 'ArrowDown', 'ArrowUp'].includes(key) && !this.isOpen) this.#open()
    else if (key === 'Enter') this.#pick(this.at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  override render() {
    const chosen = this.options.filter(({ value }) => this.values.includes(value))
    const type = (event: Event) => {
      this.filter = (event.target as HTMLInputElement).value
      this.at = 0
      this.#open()
    }
    const isSingle = this.most === 1
    const label = chosen.map((one) => one.label).join(', ')
    return html`<div
        class="box ${this.disabled ? 'disabled' : ''}"
        @click=${() => {
          this.renderRoot.querySelector('input')?.focus()
          this.#open()
        }}
      >
        ${
          chosen.length > 0 && !isSingle
            ? html`<span class="shown several">${chosen.map((one) => html`<span>${one.label}</span>`)}</span>`
            : ''
        }
        ${isSingle && chosen[0]?.emoji && !this.isOpen ? html`<span aria-hidden="true">${chosen[0].emoji}</span>` : ''}
        <input
          role="combobox"
          autocomplete="off"
          aria-label=${this.name || this.placeholder}
          aria-expanded=${this.isOpen ? 'true' : 'false'}
          aria-busy=${this.waiting ? 'true' : 'false'}
          ?disabled=${this.disabled}
          placeholder=${chosen.length > 0 && !isSingle ? '' : label || this.placeholder}
          .value=${this.isOpen || !isSingle ? this.filter : label}
          @input=${type}
          @keydown=${this.#key}
          @blur=${() => this.#close(this.most > 1)}
        />
        ${down}
      </div>
      ${
        this.isOpen
          ? html`<sandbox-options
              .options=${this.#fitting().map((one) => ({ ...one, chosen: this.values.includes(one.value) }))}
              .at=${this.at}
              .name=${this.name || this.placeholder}
              .ticks=${!isSingle}
              empty="Nothing fits"
              @pick=${(event: CustomEvent<number>) => this.#pick(event.detail)}
            ></sandbox-options>`
          : ''
      }`
  }
}
