import { setTimeout as realSleep } from 'node:timers/promises'

/** A moment: milliseconds since 1970, UTC. The only form in which time is stored, compared and passed. */
export type Instant = number

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/**
 * The program's only source of time. At a rate above 1 (stand-ins and checks) every wait and window passes that
 * much faster; deadlines on the network keep real time, because the network does.
 */
export type Clock = {
  /** The present moment on this clock. */
  now(): Instant
  /** Waits `ms` of this clock's time; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** How many real milliseconds `ms` of this clock's time take, for timers that others keep (BullMQ, Redis). */
  real(ms: number): number
}

/** A clock that runs `rate` times faster than the wall's, starting from the wall's present. */
export const createClock = (rate = 1): Clock => {
  const start = Date.now()
  const real = (ms: number) => Math.ceil(ms / rate)
  return {
    now: () => (rate === 1 ? Date.now() : Math.round(start + (Date.now() - start) * rate)),
    sleep: async (ms, signal) => {
      await realSleep(real(ms), undefined, signal ? { signal } : {})
    },
    real,
  }
}

/** Milliseconds of real time since the process began: for measuring, never for deciding. */
export const stopwatch = (): (() => number) => {
  const start = performance.now()
  return () => performance.now() - start
}
