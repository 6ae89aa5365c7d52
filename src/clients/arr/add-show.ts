import { z } from 'zod'
import { SECOND } from '../../platform/clock.ts'
import { readJson } from '../http/ask.ts'
import type { CallOptions } from '../http/types.ts'
import type { ArrKit } from './kit.ts'
import { lookupSeasons } from './lookup-show.ts'
import { newItems } from './monitor-show.ts'
import { refusedAdd } from './refused-add.ts'
import type { ShowToAdd } from './types.ts'

const added = z.object({ id: z.number() })

/**
 * Adds a show and searches for nothing. The deadline is long because Sonarr first asks its own metadata service; the
 * add may still succeed after it.
 */
export const addShow = async (kit: ArrKit, show: ShowToAdd, options?: CallOptions): Promise<number> => {
  // A season that isn't named counts as one that is yet to come, so that every one of them has to be named.
  const known = await lookupSeasons(kit, show.tvdbId, options)
  const numbers = [...new Set([...known, ...show.seasons])].sort((a, b) => a - b)
  const body = {
    tvdbId: show.tvdbId,
    title: show.title,
    ...(show.year === undefined ? {} : { year: show.year }),
    qualityProfileId: show.profileId,
    rootFolderPath: show.folder,
    tags: show.tagIds,
    seriesType: show.seriesType,
    seasonFolder: true,
    monitored: true,
    monitorNewItems: newItems(show.future),
    seasons: numbers.map((number) => ({ seasonNumber: number, monitored: show.seasons.includes(number) })),
    // Any other choice would switch seasons and episodes anew when Sonarr has fetched them; `none` even the show.
    addOptions: { monitor: 'skip', searchForMissingEpisodes: false, searchForCutoffUnmetEpisodes: false },
  }
  const asked = { ...options, method: 'POST', body, deadlineMs: 30 * SECOND } as const
  const { call, answer } = await kit.tell('add a show', 'series', asked, refusedAdd)
  return readJson(call, answer, added).id
}
