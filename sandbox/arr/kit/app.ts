import { createFaults, type Faults } from '../../kit/faults.ts'
import type { Clock } from './clock.ts'
import type { State } from './state.ts'

/** What every part of a stand-in works with. */
export type App<S extends State = State> = {
  readonly state: S
  readonly clock: Clock
  readonly faults: Faults
  /** While true, events go nowhere and count for nothing. */
  dropsHooks: boolean
  /** Waits in the stand-in's world; whoever waits when it closes never wakes. */
  sleep(ms: number): Promise<void>
  /** Work that goes on behind an answer. */
  background(work: () => Promise<void>): void
}

/** One stand-in before it has routes. */
export const createApp = <S extends State>(state: S, clock: Clock) => {
  const { driver, before, breaks } = createFaults()
  let closed = false

  const app: App<S> = {
    state,
    clock,
    faults: driver,
    dropsHooks: false,
    sleep: async (ms) => {
      await clock.sleep(ms)
      if (closed) await new Promise(() => undefined)
    },
    background: (work) => {
      work().catch((error) => {
        if (!closed) throw error
      })
    },
  }

  const close = () => {
    closed = true
  }
  return { app, before, breaks, close }
}
