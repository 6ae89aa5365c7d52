/** The stand-in's time: real, and as far ahead of it as was asked for, so that nothing has to wait for an hour. */
export type WorldClock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Lets this many milliseconds pass at once: messages, tokens and windows grow older. */
  pass(ms: number): void
}

export const createWorldClock = (): WorldClock => {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    pass: (ms) => {
      ahead += ms
    },
  }
}
