import type { Place } from '../../src/domain/home/channel.ts'
import type { Wish } from '../../src/domain/seasons/wish.ts'
import { type Random, seeded } from './random.ts'

/** How likely things go wrong, each from 0 to 1: at each call, import, handing over, webhook or look into the database. */
export type Weather = Readonly<{
  services: number
  /** How likely a call, or its answer, is long on its way. */
  slow: number
  arrs: number
  redis: number
  hooks: number
  /** How likely the program waits before it gets the database. */
  pause: number
}>

export const CALM: Weather = { services: 0, slow: 0, arrs: 0, redis: 0, hooks: 0, pause: 0 }

/** A show as it was made: for each season the instants at which its episodes are aired. */
export type ShowPlan = Readonly<{
  tvdbId: number
  seasons: readonly Readonly<{ number: number; episodes: readonly number[] }>[]
}>

export type Title = 'film' | 'show'

/** What somebody or something does at a moment. `nth` chooses among the requests that there are then. */
export type Step = Readonly<{ at: number }> &
  (
    | Readonly<{ what: 'ask'; who: string; title: Title; wish?: Wish }>
    | Readonly<{ what: 'join' | 'withdraw' | 'search again'; who: string; nth: number }>
    | Readonly<{ what: 'approve' | 'deny'; who: string; nth: number }>
    | Readonly<{ what: 'approve with changes'; who: string; nth: number; wish?: Wish }>
    | Readonly<{ what: 'outage'; service: 'radarr' | 'sonarr' | 'discord' | 'redis'; ms: number }>
    /** After so many calls more, one still acts, but nobody hears of it, and the service is away from then on. */
    | Readonly<{ what: 'break a call'; service: 'radarr' | 'sonarr' | 'discord'; after: number; ms: number }>
    | Readonly<{ what: 'empty redis' }>
    /** The process dies after so many more of its calls and looks into the database, before it hears of the last. */
    | Readonly<{ what: 'kill'; process: number; after: number; awayMs: number }>
    | Readonly<{ what: 'set the clock'; by: number }>
    | Readonly<{ what: 'delete a card'; nth: number }>
    | Readonly<{ what: 'lose a channel'; place: Place; ms: number }>
    | Readonly<{ what: 'delete an episode'; nth: number }>
    | Readonly<{ what: 'delete the film' | 'delete the file' | 'upgrade the film' | 'announce a season' }>
  )

export type Scenario = Readonly<{
  seed: number
  /** How many processes are on the database; one alone takes over what was in hand when it starts. */
  processes: 1 | 2
  weather: Weather
  trusted: boolean
  /** Who takes no direct messages. */
  closed: readonly string[]
  film: 'absent' | 'unmonitored' | 'known' | 'here'
  show: 'absent' | 'partly' | 'known' | 'here'
  plan: ShowPlan
  /** How far the clocks of Radarr and Sonarr are ahead of the program's, in milliseconds. */
  skews: Readonly<{ radarr: number; sonarr: number }>
  /** Whether the histories hold an event that bears tomorrow's date. */
  isOddlyDated: boolean
  steps: readonly Step[]
}>

export const MEMBERS = ['anna', 'ben', 'cleo'] as const
export const APPROVERS = ['dora', 'emil'] as const

/** When every run begins: a moment like any other. */
export const START = 1_700_000_000_000
/** How long people and trouble are about before everything heals. */
export const BUSY_MS = 240_000

const DAY = 86_400_000

const planOf = (random: Random): ShowPlan => ({
  tvdbId: 7,
  seasons: Array.from({ length: random.between(1, 3) }, (_, index) => ({
    number: index + 1,
    episodes: Array.from({ length: random.between(1, 3) }, () =>
      random.chance(0.85) ? START - 30 * DAY : START + random.pick([60_000, 200_000, 30 * DAY]),
    ),
  })),
})

const wishOf = (random: Random, { seasons }: ShowPlan): Wish => {
  const whole = seasons.map(({ number }) => number).filter(() => random.chance(0.5))
  const single = random.pick(seasons)
  return {
    seasons: whole,
    episodes:
      whole.includes(single.number) || (whole.length > 0 && random.chance(0.6))
        ? []
        : [{ season: single.number, episode: random.between(1, single.episodes.length) }],
    future: random.chance(0.15),
  }
}

const level = (random: Random, ...levels: readonly number[]): number => random.pick(levels)

const weatherOf = (random: Random, isOddlyDated: boolean): Weather => ({
  services: level(random, 0, 0, 0.05, 0.15),
  slow: level(random, 0, 0, 0.1, 0.5),
  arrs: level(random, 0, 0, 0.3),
  redis: level(random, 0, 0, 0.1, 0.3),
  hooks: isOddlyDated ? level(random, 0.3, 0.9, 1) : level(random, 0, 0.3, 0.9),
  pause: level(random, 0, 0.02, 0.1, 0.4),
})

const askingSteps = (random: Random, titles: readonly Title[], plan: ShowPlan): Step[] =>
  Array.from({ length: random.between(1, 3) }, (_, index) => {
    const title = index < titles.length ? (titles[index] ?? 'film') : random.pick(titles)
    const wish = title === 'show' ? { wish: wishOf(random, plan) } : {}
    const ask = {
      at: random.between(0, 60_000),
      what: 'ask' as const,
      who: random.pick(MEMBERS),
      title,
      ...wish,
    }
    // Pressed twice, by the same or by another at the same moment.
    return random.chance(0.25)
      ? [ask, { ...ask, who: random.chance(0.5) ? ask.who : random.pick(MEMBERS) }]
      : [ask]
  }).flat()

const peopleSteps = (random: Random, plan: ShowPlan, askers: readonly string[]): Step[] => {
  const steps: Step[] = []
  const later = (): number => random.between(10_000, BUSY_MS)
  for (let count = random.between(0, 2); count > 0; count -= 1)
    steps.push({ at: later(), what: 'join', who: random.pick(MEMBERS), nth: random.between(0, 3) })
  // Somebody joins just when others do, or when it is decided.
  if (random.chance(0.4)) {
    const [at, nth] = [random.between(5_000, 120_000), random.between(0, 3)]
    const soon = (): number => at + random.pick([0, 30, 60, 90, 1_500])
    for (const who of MEMBERS) if (random.chance(0.6)) steps.push({ at: soon(), what: 'join', who, nth })
    const what = random.pick(['approve', 'deny', 'deny'] as const)
    if (random.chance(0.6)) steps.push({ at: soon(), what, who: random.pick(APPROVERS), nth })
  }
  if (random.chance(0.2))
    steps.push({
      at: random.between(0, 150_000),
      what: 'withdraw',
      who: random.pick(askers),
      nth: random.between(0, 3),
    })
  if (random.chance(0.15))
    steps.push({ at: later(), what: 'search again', who: random.pick(MEMBERS), nth: random.between(0, 3) })
  for (let count = random.between(0, 3); count > 0; count -= 1) {
    const at = random.between(5_000, 120_000)
    const verdict = { at, nth: random.between(0, 2) }
    for (const who of random.chance(0.4) ? APPROVERS : [random.pick(APPROVERS)]) {
      const what = random.pick(['approve', 'approve', 'approve', 'deny', 'approve with changes'] as const)
      const wish = what === 'approve with changes' && random.chance(0.5) ? { wish: wishOf(random, plan) } : {}
      steps.push({ ...verdict, at: at + random.pick([0, 0, 1, 50]), who, what, ...wish })
    }
  }
  return steps
}

const troubleSteps = (random: Random): Step[] => {
  const steps: Step[] = []
  const at = (): number => random.between(0, BUSY_MS)
  for (const service of ['radarr', 'sonarr', 'discord', 'redis'] as const)
    if (random.chance(0.12))
      steps.push({ at: at(), what: 'outage', service, ms: random.pick([5_000, 40_000, 300_000]) })
  for (const service of ['radarr', 'sonarr', 'discord'] as const)
    if (random.chance(0.15))
      steps.push({
        at: at(),
        what: 'break a call',
        service,
        after: random.between(0, 3),
        ms: random.pick([5_000, 40_000, 300_000]),
      })
  if (random.chance(0.15)) steps.push({ at: at(), what: 'empty redis' })
  for (let count = random.pick([0, 0, 1, 2, 4, 12]); count > 0; count -= 1)
    steps.push({
      at: at(),
      what: 'kill',
      process: random.between(0, 1),
      after: random.between(0, 30),
      awayMs: random.chance(0.2) ? random.between(200_000, 400_000) : random.between(500, 25_000),
    })
  if (random.chance(0.1))
    steps.push({ at: at(), what: 'set the clock', by: random.pick([-30_000, 20_000, 3_600_000]) })
  if (random.chance(0.08)) steps.push({ at: at(), what: 'delete a card', nth: random.between(0, 3) })
  if (random.chance(0.08)) {
    const place = random.pick(['admin', 'request'] as const)
    steps.push({ at: at(), what: 'lose a channel', place, ms: random.pick([20_000, 200_000]) })
  }
  if (random.chance(0.04)) steps.push({ at: at(), what: 'delete the film' })
  if (random.chance(0.08)) steps.push({ at: at(), what: 'announce a season' })
  if (random.chance(0.12)) steps.push({ at: at(), what: 'delete the file' })
  if (random.chance(0.12)) steps.push({ at: at(), what: 'upgrade the film' })
  if (random.chance(0.12)) steps.push({ at: at(), what: 'delete an episode', nth: random.between(0, 5) })
  return steps
}

/** Something happens in Radarr or Sonarr while the program is away, and whoever then asks of it may get no answer. */
const awaySteps = (random: Random, title: Title): Step[] => {
  const at = random.between(120_000, BUSY_MS - 40_000)
  const service = title === 'film' ? 'radarr' : 'sonarr'
  const awayMs = random.between(5_000, 20_000)
  return [
    ...([0, 1] as const).map((process) => ({ at, what: 'kill' as const, process, after: 0, awayMs })),
    title === 'show'
      ? { at: at + 1, what: 'delete an episode', nth: random.between(0, 5) }
      : { at: at + 1, what: random.pick(['delete the file', 'upgrade the film'] as const) },
    ...(random.chance(0.6)
      ? [
          {
            at: at + 2,
            what: 'break a call' as const,
            service,
            after: random.between(0, 2),
            ms: 5_000,
          } as const,
        ]
      : []),
  ]
}

/** Our clock goes ahead, where a history holds an event of tomorrow: then only what was really read tells from when on to read. */
const oddSteps = (random: Random): Step[] =>
  random.chance(0.8) ? [{ at: random.between(0, BUSY_MS / 2), what: 'set the clock', by: 3_600_000 }] : []

const skewOf = (random: Random): number => random.pick([0, 0, 0, -200_000, -20_000, 20_000, 200_000])

/** All that happens in a run, as its seed has it. */
export const scenarioOf = (seed: number): Scenario => {
  const random = seeded(`scenario.${seed}`)
  const plan = planOf(random)
  const titles = random.pick<readonly Title[]>([['film'], ['film'], ['show'], ['show'], ['film', 'show']])
  const away = random.chance(0.2) ? titles[0] : undefined
  const asking = askingSteps(random, titles, plan)
  const isOddlyDated = random.chance(0.2)
  const askers = asking.flatMap((step) => ('who' in step ? step.who : []))
  const steps = [
    ...asking,
    ...peopleSteps(random, plan, askers),
    ...troubleSteps(random),
    ...(isOddlyDated ? oddSteps(random) : []),
    ...(away === undefined ? [] : awaySteps(random, away)),
  ]
  const stateOf = <S>(title: Title, ...states: readonly S[]): S | 'here' =>
    title === away && random.chance(0.5) ? 'here' : random.pick(states)
  return {
    seed,
    processes: random.pick([1, 2]),
    weather: weatherOf(random, isOddlyDated),
    trusted: random.chance(0.15),
    closed: MEMBERS.filter(() => random.chance(0.15)),
    film: stateOf('film', 'absent', 'absent', 'absent', 'absent', 'unmonitored', 'known', 'here'),
    show: stateOf('show', 'absent', 'absent', 'absent', 'partly', 'known', 'here'),
    plan,
    skews: { radarr: skewOf(random), sonarr: skewOf(random) },
    isOddlyDated,
    steps: steps.toSorted((one, other) => one.at - other.at),
  }
}
