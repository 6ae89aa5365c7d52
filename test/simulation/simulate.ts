import { createHash } from 'node:crypto'
import { watchPrints } from './check-cards.ts'
import { isAllRead } from './check-history.ts'
import { type House, openHouse } from './house.ts'
import { checkAlways, checkInTheEnd } from './invariants.ts'
import type { Ledger } from './ledger.ts'
import type { Core } from './load.ts'
import { perform } from './people.ts'
import { seeded } from './random.ts'
import { APPROVERS, BUSY_MS, type Scenario, START } from './scenario.ts'
import { NEVER_MS } from './setting.ts'
import { createTimeline } from './timeline.ts'
import { violate, type World } from './world.ts'

/** What a run came to: the rules that were broken, and all that happened when that was asked for. */
export type Result = Readonly<{
  violations: readonly string[]
  trace: readonly string[]
  hash: string
  virtualMs: number
}>

const LOOK_MS = 5_000
/** What is done twice or told late would be by then. */
const GRACE_MS = 130_000
/** What is monitored is found by itself after a while, which leaves the program time to have it searched for. */
const FINDS_MS = 60_000
/** Longer than any pause of the program's, several times. */
const LONGEST_MS = 3 * 3_600_000

/** Jobs that come again and again, and are not waited for. */
const PERIODIC = `'follow-downloads', 'follow-instance', 'reconcile-instances', 'reconcile-instance', 'check-channels',
  'ask-unfound', 'check-hooks', 'prune-ledger'`

/** What is of no matter here: nobody is signed in to Plex, and what is sought in vain is asked elsewhere. */
const NEVER = ['ask-unfound', 'check-hooks', 'watch-lists', 'find-people']

const isDry = (world: World, house: House): boolean => {
  const [row] = world.ledger.all<{ open: number }>(
    `select (select count(*) from outbox where relayed_at is null)
      + (select count(*) from work where state = 'open'
          and job not in (${PERIODIC}))
      + (select count(*) from inbox where processed_at is null)
      + (select count(*) from requests where state in ('evaluating', 'approved', 'downloading'))
      as open`,
  )
  if (row?.open !== 0 || house.isWholeSince() === undefined) return false
  return house.radarr.isQuiet() && house.sonarr.isQuiet() && isAllRead(world, house)
}

/** People decide what is left to decide, blocked downloads are helped, and what can be found is. */
const tidy = (world: World, house: House, finds: boolean): void => {
  const waiting = world.ledger.all<{ state: string; kind: string }>(
    'select state, kind from requests order by rowid',
  )
  const isWaited = (wanted: string): boolean =>
    waiting.some(({ state, kind }) => kind === wanted && (state === 'added' || state === 'downloading'))
  // What the program still has to search for is found by nobody else.
  const isHandedOn = (wanted: string): boolean =>
    waiting.every(({ state, kind }) => kind !== wanted || state !== 'approved')
  house.radarr.heal(finds && isHandedOn('film'), isWaited('film'))
  house.sonarr.heal(finds && isHandedOn('show'), isWaited('show'))
  for (const [nth, { state }] of waiting.entries()) {
    if (state === 'pending' && nth % 3 !== 2)
      perform(world, house, { at: 0, what: 'approve', who: APPROVERS[0], nth })
  }
}

/** Runs until nothing is left to do, then a little longer. */
const settle = async (world: World, house: House, check: () => void): Promise<void> => {
  const { timeline } = world
  const from = timeline.elapsed()
  const until = from + LONGEST_MS
  let drySince: number | undefined
  let isOver = false
  const look = (): boolean => {
    const wholeSince = Math.max(from, house.isWholeSince() ?? Number.POSITIVE_INFINITY)
    tidy(world, house, timeline.elapsed() - wholeSince > FINDS_MS)
    check()
    if (!isDry(world, house)) drySince = undefined
    else drySince ??= timeline.elapsed()
    if (drySince !== undefined && timeline.elapsed() - drySince > GRACE_MS) isOver = true
    else timeline.after(LOOK_MS, look)
    return true
  }
  timeline.after(LOOK_MS, look)
  await timeline.run(until, () => isOver || world.violations.length > 0)
  if (!isOver && world.violations.length === 0) violate(world, 'everything comes to an end', stuck(world))
}

const stuck = ({ ledger }: World): string =>
  JSON.stringify([
    ledger.all("select job, subject, reason, attempt, failures from work where state = 'open'"),
    ledger.all('select id, state, trouble from requests'),
    ledger.all('select id, event_type from inbox where processed_at is null'),
  ])

/** Runs one scenario from its beginning to its end. The same scenario gives the same trace. */
export const simulate = async (
  scenario: Scenario,
  ledger: Ledger,
  cores: readonly Core[],
  withTrace = false,
): Promise<Result> => {
  const timeline = createTimeline(START)
  const trace: string[] = []
  const world: World = {
    timeline,
    random: seeded(`run.${scenario.seed}`),
    ledger,
    weather: scenario.weather,
    trace: (...words) => {
      if (withTrace) trace.push(`${(timeline.elapsed() / 1_000).toFixed(3).padStart(9)} ${words.join(' ')}`)
    },
    violations: [],
    answers: [],
  }
  ledger.empty()
  for (const { schedules } of cores)
    Object.assign(schedules, {
      'check-channels': 300_000,
      ...Object.fromEntries(NEVER.map((name) => [name, NEVER_MS])),
    })
  const house = await openHouse(world, cores, scenario)
  for (const step of scenario.steps) {
    timeline.after(step.at, () => {
      perform(world, house, step)
      return true
    })
  }
  const lookAtPrints = watchPrints(world, house)
  const check = (): void => {
    checkAlways(world)
    lookAtPrints()
  }
  const look = (): boolean => {
    check()
    if (timeline.elapsed() + LOOK_MS < BUSY_MS) timeline.after(LOOK_MS, look)
    return false
  }
  timeline.after(LOOK_MS, look)
  await timeline.run(BUSY_MS, () => world.violations.length > 0)
  if (world.violations.length === 0) {
    world.trace('everything heals')
    house.heal()
    await settle(world, house, check)
  }
  if (world.violations.length === 0) {
    await checkInTheEnd(world, house)
  }
  for (const program of house.programs) if (program !== undefined) program.life.alive = false
  const hash = createHash('sha256').update(trace.join('\n')).digest('hex')
  return { violations: world.violations, trace, hash, virtualMs: timeline.elapsed() }
}
