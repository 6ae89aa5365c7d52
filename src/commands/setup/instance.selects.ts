import { chooseInstance, type InstanceChoice } from '../../actions/setup/choose-instance.ts'
import { findInstance } from '../../db/queries/instances.ts'
import { QUALITIES } from '../../domain/requests/request.ts'
import { ids } from '../../views/ids.ts'
import { type Component, defineComponent, refuse } from '../define.ts'
import { instanceNow } from './instance-panel.ts'

/** A select of an instance's page. What was offered is checked again when it is stored. */
const choice = (
  id: typeof ids.instanceProfile,
  toChoice: (picked: readonly string[]) => InstanceChoice | undefined,
): Component =>
  defineComponent({
    id,
    ack: 'update',
    allow: 'admin',
    run: async (ctx, { instanceId }, picked) => {
      const chosen = toChoice(picked)
      if (chosen === undefined) return refuse({ code: 'choice-gone' })
      const outcome = await chooseInstance(ctx.deps, ctx.actor, { id: instanceId, choice: chosen })
      return outcome.ok ? instanceNow(ctx, instanceId) : refuse(outcome.refusal)
    },
  })

const AVAILABILITIES = ['announced', 'inCinemas', 'released'] as const
const SERIES_TYPES = ['standard', 'daily', 'anime'] as const
const SEASON_MONITORINGS = ['asked', 'future'] as const

export const profileSelect = choice(ids.instanceProfile, ([picked]) => ({
  what: 'profile',
  profileId: Number(picked),
}))

/** Folders are named by their place in what was offered, for paths can be longer than a select's value. */
export const folderSelect = defineComponent({
  id: ids.instanceFolder,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, { instanceId }, [picked]) => {
    const instance = await findInstance(ctx.deps.db, instanceId)
    const folder = instance?.choices.folders[Number(picked)]?.path
    if (folder === undefined) return refuse({ code: 'choice-gone' })
    const outcome = await chooseInstance(ctx.deps, ctx.actor, {
      id: instanceId,
      choice: { what: 'folder', folder },
    })
    return outcome.ok ? instanceNow(ctx, instanceId) : refuse(outcome.refusal)
  },
})

export const tagsSelect = choice(ids.instanceTags, (picked) => ({ what: 'tags', tagIds: picked.map(Number) }))

export const availabilitySelect = choice(ids.instanceAvailability, ([picked]) => {
  const availability = AVAILABILITIES.find((known) => known === picked)
  return availability && { what: 'availability', availability }
})

export const seriesTypeSelect = choice(ids.instanceSeriesType, ([picked]) => {
  const seriesType = SERIES_TYPES.find((known) => known === picked)
  return seriesType && { what: 'series-type', seriesType }
})

export const seasonMonitoringSelect = choice(ids.instanceSeasonMonitoring, ([picked]) => {
  const seasonMonitoring = SEASON_MONITORINGS.find((known) => known === picked)
  return seasonMonitoring && { what: 'season-monitoring', seasonMonitoring }
})

export const qualitySelect = choice(ids.instanceQuality, ([picked]) => {
  const quality = QUALITIES.find((known) => known === picked)
  return quality && { what: 'quality', quality }
})
