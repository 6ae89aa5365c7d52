import { html, LitElement, nothing } from 'lit'
import { at, close, globe, hash, menu, moon, sun } from '../icons.ts'
import { change, state } from '../store.ts'
import { shared } from '../styles/shared.ts'
import { currentTheme, switchTheme } from '../theme.ts'
import { Watching } from '../watching.ts'
import { layout } from './layout.ts'
import { TypeAnywhere } from './type-anywhere.ts'

const WIDE = matchMedia('(min-width: 1100px)')
const TICK_MS = 15_000

/** The whole page: rooms at the left, the conversation in the middle, the world at the right. */
export class SandboxApp extends LitElement {
  static override properties = { showsRooms: { state: true }, showsWorld: { state: true } }
  declare showsRooms: boolean
  declare showsWorld: boolean
  #clock: number | undefined

  static override styles = [shared, layout]

  constructor() {
    super()
    new Watching(this)
    new TypeAnywhere(this, () => this.renderRoot.querySelector('sandbox-composer'))
    this.showsWorld = WIDE.matches
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // "In two minutes" becomes "in one minute" without anything happening.
    this.#clock = setInterval(() => change({}), TICK_MS)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#clock)
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    this.showsRooms = false
    if (!WIDE.matches) this.showsWorld = false
  }

  #header() {
    const room = state.screen?.rooms.find(({ id }) => id === state.screen?.room)
    const isDark = currentTheme() === 'dark'
    const theme = () => {
      switchTheme()
      this.requestUpdate()
    }
    return html`<header>
      <button
        class="icon only-narrow"
        aria-label="Channels"
        aria-expanded=${this.showsRooms ? 'true' : 'false'}
        @click=${() => {
          this.showsRooms = true
        }}
      >
        ${menu}
      </button>
      <span class="sign">${room?.kind === 'dm' ? at : hash}</span>
      <h2>${room?.name}</h2>
      <button class="icon" aria-label=${isDark ? 'Light theme' : 'Dark theme'} @click=${theme}>
        ${isDark ? sun : moon}
      </button>
      <button
        class="icon"
        aria-label="The world"
        aria-expanded=${this.showsWorld ? 'true' : 'false'}
        @click=${() => {
          this.showsWorld = !this.showsWorld
        }}
      >
        ${globe}
      </button>
    </header>`
  }

  #banner() {
    const { screen, isConnected } = state
    if (!isConnected)
      return html`<p class="banner" role="alert">The sandbox has ended. Start it again, then reload.</p>`
    const { program } = screen?.world ?? {}
    if (program === 'restarts') return html`<p class="banner" role="status">Usherr is restarting…</p>`
    if (program === 'ended')
      return html`<p class="banner" role="alert">Usherr has ended. Its last words are in the terminal.</p>`
    return nothing
  }

  override render() {
    const { screen, form, notice } = state
    if (!screen) return html`<p class="loading" role="status">One moment…</p>`
    const shut = () => {
      this.showsRooms = false
    }
    const shutAll = () => {
      this.showsRooms = false
      this.showsWorld = false
    }
    const isCovered = this.showsRooms || (this.showsWorld && !WIDE.matches)
    return html`<div class="page" @keydown=${this.#key}>
      <sandbox-rooms class=${this.showsRooms ? 'shown' : ''} .screen=${screen} @gone=${shut}>
        <sandbox-me .screen=${screen}></sandbox-me>
      </sandbox-rooms>
      ${isCovered ? html`<div class="shade only-narrow" @click=${shutAll}></div>` : nothing}
      <main>
        ${this.#header()}${this.#banner()}
        <sandbox-log .screen=${screen}></sandbox-log>
        <sandbox-composer .screen=${screen}></sandbox-composer>
      </main>
      ${
        this.showsWorld
          ? html`<sandbox-world .screen=${screen}>
              <button
                class="icon"
                slot="close"
                aria-label="Close the world"
                @click=${() => {
                  this.showsWorld = false
                }}
              >
                ${close}
              </button>
            </sandbox-world>`
          : nothing
      }
      ${form ? html`<sandbox-form .open=${form} .screen=${screen}></sandbox-form>` : nothing}
      ${notice ? html`<p class="notice" role="alert">${notice}</p>` : nothing}
    </div>`
  }
}
