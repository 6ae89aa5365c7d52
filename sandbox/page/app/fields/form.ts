import { ComponentType } from 'discord-api-types/v10'
import { html, LitElement, nothing } from 'lit'
import type { Entry, FormPart, Screen } from '../../protocol.ts'
import { submitForm } from '../deeds.ts'
import { focused } from '../focused.ts'
import { close } from '../icons.ts'
import { markdown } from '../markdown/render.ts'
import { readerOf } from '../message/reading.ts'
import { avatarUrl } from '../picture.ts'
import { change, type OpenForm } from '../store.ts'
import { prose, shared } from '../styles/shared.ts'
import { field } from './field.ts'
import { formStyle } from './form-style.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A form over the page. The browser's own dialog keeps the focus in it, and closes it on Escape. */
export class SandboxForm extends LitElement {
  static override properties = {
    open: { attribute: false },
    screen: { attribute: false },
    entries: { state: true },
  }
  declare open: OpenForm
  declare screen: Screen
  declare entries: Readonly<Record<string, Entry>>
  #key = ''
  #opener: HTMLElement | undefined

  static override styles = [shared, prose, formStyle]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#opener = focused()
  }

  /** Who works with the keyboard goes on where the form was opened. */
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#opener?.focus()
  }

  override willUpdate(): void {
    if (this.open.form.key !== this.#key) this.entries = {}
    this.#key = this.open.form.key
  }

  override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog?.isConnected && !dialog.open) {
      dialog.showModal()
      void this.#enterFirst()
    }
  }

  async #enterFirst(): Promise<void> {
    const first = this.renderRoot.querySelector<HTMLElement>('.field input, .field textarea, sandbox-select')
    // A select has no field to focus before it has drawn itself.
    if (first instanceof LitElement) await first.updateComplete
    first?.focus()
  }

  #submit(event: Event): void {
    event.preventDefault()
    if (!this.open.isSending) void submitForm(this.entries)
  }

  #part(part: FormPart) {
    if (part.type === ComponentType.TextDisplay) {
      return markdown(text(part.content), readerOf(this.screen))
    }
    const inner = part.component ?? part.components?.[0]
    if (!inner) return nothing
    const label = text(part.label) || text(inner.label)
    const description = text(part.description)
    const filling = {
      fills: this.open.form.fills,
      entries: this.entries,
      enter: (id: string, entry: Entry) => {
        this.entries = { ...this.entries, [id]: entry }
      },
    }
    const isRequired = inner.required !== false && inner.type !== ComponentType.Checkbox
    return html`<div class="field" role="group" aria-label=${label}>
      <div class="label">${label}${isRequired ? html`<i aria-hidden="true">*</i>` : nothing}</div>
      ${description ? html`<div class="description">${description}</div>` : nothing}
      ${field(inner, label, filling)}
    </div>`
  }

  override render() {
    const { form, trouble, isSending } = this.open
    const shut = () => change({ form: undefined })
    return html`<dialog aria-labelledby="title" @close=${shut}>
      <form @submit=${this.#submit} novalidate>
        <header>
          <img src=${avatarUrl(this.screen.bot)} alt="" />
          <h2 id="title">${form.title}</h2>
          <button type="button" class="icon" aria-label="Close" @click=${shut}>${close}</button>
        </header>
        <div class="body">
          ${form.components.map((part) => this.#part(part))}
          ${trouble ? html`<p class="trouble" role="alert">${trouble}</p>` : nothing}
        </div>
        <footer>
          <button type="button" class="cancel" @click=${shut}>Cancel</button>
          <button type="submit" class="submit" aria-busy=${isSending ? 'true' : 'false'}>
            ${isSending ? 'Sending…' : 'Submit'}
          </button>
        </footer>
      </form>
    </dialog>`
  }
}
