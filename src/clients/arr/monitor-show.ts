import { z } from 'zod'
import { SECOND } from '../../platform/clock.ts'
import { statusFault } from '../http/status-fault.ts'
import type { CallOptions } from '../http/types.ts'
import type { ArrKit } from './kit.ts'
import type { SeasonsWish } from './types.ts'

/** What a show does with seasons that are yet to come, in Sonarr's word. */
export const newItems = (future: boolean): 'all' | 'none' => (future ? 'all' : 'none')

const whole = z.looseObject({
  monitored: z.boolean(),
  monitorNewItems: z.string().nullish(),
  seasons: z.array(z.looseObject({ seasonNumber: z.number(), monitored: z.boolean() })).nullish(),
})

/**
 * Switches a show and some of its seasons on. It is sent back as it came: Sonarr empties what an update leaves out, and
 * takes the episodes along with each season whose switch differs from its own.
 */
export const monitorShow = async (
  kit: ArrKit,
  arrId: number,
  { seasons: wished, future }: SeasonsWish,
  options?: CallOptions,
): Promise<void> => {
  // Sonarr counts the files of the show for every such answer.
  const slow = { ...options, deadlineMs: 30 * SECOND }
  const show = await kit.ask('read a show', `series/${arrId}`, whole, slow)
  const seasons = show.seasons ?? []
  // One that Sonarr hasn't met yet keeps its switch if the next refresh brings it.
  const unknown = wished.filter((number) => !seasons.some(({ seasonNumber }) => seasonNumber === number))
  const isOff = (season: { seasonNumber: number; monitored: boolean }) =>
    !season.monitored && wished.includes(season.seasonNumber)
  const becomesAll = future && show.monitorNewItems !== newItems(true)
  if (show.monitored && !becomesAll && unknown.length === 0 && !seasons.some(isOff)) return
  const body = {
    ...show,
    monitored: true,
    ...(becomesAll ? { monitorNewItems: newItems(true) } : {}),
    seasons: [
      ...seasons.map((season) => (isOff(season) ? { ...season, monitored: true } : season)),
      ...unknown.map((seasonNumber) => ({ seasonNumber, monitored: true })),
    ],
  }
  await kit.tell('monitor a show', `series/${arrId}`, { ...slow, method: 'PUT', body }, statusFault)
}
