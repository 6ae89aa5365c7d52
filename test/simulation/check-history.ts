import type { House } from './house.ts'

import { violate, type World } from './world.ts'

/** What the program believes to have read of a history. */
const checkMarks = (world: World, { radarr, sonarr }: House): void => {
  for (const { history, hook } of [radarr, sonarr]) {
    const [row] = world.ledger.all<{ seen: string }>(
      'select seen from readings where instance_id = ?',
      hook.instanceId,
    )
    const unread = new Set(history.all().flatMap(({ id, isRead }) => (isRead ? [] : id)))
    for (const id of JSON.parse(row?.seen ?? '[]') as number[])
      if (unread.has(id)) violate(world, 'only what was read counts as read', `event ${id}`)
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
