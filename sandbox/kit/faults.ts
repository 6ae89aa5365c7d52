import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, html, json } from './answers.ts'
import type { Call } from './calls.ts'
import { createQueue, EVERY, type Match } from './queue.ts'

/** The ways in which a stand-in can be made to misbehave. Each lasts until `heal`, unless it counts. */
export type Faults = {
  /** Takes every call, or those that match, and never answers. */
  hang(match?: Match): void
  /** Lets every answer, or those to calls that match, wait that many milliseconds of real time. */
  slow(ms: number, match?: Match): void
  /** Gives the next `times` matching calls this answer; nothing happens behind it. A string body is sent as text. */
  answer(match: Match, status: number, body?: unknown, times?: number, headers?: Record<string, string>): void
  /** Answers everything with a web page, as a proxy's sign-in does. */
  html(): void
  /** Does what was asked, and breaks the connection in the middle of the answer, `times` times. */
  reset(times?: number): void
  /** Ends every fault above. */
  heal(): void
}

const PAGE = html(
  200,
  '<!doctype html>\n<html lang="en"><head><title>Sign in</title></head><body>Sign in to go on</body></html>\n',
)

const prepared = (status: number, body: unknown, headers: Record<string, string>): Answer => {
  if (body === undefined) return { status, headers }
  if (typeof body === 'string') return { status, body, type: 'text/plain; charset=utf-8', headers }
  return json(status, body, headers)
}

/** The faults of one stand-in, and how its server asks after them. */
export const createFaults = () => {
  const hangs = createQueue<true>()
  const delays = createQueue<number>()
  const answers = createQueue<Answer>()
  let page = false
  let resets = 0

  const driver: Faults = {
    hang: (match = EVERY) => hangs.add(match, true),
    slow: (ms, match = EVERY) => delays.add(match, ms),
    answer: (match, status, body, times, headers = {}) =>
      answers.add(match, prepared(status, body, headers), times),
    html: () => {
      page = true
    },
    reset: (times = Number.POSITIVE_INFINITY) => {
      resets = times
    },
    heal: () => {
      for (const queue of [hangs, delays, answers]) queue.clear()
      page = false
      resets = 0
    },
  }

  /** Waits as a fault demands and gives its answer, if one replaces the real one. */
  const before = async (call: Call): Promise<Answer | undefined> => {
    if (hangs.take(call)) await new Promise(() => undefined)
    const delay = delays.take(call) ?? 0
    if (delay > 0) await sleep(delay, undefined, { ref: false })
    return page ? PAGE : answers.take(call)
  }

  /** Whether the answer that is about to go out breaks off. */
  const breaks = (): boolean => resets > 0 && resets-- > 0

  return { driver, before, breaks }
}
