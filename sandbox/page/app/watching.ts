import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { watch } from './store.ts'

/** Draws its element again after every change of the page's state. */
export class Watching implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #stop: (() => void) | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#stop = watch(() => this.#host.requestUpdate())
  }

  hostDisconnected(): void {
    this.#stop?.()
  }
}
