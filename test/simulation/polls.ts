import type { Life } from './life.ts'
import type { Redis } from './redis.ts'
import type { World } from './world.ts'

type Sleeper = { readonly life: Life; readonly everyMs: number; readonly wake: () => void; parked: boolean }

const SWEEP_AFTER_MS = 30_000

/**
 * The program looks for work every second or two. A look that would find nothing changes nothing, so it is left out:
 * otherwise a run would consist of little else.
 */
export const createPolls = (world: World, redis: Redis) => {
  const { timeline, ledger } = world
  const relays = new Map<Life, Sleeper>()
  const sweepers = new Map<Life, Sleeper>()

  const relayDue = (): number | undefined =>
    ledger.all<{ due: number | null }>(
      `select min(due) as due from (
        select 0 as due from outbox where relayed_at is null
        union all select due_at from work where state = 'open' and queued_at is null)`,
    )[0]?.due ?? undefined

  const sweepDue = (): number | undefined => {
    if (!redis.isKnown()) return 0
    const [row] = ledger.all<{ due: number | null; known: number }>(
      `select min(due) as due, (select count(*) from schedules) as known from (
        select min(due_at) as due from schedules
        union all select min(queued_at) + ${SWEEP_AFTER_MS + 1} from work where state = 'open' and queued_at is not null)`,
    )
    return row === undefined || row.known === 0 ? 0 : (row.due ?? undefined)
  }

  const look = (sleepers: Map<Life, Sleeper>, sleeper: Sleeper, due: () => number | undefined): boolean => {
    if (!sleeper.life.alive || sleepers.get(sleeper.life) !== sleeper) return false
    const at = due()
    const now = timeline.now()
    if (at === undefined || at > now) {
      sleeper.parked = true
      if (at !== undefined) {
        const rounds = Math.ceil((at - now) / sleeper.everyMs)
        timeline.after(rounds * sleeper.everyMs, () => look(sleepers, sleeper, due))
      }
      return false
    }
    sleepers.delete(sleeper.life)
    sleeper.wake()
    return true
  }

  const sleepIn =
    (sleepers: Map<Life, Sleeper>, due: () => number | undefined) =>
    (life: Life, everyMs: number): Promise<void> =>
      new Promise((wake) => {
        const sleeper = { life, everyMs, wake, parked: false }
        sleepers.set(life, sleeper)
        timeline.after(everyMs, () => look(sleepers, sleeper, due))
      })

  timeline.onWake(() => {
    for (const [sleepers, due] of [
      [relays, relayDue],
      [sweepers, sweepDue],
    ] as const) {
      for (const sleeper of sleepers.values()) {
        if (!sleeper.parked) continue
        sleeper.parked = false
        timeline.after(sleeper.everyMs, () => look(sleepers, sleeper, due))
      }
    }
  })

  return {
    relay: sleepIn(relays, relayDue),
    sweeper: sleepIn(sweepers, sweepDue),
    /** Whether the relay would find something if it looked now. */
    isRelayDue: (): boolean => (relayDue() ?? Number.POSITIVE_INFINITY) <= timeline.now(),
  }
}

export type Polls = ReturnType<typeof createPolls>
