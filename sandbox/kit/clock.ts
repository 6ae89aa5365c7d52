/** All that a stand-in asks of a clock; any clock of the program or of another stand-in will do. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
}

/** The wall's time. */
export const wallClock: Clock = { now: () => Date.now() }
