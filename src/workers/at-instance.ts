import { recordVisit } from '../actions/setup/record-visit.ts'
import type { Arr } from '../clients/arr/types.ts'
import { findInstance, type Instance } from '../db/queries/instances.ts'
import { decideCondition } from '../domain/instances/health.ts'
import { type Met, restOf } from '../domain/instances/line.ts'
import { MINUTE, SECOND } from '../platform/clock.ts'
import { isFault } from '../platform/faults.ts'
import { type JobEnd, later, QUEUES, type QueueName } from './define.ts'
import type { JobDeps } from './deps.ts'
import { lineFailureOf } from './instance-fault.ts'
import { actAs } from './system.ts'

/** What waits for a resting instance is brought forward when it answers again; this is for what that misses. */
const FALLBACK_MS = 30 * SECOND
const LONGEST_FALLBACK_MS = 10 * MINUTE

type Line = Readonly<Record<string, (...given: never[]) => Promise<unknown>>>

/** The same line, with each call's outcome told: `undefined` when it was answered, be it with a no. */
const overheard = <L extends Arr>(line: L, hear: (failed: Met | undefined) => void): L => {
  const listen =
    (call: Line[string]) =>
    async (...given: never[]): Promise<unknown> => {
      try {
        const answer = await call(...given)
        hear(undefined)
        return answer
      } catch (error) {
        const failure = isFault(error) ? lineFailureOf(error) : undefined
        if (isFault(error)) hear(failure && { ok: false, failure })
        throw error
      }
    }
  const calls = Object.entries(line as unknown as Line)
  return Object.fromEntries(calls.map(([name, call]) => [name, listen(call)])) as unknown as L
}

/** What several calls came to: one answer shows that the line is sound, whatever became of the others. */
const listener = () => {
  let met: Met | undefined
  return {
    hear: (failed: Met | undefined) => {
      if (met?.ok !== true) met = failed ?? { ok: true }
    },
    met: () => met,
  }
}

const note = async (id: string, met: Met, deps: JobDeps): Promise<void> => {
  const instance = await findInstance(deps.db, id)
  // Most visits change nothing, and then nothing is written.
  if (instance === undefined || decideCondition(instance, { met }, deps.clock.now()) === undefined) return
  await recordVisit(deps, actAs('at-instance'), { id, met })
}

/** Whether nobody calls an instance until it was looked at again. */
export const isResting = ({ line }: Pick<Instance, 'line'>): boolean => line.restedUntil !== undefined

/**
 * The way of every job to an instance. While it rests nobody calls: the job waits, which is no failure. At most a
 * quarter of a queue is at one instance at a time, so that a slow one holds up nobody else's. What the calls of
 * `visit` come to is noted of the instance. `visit` has to use the lines that it is given.
 */
export const atInstance = async (
  instance: Instance,
  queue: QueueName,
  deps: JobDeps,
  visit: (deps: JobDeps) => Promise<JobEnd>,
): Promise<JobEnd> => {
  if (isResting(instance)) {
    const rest = Math.max(restOf(instance.line, deps.clock.now()), FALLBACK_MS)
    const ms = Math.min(rest * (1 + deps.random()), LONGEST_FALLBACK_MS)
    return later(ms, `${instance.name} rests`)
  }
  const turn = deps.shares.take(`${queue}.${instance.id}`, QUEUES[queue] / 4)
  if ('waitMs' in turn) return later(turn.waitMs, `others are at ${instance.name}`)
  const { hear, met } = listener()
  try {
    return await visit({
      ...deps,
      radarr: (one) => overheard(deps.radarr(one), hear),
      sonarr: (one) => overheard(deps.sonarr(one), hear),
      arr: (one) => overheard(deps.arr(one), hear),
    })
  } finally {
    turn.leave()
    const came = met()
    if (came !== undefined) await note(instance.id, came, deps)
  }
}
