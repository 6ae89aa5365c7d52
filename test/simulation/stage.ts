import type { Bug } from './bugs.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { type Core, loadCore } from './load.ts'
import { type Scenario, scenarioOf } from './scenario.ts'
import { type Result, simulate } from './simulate.ts'

/** Plays scenarios with the program as it is, or with a bug in it, one after the other. */
export type Stage = Readonly<{ play(scenario: Scenario, withTrace?: boolean): Promise<Result> }>

let opened: Promise<Ledger> | undefined

/** Loads the program twice, for two of its processes share the code but no memory. */
export const openStage = async (bug?: Bug): Promise<Stage> => {
  const cores: Core[] = [await loadCore('a', bug), await loadCore('b', bug)]
  opened ??= loadCore('a').then(openLedger)
  const ledger = await opened
  return { play: (scenario, withTrace) => simulate(scenario, ledger, cores, withTrace) }
}

/** A seed that broke a rule. */
export type Broken = Readonly<{ seed: number; violations: readonly string[] }>

/** What some seeds came to. */
export type Found = Readonly<{ broken: readonly Broken[]; virtualMs: number }>

type Seeds = Readonly<{ from: number; count: number }>

/** Plays the seeds from `from` on, `count` of them. */
export const playSeeds = async ({ play }: Stage, { from, count }: Seeds): Promise<Found> => {
  const broken: Broken[] = []
  let virtualMs = 0
  for (let seed = from; seed < from + count; seed += 1) {
    const result = await play(scenarioOf(seed))
    virtualMs += result.virtualMs
    if (result.violations.length > 0) broken.push({ seed, violations: result.violations })
  }
  return { broken, virtualMs }
}

/** Plays seeds until one breaks a rule with the bug in the program, and none without it. */
export const huntBug = async (bugged: Stage, sound: Stage, { from, count }: Seeds): Promise<Found> => {
  for (let seed = from; seed < from + count; seed += 1) {
    const { violations } = await bugged.play(scenarioOf(seed))
    if (violations.length === 0) continue
    const without = await sound.play(scenarioOf(seed))
    if (without.violations.length === 0) return { broken: [{ seed, violations }], virtualMs: 0 }
  }
  return { broken: [], virtualMs: 0 }
}
