/** What to do to a request: a status, no answer ever, a cut connection, or a cut after it was carried out. */
export type Fault = number | 'hang' | 'reset' | 'lost'

/** Tried against `METHOD /path`: part of it, or a pattern. */
export type Match = string | RegExp

type Planned = { match: Match; fault: Fault; left: number }
type Delay = { match: Match; ms: number }

const fits = (match: Match, call: string): boolean =>
  typeof match === 'string' ? call.includes(match) : match.test(call)

/** Troubles that somebody ordered. */
export const createFaults = () => {
  const planned: Planned[] = []
  const delays: Delay[] = []
  return {
    /**
     * The next `times` matching requests fail: with an HTTP status, by never being answered (`hang`), by a cut
     * connection before they had an effect (`reset`), or after it (`lost`).
     */
    failNext: (match: Match, fault: Fault, times = 1): void => {
      planned.push({ match, fault, left: times })
    },
    /** Matching requests take this much longer, until the returned function is called. */
    delay: (match: Match, ms: number): (() => void) => {
      const delay = { match, ms }
      delays.push(delay)
      return () => void delays.splice(delays.indexOf(delay), 1)
    },
    takeFault: (call: string): Fault | undefined => {
      const found = planned.find(({ match, left }) => left > 0 && fits(match, call))
      if (found) found.left -= 1
      return found?.fault
    },
    delayOf: (call: string): number =>
      delays.filter(({ match }) => fits(match, call)).reduce((all, { ms }) => all + ms, 0),
  }
}

export type Faults = ReturnType<typeof createFaults>
