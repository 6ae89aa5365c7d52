import type { SonarrEvent } from '../../src/clients/arr/types.ts'
import { START } from './scenario.ts'
import type { World } from './world.ts'

/** What happened, as an application wrote it down. */
export type Entry = SonarrEvent & { /** Whether the program had it in an answer. */ isRead: boolean }

const LATE_MS = { from: 1_000, to: 120_000 }

/**
 * The history that Radarr and Sonarr keep: each event with the time that their own clock shows and a number that grows,
 * written down at once or a little later. What happened to a title goes with the title.
 */
export const createHistory = (world: World, skewMs: number) => {
  const { timeline, random } = world
  let entries: Entry[] = []
  let lastId = 0
  let pending = 0
  let written = 0
  const gone = new Set<number>()

  return {
    write: (
      event: Omit<SonarrEvent, 'id' | 'at'>,
      at: number = START + timeline.elapsed() + skewMs,
    ): void => {
      if (event.what !== 'other' && event.what !== 'grabbed') written += 1
      const insert = (): boolean => {
        pending -= 1
        if (gone.has(event.arrId)) return false
        lastId += 1
        entries.push({ ...event, id: lastId, at, isRead: false })
        return false
      }
      pending += 1
      if (random.chance(world.weather.arrs)) timeline.after(random.between(LATE_MS.from, LATE_MS.to), insert)
      else insert()
    },
    /** A title is removed. */
    forget: (arrId: number): void => {
      gone.add(arrId)
      entries = entries.filter((one) => one.arrId !== arrId)
    },
    /** What `history/since` answers. */
    since: (at: number): readonly Entry[] =>
      entries.filter((one) => one.at >= at).sort((one, other) => one.at - other.at || one.id - other.id),
    /** Notes that the program has these now. */
    wereRead: (answer: readonly Entry[]): void => {
      for (const entry of answer) entry.isRead = true
    },
    all: (): readonly Entry[] => entries,
    /** How many events were written that somebody may care for. */
    written: (): number => written,
    isWritten: (): boolean => pending === 0,
  }
}

export type History = ReturnType<typeof createHistory>
