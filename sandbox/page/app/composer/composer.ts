import { html, LitElement, nothing } from 'lit'
import type { Command, CommandOption, Screen } from '../../protocol.ts'
import { sendCommand } from '../deeds.ts'
import type { ListOption } from '../elements/option-list.ts'
import { close, send } from '../icons.ts'
import { avatarUrl } from '../picture.ts'
import { say } from '../store.ts'
import { shared } from '../styles/shared.ts'
import { createAsking } from './ask.ts'
import { bar } from './bar-style.ts'
import { commandRow, commandsLike, fixedOffers, isFixed, sentValue } from './offers.ts'

const typing = ({ bot, names }: Screen) =>
  html`<i aria-hidden="true"><b></b><b></b><b></b></i> <strong>${names.users[bot]}</strong> is typing…`

type Entered = { typed: string; picked: string | undefined }

/** Where commands are typed: first which, then its options, each with what is offered for it. */
export class SandboxComposer extends LitElement {
  static override properties = {
    screen: { attribute: false },
    text: { state: true },
    command: { state: true },
    entered: { state: true },
    shown: { state: true },
    active: { state: true },
    rows: { state: true },
    at: { state: true },
    lacking: { state: true },
  }
  declare screen: Screen
  declare text: string
  declare command: Command | undefined
  declare entered: Readonly<Record<string, Entered>>
  /** The options that have a field: the required ones, and those that were added. */
  declare shown: readonly string[]
  declare active: string | undefined
  /** What is offered; undefined when there is no list. */
  declare rows: readonly ListOption[] | undefined
  declare at: number
  declare lacking: string | undefined
  #seat = ''
  #isAsking = false
  readonly #asking = createAsking((rows) => {
    this.#isAsking = false
    this.rows = rows ?? []
    this.at = 0
    if (!rows) say('Usherr did not answer while you were typing')
  })

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  static override styles = [shared, bar]

  constructor() {
    super()
    this.#clear()
  }

  #clear(): void {
    this.#asking.forget()
    this.text = ''
    this.command = undefined
    this.entered = {}
    this.shown = []
    this.active = undefined
    this.rows = undefined
    this.at = 0
    this.lacking = undefined
  }

  override willUpdate(): void {
    const seat = `${this.screen.me} ${this.screen.room}`
    if (this.#seat !== '' && seat !== this.#seat) this.#clear()
    this.#seat = seat
  }

  #options(): readonly CommandOption[] {
    return this.command?.options ?? []
  }

  #typeCommand(text: string): void {
    this.text = text
    this.at = 0
    const isSlash = text.startsWith('/')
    const exact = isSlash && text.endsWith(' ') ? text.slice(1, -1) : undefined
    const command = this.screen.commands.find(({ name }) => name === exact)
    if (command) return void this.#begin(command)
    this.rows = isSlash ? commandsLike(this.screen.commands, text).map(commandRow) : undefined
  }

  async #begin(command: Command): Promise<void> {
    this.#clear()
    this.command = command
    const required = command.options.filter((option) => option.required).map(({ name }) => name)
    this.shown = required
    await this.#focus(required[0])
  }

  /** Moves to an option's field, or to the end of the command when there is none. */
  async #focus(name: string | undefined): Promise<void> {
    if (name !== undefined && !this.shown.includes(name)) this.shown = [...this.shown, name]
    await this.updateComplete
    const field = name === undefined ? '.end' : `[data-option="${CSS.escape(name)}"]`
    this.renderRoot.querySelector<HTMLElement>(field)?.focus()
  }

  #enter(option: CommandOption, typed: string): void {
    this.entered = { ...this.entered, [option.name]: { typed, picked: undefined } }
    this.lacking = undefined
    this.#offer(option)
  }

  #offer(option: CommandOption): void {
    const { command } = this
    this.active = option.name
    this.at = 0
    this.rows = undefined
    this.#asking.forget()
    const { typed = '', picked } = this.entered[option.name] ?? {}
    if (!command || picked !== undefined) return
    if (isFixed(command, option)) this.rows = fixedOffers(command, option, typed)
    if (!option.autocomplete) return
    this.#isAsking = true
    this.rows = []
    const given = Object.fromEntries(this.#given().filter(([name]) => name !== option.name))
    this.#asking.ask({ do: 'type', name: command.name, option: option.name, text: typed, given })
  }

  #given(): [string, string | number | boolean][] {
    return this.#options().flatMap((option): [string, string | number | boolean][] => {
      const entered = this.entered[option.name]
      return entered && entered.typed !== '' ? [[option.name, sentValue(option, entered)]] : []
    })
  }

  #pick(index: number): void {
    const row = this.rows?.[index]
    if (!row) return
    if (!this.command) {
      const command = this.screen.commands.find(({ name }) => name === row.value)
      if (command) void this.#begin(command)
      return
    }
    if (this.active === undefined) return
    this.entered = { ...this.entered, [this.active]: { typed: row.label, picked: row.value } }
    this.rows = undefined
    const next = this.shown.find((name) => (this.entered[name]?.typed ?? '') === '')
    void this.#focus(next ?? this.active)
  }

  #send(): void {
    const { command } = this
    if (!command) {
      if (this.text.trim() !== '') say('Only commands are understood here: type / to see them')
      return
    }
    const lacking = this.#options().find(
      ({ name, required }) => required && (this.entered[name]?.typed ?? '') === '',
    )
    if (lacking) {
      this.lacking = lacking.name
      void this.#focus(lacking.name)
      return
    }
    const given = Object.fromEntries(this.#given())
    this.#clear()
    void sendCommand(command.name, given)
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus())
  }

  #key(event: KeyboardEvent): void {
    const { key } = event
    const count = this.rows?.length ?? 0
    const input = event.target as HTMLInputElement
    if (key === 'ArrowDown' && count > 0) this.at = (this.at + 1) % count
    else if (key === 'ArrowUp' && count > 0) this.at = (this.at - 1 + count) % count
    else if ((key === 'Enter' || (key === 'Tab' && !event.shiftKey)) && count > 0) this.#pick(this.at)
    else if (key === 'Enter' && !event.isComposing) this.#send()
    else if (key === 'Escape' && this.rows !== undefined) this.rows = undefined
    else if (key === 'Escape' && this.command) void this.#drop()
    else if (key === 'Backspace' && this.command && input.value === '') void this.#takeBack()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  async #drop(): Promise<void> {
    this.#clear()
    await this.updateComplete
    this.renderRoot.querySelector('input')?.focus()
  }

  /** Removes the last empty field, or the command itself when none was added. */
  async #takeBack(): Promise<void> {
    const optional = this.shown.findLast(
      (name) => this.#options().find((option) => option.name === name)?.required === false,
    )
    if (optional === undefined || this.entered[optional]?.typed) return this.#drop()
    this.shown = this.shown.filter((name) => name !== optional)
    await this.#focus(this.shown.at(-1))
  }

  #field(option: CommandOption) {
    const { name } = option
    const typed = this.entered[name]?.typed ?? ''
    return html`<label class="field ${this.lacking === name ? 'lacking' : ''}"
      ><span>${name}</span
      ><input
        data-option=${name}
        role="combobox"
        autocomplete="off"
        aria-label=${name}
        aria-expanded=${this.active === name && this.rows ? 'true' : 'false'}
        style="width: ${Math.min(42, Math.max(6, typed.length + 2))}ch"
        .value=${typed}
        @focus=${() => this.#offer(option)}
        @input=${(event: Event) => this.#enter(option, (event.target as HTMLInputElement).value)}
    /></label>`
  }

  #list() {
    if (!this.rows) return nothing
    const option = this.#options().find(({ name }) => name === this.active)
    const typed = option ? (this.entered[option.name]?.typed ?? '') : this.text
    const none = typed === '' ? 'Type to see what there is' : 'Nothing fits what you typed'
    const empty = this.#isAsking && option?.autocomplete ? 'Loading…' : none
    return html`<div class="list">
      ${option ? html`<div class="about"><b>${option.name}</b> ${option.description}</div>` : nothing}
      <sandbox-options
        .options=${this.rows}
        .at=${this.at}
        .name=${option ? option.name : 'Commands'}
        .empty=${empty}
        @pick=${(event: CustomEvent<number>) => this.#pick(event.detail)}
      ></sandbox-options>
    </div>`
  }

  #filling({ name, description }: Command) {
    const left = this.#options().filter((option) => !this.shown.includes(option.name))
    const fields = this.#options().filter((option) => this.shown.includes(option.name))
    const trouble = this.lacking === undefined ? description : `${this.lacking} is required`
    return html`<div class="about command ${this.lacking ? 'trouble' : ''}">
        <img src=${avatarUrl(this.screen.bot)} alt="" /><b>/${name}</b><span>${trouble}</span>
        <button class="round" aria-label="Cancel the command" @click=${this.#drop}>${close}</button>
      </div>
      <div class="line">
        <span class="name">/${name}</span>
        ${fields.map((option) => this.#field(option))}
        ${left.map(
          (option) =>
            html`<button class="more" title=${option.description} @click=${() => this.#focus(option.name)}>
              +${option.name}
            </button>`,
        )}
        ${fields.length === 0 ? html`<input class="end" aria-label="/${name}, Enter sends" readonly />` : nothing}
        <span class="gap"></span>
        <button class="round" aria-label="Send" @click=${this.#send}>${send}</button>
      </div>`
  }

  override render() {
    const room = this.screen.rooms.find(({ id }) => id === this.screen.room)
    const where = room?.kind === 'dm' ? `@${room.name}` : `#${room?.name}`
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node) || !this.renderRoot.contains(relatedTarget)) this.rows = undefined
    }
    return html`<div class="bar" @keydown=${this.#key} @focusout=${leave}>
      ${this.#list()}
      <p class="typing" role="status">${this.screen.typing ? typing(this.screen) : nothing}</p>
      ${
        this.command
          ? this.#filling(this.command)
          : html`<div class="line">
              <input
                class="text"
                role="combobox"
                autocomplete="off"
                aria-label="Message ${where}"
                aria-expanded=${this.rows ? 'true' : 'false'}
                placeholder="Message ${where} (type / for commands)"
                .value=${this.text}
                @input=${(event: Event) => this.#typeCommand((event.target as HTMLInputElement).value)}
              />
            </div>`
      }
    </div>`
  }
}
