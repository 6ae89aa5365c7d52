import { html, LitElement, nothing } from 'lit'
import type { Screen, Title, Turn } from '../../protocol.ts'
import { turn } from '../store.ts'
import { shared } from '../styles/shared.ts'
import { panel, panelParts } from './panel-style.ts'

const STATES = { wanted: 'Looked for', downloading: 'Downloading', there: 'There' } as const
const HOUR = 3_600_000

/** What happens outside of Discord, and buttons that make it happen. */
export class SandboxWorld extends LitElement {
  static override properties = { screen: { attribute: false }, busy: { state: true } }
  declare screen: Screen
  declare busy: string

  static override styles = [shared, panel, panelParts]

  async #turn(what: Turn): Promise<void> {
    this.busy = what.do
    await turn(what)
    this.busy = ''
  }

  #switch(label: string, on: boolean, what: Turn, words: readonly [string, string]) {
    return html`<button
      class="switch"
      role="switch"
      aria-checked=${on ? 'true' : 'false'}
      aria-label=${label}
      @click=${() => this.#turn(what)}
    >
      <span>${label}<small>${on ? words[0] : words[1]}</small></span><i></i>
    </button>`
  }

  #title(title: Title) {
    const { service, id, name, state, percent } = title
    const act = (what: 'find' | 'finish' | 'fail', label: string) =>
      html`<button class="act" aria-label="${label}: ${name}" @click=${() => this.#turn({ do: what, service, id })}>
        ${label}
      </button>`
    return html`<li>
      <b>${name}</b>
      <small>${service === 'radarr' ? 'Radarr' : 'Sonarr'} · ${STATES[state]}${state === 'downloading' ? ` ${percent} %` : ''}</small>
      ${
        state === 'downloading'
          ? html`<input
              type="range"
              min="0"
              max="100"
              .value=${String(percent)}
              aria-label="Progress of ${name}"
              @change=${(event: Event) =>
                this.#turn({
                  do: 'progress',
                  service,
                  id,
                  percent: Number((event.target as HTMLInputElement).value),
                })}
            />`
          : nothing
      }
      ${
        state === 'there'
          ? nothing
          : html`<div class="acts">
              ${state === 'wanted' ? act('find', 'Find a release') : act('fail', 'Fail')}${act('finish', 'Finish download')}
            </div>`
      }
    </li>`
  }

  #firstSteps() {
    const { firstSteps } = this.screen.world
    if (firstSteps === 'done') return nothing
    const isPlaying = firstSteps === 'played'
    return html`<section>
      <h3>Begin</h3>
      <p>Be Olga and type /setup, as the owner of a new server does. Or let it be done:</p>
      <button class="act main" ?disabled=${isPlaying} @click=${() => this.#turn({ do: 'first-steps' })}>
        ${isPlaying ? 'Playing…' : 'Play the first steps'}
      </button>
    </section>`
  }

  #time() {
    const { ahead, program } = this.screen.world
    const hours = Math.round(ahead / HOUR)
    return html`<section>
      <h3>Time</h3>
      <p>
        ${hours === 0 ? 'It is now.' : `It is ${hours} ${hours === 1 ? 'hour' : 'hours'} later.`} A running program's
        clock cannot be moved, so Usherr restarts in the new time.
      </p>
      <button
        class="act"
        ?disabled=${program === 'restarts' || this.busy === 'jump'}
        @click=${() => this.#turn({ do: 'jump', hours: 1 })}
      >
        Jump an hour
      </button>
    </section>`
  }

  override render() {
    const { world, members } = this.screen
    return html`<div class="head"><h2>The world</h2><slot name="close"></slot></div>
      <div class="body">
        ${this.#firstSteps()}
        <section>
          <h3>Downloads</h3>
          ${
            world.titles.length === 0
              ? html`<p>Nothing was asked of Radarr or Sonarr yet.</p>`
              : html`<ul>
                  ${world.titles.map((title) => this.#title(title))}
                </ul>`
          }
        </section>
        <section>
          <h3>Services</h3>
          ${world.services.map(({ name, works }) =>
            this.#switch(name, works, { do: 'service', name, works: !works }, [
              'Answers',
              'Refuses connections',
            ]),
          )}
          ${this.#switch('Redis', world.redis, { do: 'redis', there: !world.redis }, ['There', 'Taken away'])}
        </section>
        ${this.#time()}
        <section>
          <h3>Plex watchlists</h3>
          <sandbox-watchlists .lists=${world.watchlists}></sandbox-watchlists>
        </section>
        <section>
          <h3>Direct messages</h3>
          ${members.map(({ id, name, takesDms }) =>
            this.#switch(name, takesDms, { do: 'dms', person: id, open: !takesDms }, ['Open', 'Closed']),
          )}
        </section>
      </div>`
  }
}
