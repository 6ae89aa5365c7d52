import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, html, json } from './answers.ts'
import type { Call } from './calls.ts'

/** Which calls a prepared answer is for: text that `GET /3/search/movie?query=x` must contain, or a pattern. */
export type Match = string | RegExp

/** The ways in which a stand-in can be made to misbehave. Each lasts until `heal`, unless it counts. */
export type Faults = {
  /** Takes every call and never answers. */
  hang(): void
  /** Lets every answer wait that many milliseconds of real time. */
  slow(ms: number): void
  /** Gives the next `times` matching calls this answer; nothing happens behind it. A string body is sent as text. */
  answer(match: Match, status: number, body?: unknown, times?: number, headers?: Record<string, string>): void
  /** Answers everything with a web page, as a proxy's sign-in does. */
  html(): void
  /** Does what was asked, and breaks the connection in the middle of the answer, `times` times. */
  reset(times?: number): void
  /** Ends every fault above. */
  heal(): void
}

type Prepared = { match: Match; answer: Answer; left: number }

const PAGE = html(
  200,
  '<!doctype html>\n<html lang="en"><head><title>Sign in</title></head><body>Sign in to go on</body></html>\n',
)

const prepared = (status: number, body: unknown, headers: Record<string, string>): Answer => {
  if (body === undefined) return { status, headers }
  if (typeof body === 'string') return { status, body, type: 'text/plain; charset=utf-8', headers }
  return json(status, body, headers)
}

const line = ({ method, path, search }: Call) => `${method} ${path}${search}`

const fits =
  (call: Call) =>
  ({ match }: Prepared) =>
    typeof match === 'string' ? line(call).includes(match) : match.test(line(call))

/** The faults of one stand-in, and how its server asks after them. */
export const createFaults = () => {
  let hanging = false
  let delay = 0
  let page = false
  let resets = 0
  let list: Prepared[] = []

  const driver: Faults = {
    hang: () => {
      hanging = true
    },
    slow: (ms) => {
      delay = ms
    },
    answer: (match, status, body, times = Number.POSITIVE_INFINITY, headers = {}) => {
      list.push({ match, answer: prepared(status, body, headers), left: times })
    },
    html: () => {
      page = true
    },
    reset: (times = Number.POSITIVE_INFINITY) => {
      resets = times
    },
    heal: () => {
      hanging = page = false
      delay = resets = 0
      list = []
    },
  }

  /** Waits as a fault demands and gives its answer, if one replaces the real one. */
  const before = async (call: Call): Promise<Answer | undefined> => {
    if (hanging) await new Promise(() => undefined)
    if (delay > 0) await sleep(delay, undefined, { ref: false })
    if (page) return PAGE
    const found = list.find(fits(call))
    if (!found) return undefined
    found.left -= 1
    if (found.left <= 0) list = list.filter((one) => one !== found)
    return found.answer
  }

  /** Whether the answer that is about to go out breaks off. */
  const breaks = (): boolean => resets > 0 && resets-- > 0

  return { driver, before, breaks }
}
