import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { focused } from '../focused.ts'

/**
 * As in Discord, what is typed while nothing has the focus goes to the message: a button that was pressed may be gone
 * with the answer.
 */
export class TypeAnywhere implements ReactiveController {
  readonly #composer: () => HTMLElement | null

  constructor(host: ReactiveControllerHost, composer: () => HTMLElement | null) {
    this.#composer = composer
    host.addController(this)
  }

  readonly #type = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    const isLetter = key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
    if (isLetter && focused() === undefined) this.#composer()?.focus()
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#type)
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#type)
  }
}
