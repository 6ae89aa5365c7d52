import { recordReading } from '../actions/setup/record-reading.ts'
import type { HistoryEvent, SonarrEvent } from '../clients/arr/types.ts'
import type { Instance } from '../db/queries/instances.ts'
import { findReading } from '../db/queries/readings.ts'
import { listByArrId } from '../db/queries/requests.ts'
import { findTitle } from '../db/queries/titles.ts'
import { firstReading, readFrom, readOn, unread } from '../domain/instances/reading.ts'
import { arrRef } from '../domain/titles/kind.ts'
import { isFault } from '../platform/faults.ts'
import { finished, type JobEnd } from './define.ts'
import type { JobDeps } from './deps.ts'
import { readFilmEvents } from './read-film-events.ts'
import { readShowEvents } from './read-show-events.ts'
import { actAs } from './system.ts'

type AnyEvent = HistoryEvent & Partial<Pick<SonarrEvent, 'episodeId'>>

/** Reads what happened to one title; nothing when nobody waits for it, or has it through us. */
const readTitle = async (
  instance: Instance,
  arrId: number,
  events: readonly AnyEvent[],
  deps: JobDeps,
): Promise<number> => {
  const [first] = await listByArrId(deps.db, instance.id, arrId)
  const title = first && (await findTitle(deps.db, first.titleId))?.title
  const ref = title && arrRef(title)
  if (ref === undefined) return 0
  const at = { instance, ref, arrId }
  await (instance.kind === 'radarr' ? readFilmEvents(at, events, deps) : readShowEvents(at, events, deps))
  return 1
}

/**
 * Reads on in an instance's history, and looks at each title to which something happened there since. That makes up
 * for webhooks that were lost. How far it was read is noted at the end, so that whatever breaks off is read again.
 */
export const reconcile = async (instance: Instance, deps: JobDeps): Promise<JobEnd> => {
  const { db, clock } = deps
  const reading = (await findReading(db, instance.id)) ?? firstReading(instance.createdAt)
  const line = instance.kind === 'radarr' ? deps.radarr(instance) : deps.sonarr(instance)
  const events: readonly AnyEvent[] = await line.historySince(readFrom(reading, clock.now()))
  const fresh = unread(reading, events).filter(({ what }) => what !== 'other' && what !== 'grabbed')
  let titles = 0
  let trouble: unknown
  for (const [arrId, own] of Map.groupBy(fresh, (event) => event.arrId)) {
    try {
      titles += await readTitle(instance, arrId, own, deps)
    } catch (error) {
      if (!isFault(error)) throw error
      // One title that can't be looked at keeps none of the others from being seen.
      trouble ??= error
    }
  }
  if (trouble !== undefined) throw trouble
  const read = readOn(reading, events, clock.now())
  await recordReading(deps, actAs('reconcile-instance'), { id: instance.id, reading: read })
  return finished(`${titles} titles`)
}
