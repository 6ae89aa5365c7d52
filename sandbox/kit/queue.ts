import type { Call } from './calls.ts'

/** Which calls are meant: text that `GET /3/search/movie?query=x` must contain, a pattern for it, or a look at the call. */
export type Match = string | RegExp | ((call: Call) => boolean)

/** What every call contains. */
export const EVERY = ''

const fits = (match: Match, call: Call): boolean => {
  if (typeof match === 'function') return match(call)
  const line = `${call.method} ${call.path}${call.search}`
  return typeof match === 'string' ? line.includes(match) : match.test(line)
}

/** Things that wait for calls, each for so many of them; of those that fit, the oldest is used up first. */
export const createQueue = <Thing>() => {
  let list: { match: Match; thing: Thing; left: number }[] = []
  return {
    add: (match: Match, thing: Thing, left = Number.POSITIVE_INFINITY): void => {
      list.push({ match, thing, left })
    },
    take: (call: Call): Thing | undefined => {
      const found = list.find(({ match }) => fits(match, call))
      if (!found) return undefined
      found.left -= 1
      if (found.left <= 0) list = list.filter((one) => one !== found)
      return found.thing
    },
    clear: (): void => {
      list = []
    },
  }
}
