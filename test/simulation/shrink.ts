import { CALM, type Scenario } from './scenario.ts'

/** Smaller scenarios, one change each: a step less, or one thing fewer that may go wrong. */
const smaller = (scenario: Scenario): Scenario[] => {
  const { steps, weather } = scenario
  const calmer = (Object.keys(CALM) as (keyof typeof CALM)[])
    .filter((what) => weather[what] > 0)
    .map((what) => ({ ...scenario, weather: { ...weather, [what]: 0 } }))
  return [
    ...steps.map((_, gone) => ({ ...scenario, steps: steps.filter((__, index) => index !== gone) })),
    ...calmer,
    ...(scenario.processes === 2 ? [{ ...scenario, processes: 1 as const }] : []),
    ...(scenario.closed.length > 0 ? [{ ...scenario, closed: [] }] : []),
    ...(scenario.skews.radarr === 0 && scenario.skews.sonarr === 0
      ? []
      : [{ ...scenario, skews: { radarr: 0, sonarr: 0 } }]),
    ...(scenario.isOddlyDated ? [{ ...scenario, isOddlyDated: false }] : []),
    ...(scenario.trusted ? [{ ...scenario, trusted: false }] : []),
    ...(scenario.film === 'absent' ? [] : [{ ...scenario, film: 'absent' as const }]),
    ...(scenario.show === 'absent' ? [] : [{ ...scenario, show: 'absent' as const }]),
  ]
}

/** Takes away whatever can be taken away while `fails` still says yes. */
export const shrink = async (
  scenario: Scenario,
  fails: (smaller: Scenario) => Promise<boolean>,
): Promise<Scenario> => {
  for (const candidate of smaller(scenario)) {
    if (await fails(candidate)) return shrink(candidate, fails)
  }
  return scenario
}
