import type { Answer } from './check-answers.ts'
import type { Ledger } from './ledger.ts'
import type { Random } from './random.ts'
import type { Weather } from './scenario.ts'
import type { Timeline } from './timeline.ts'

/** What every part of a run shares. */
export type World = {
  readonly timeline: Timeline
  readonly random: Random
  readonly ledger: Ledger
  /** How much goes wrong; calm once everything heals. */
  weather: Weather
  /** Writes a line of what happened, when somebody wants to read it. */
  trace(...words: readonly string[]): void
  /** What was seen that must never be. */
  readonly violations: string[]
  /** What people were told is done. */
  readonly answers: Answer[]
}

/** Notes that a rule was broken: its name first, then what was seen. */
export const violate = (world: World, rule: string, seen: string): void => {
  world.violations.push(`${rule}: ${seen}`)
  world.trace('VIOLATION', rule, seen)
}
