import { OVERLAP_MS } from '../../src/domain/instances/reading.ts'
import type { House } from './house.ts'

import { violate, type World } from './world.ts'

type Arr = House['radarr'] | House['sonarr']

/** How far the program noted to have read a history. */
const readingOf = ({ ledger }: World, { hook }: Arr): { readTo: number; seen: ReadonlySet<number> } => {
  const [row] = ledger.all<{ readTo: number; seen: string }>(
    'select read_to as readTo, seen from readings where instance_id = ?',
    hook.instanceId,
  )
  return { readTo: row?.readTo ?? 0, seen: new Set(JSON.parse(row?.seen ?? '[]') as number[]) }
}

/** Whether the program noted of every event that it read it, and all are written. */
export const isAllRead = (world: World, { radarr, sonarr }: House): boolean =>
  [radarr, sonarr].every((arr) => {
    if (!arr.history.isWritten()) return false
    const { readTo, seen } = readingOf(world, arr)
    return arr.history.all().every(({ id, at }) => seen.has(id) || at < readTo - OVERLAP_MS)
  })

/** What the program noted to have read, it had in an answer. */
const checkMarks = (world: World, { radarr, sonarr }: House): void => {
  for (const arr of [radarr, sonarr]) {
    const { seen } = readingOf(world, arr)
    for (const { id, isRead } of arr.history.all())
      if (seen.has(id) && !isRead) violate(world, 'only what was read counts as read', `event ${id}`)
  }
}

/** Where nothing broke off, each event made the program look once. */
const checkLooks = (world: World, { radarr, sonarr, scenario }: House): void => {
  const { services, redis } = scenario.weather
  const breaks = ['outage', 'break a call', 'kill', 'set the clock', 'empty redis']
  if (services + redis > 0 || scenario.steps.some(({ what }) => breaks.includes(what))) return
  const looks = world.ledger
    .all<{ reason: string }>("select reason from work where job = 'reconcile-instance' and state = 'done'")
    .reduce((sum, { reason }) => sum + Number(/^(\d+) titles$/.exec(reason)?.[1] ?? 0), 0)
  const events = radarr.history.written() + sonarr.history.written()
  if (looks > events) violate(world, 'no event is looked at twice', `${looks} looks at ${events} events`)
}

/** Whoever comes back after a long absence has the webhooks tested that were given up meanwhile. */
const checkHooks = (world: World, { radarr, sonarr, backAt }: House): void => {
  for (const { hook } of [radarr, sonarr])
    if (hook.blockedUntil > world.timeline.elapsed() && hook.blockedAt < backAt())
      violate(world, 'webhooks work again after an absence', hook.instanceId)
}

/** How the program reads what Radarr and Sonarr wrote down. */
export const checkHistory = (world: World, house: House): void => {
  checkMarks(world, house)
  checkLooks(world, house)
  if (!house.clockWasSet()) checkHooks(world, house)
}
