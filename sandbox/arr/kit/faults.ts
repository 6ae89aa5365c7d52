import type { Answer } from './answers.ts'
import type { Call } from './calls.ts'
import type { Clock } from './clock.ts'

/** Which calls a prepared answer is for: text that `GET /api/v3/movie?tmdbId=1` must contain, or a pattern. */
export type Match = string | RegExp

/** The ways in which a stand-in can be made to misbehave. Each lasts until `heal`, unless it counts. */
export type Faults = {
  /** Takes every call and never answers. */
  hang(): void
  /** Lets every answer wait on the wall's clock. */
  slow(ms: number): void
  /** Gives the next `times` matching calls this answer; nothing happens behind it. A string body is sent as text. */
  answer(match: Match, status: number, body?: unknown, times?: number): void
  /** Answers everything with a web page, as a proxy's sign-in does. */
  html(): void
  /** Does what was asked, and breaks the connection in the middle of the answer, `times` times. */
  reset(times?: number): void
  /** Ends every fault above. */
  heal(): void
}

type Prepared = { match: Match; answer: Answer; left: number }

const PAGE: Answer = {
  status: 200,
  text: '<!doctype html>\n<html lang="en"><head><title>Sign in</title></head><body>Sign in to go on</body></html>\n',
  type: 'text/html; charset=utf-8',
}

const prepared = (status: number, body: unknown): Answer =>
  typeof body === 'string'
    ? { status, text: body, type: 'text/plain; charset=utf-8' }
    : { status, json: body }

const line = ({ method, path, search }: Call) => `${method} ${path}${search}`

const fits =
  (call: Call) =>
  ({ match }: Prepared) =>
    typeof match === 'string' ? line(call).includes(match) : match.test(line(call))

/** The faults of one stand-in, and how its server asks after them. */
export const createFaults = (clock: Clock) => {
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
    answer: (match, status, body, times = Number.POSITIVE_INFINITY) => {
      list.push({ match, answer: prepared(status, body), left: times })
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
    if (delay > 0) await clock.network(delay)
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
