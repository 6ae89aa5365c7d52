import { html, LitElement } from 'lit'
import type { PlexName, Watchlist } from '../../protocol.ts'
import { askTitles, reasonOf, say, turn } from '../store.ts'
import { shared } from '../styles/shared.ts'
import { panelParts } from './panel-style.ts'

/** The watchlists of the Plex accounts, to add titles of the catalogue to and to take them off. */
export class SandboxWatchlists extends LitElement {
  static override properties = { lists: { attribute: false }, titles: { state: true } }
  declare lists: readonly Watchlist[]
  declare titles: readonly PlexName[]

  static override styles = [shared, panelParts]

  constructor() {
    super()
    this.titles = []
  }

  override connectedCallback(): void {
    super.connectedCallback()
    askTitles().then(
      (titles) => {
        this.titles = titles
      },
      (error) => say(reasonOf(error)),
    )
  }

  async #add(event: SubmitEvent, account: number): Promise<void> {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const typed = String(new FormData(form).get('title')).trim()
    if (typed === '') return
    form.reset()
    const known = this.titles.find(({ name }) => name.toLowerCase() === typed.toLowerCase())
    await turn({ do: 'watch', account, title: known?.key ?? typed })
  }

  #list({ account, name, titles }: Watchlist) {
    return html`<li>
      <b>${name}</b>
      ${titles.map(
        (title) =>
          html`<div class="line">
            <span>${title.name}</span>
            <button
              class="act"
              aria-label="Remove ${title.name} from the watchlist of ${name}"
              @click=${() => turn({ do: 'unwatch', account, title: title.key })}
            >
              Remove
            </button>
          </div>`,
      )}
      <form class="line" @submit=${(event: SubmitEvent) => this.#add(event, account)}>
        <input
          name="title"
          list="titles"
          autocomplete="off"
          placeholder="Film or show"
          aria-label="A title for the watchlist of ${name}"
        />
        <button class="act" aria-label="Add to the watchlist of ${name}">Add</button>
      </form>
    </li>`
  }

  override render() {
    return html`<ul>
        ${this.lists.map((list) => this.#list(list))}
      </ul>
      <datalist id="titles">${this.titles.map(({ name }) => html`<option value=${name}></option>`)}</datalist>`
  }
}
