import {
  findDefaultInstance,
  type Instance,
  lockInstance,
  updateInstance,
} from '../../db/queries/instances.ts'
import { done, refused } from '../../domain/refusals.ts'
import type { Quality } from '../../domain/requests/request.ts'
import { defineAction, type Scope } from '../define.ts'
import { settleCondition } from '../settle-condition.ts'

/** One of the selects of an instance's panel. */
export type InstanceChoice = Readonly<
  | { what: 'profile'; profileId: number }
  | { what: 'folder'; folder: string }
  | { what: 'tags'; tagIds: readonly number[] }
  | { what: 'availability'; availability: 'announced' | 'inCinemas' | 'released' }
  | { what: 'series-type'; seriesType: Instance['seriesType'] }
  | { what: 'season-monitoring'; seasonMonitoring: Instance['seasonMonitoring'] }
  | { what: 'quality'; quality: Quality }
>

/** An instance that fetches other copies from now on is the default among those only when it is their first. */
const chooseQuality = async (scope: Scope, instance: Instance, quality: Quality): Promise<void> => {
  if (quality === instance.quality) return
  const isFirst =
    instance.state === 'ready' && (await findDefaultInstance(scope.tx, instance.kind, quality)) === undefined
  await updateInstance(scope.tx, instance.id, { quality, isDefault: isFirst ? 1 : 0 }, scope.now)
}

/** Stores a choice for an instance; only what it offered when last asked can be chosen. */
export const chooseInstance = defineAction<{ id: string; choice: InstanceChoice }, void>({
  name: 'instance.choose',
  allow: 'admin',
  run: async (scope, { id, choice }) => {
    const instance = await lockInstance(scope.tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    const { profiles, folders, tags } = instance.choices
    switch (choice.what) {
      case 'profile':
        if (!profiles.some((profile) => profile.id === choice.profileId))
          return refused({ code: 'choice-gone' })
        await updateInstance(scope.tx, id, { profileId: choice.profileId }, scope.now)
        await settleCondition(scope, instance, { profileId: choice.profileId })
        break
      case 'folder':
        if (!folders.some((folder) => folder.path === choice.folder)) return refused({ code: 'choice-gone' })
        await updateInstance(scope.tx, id, { folder: choice.folder }, scope.now)
        await settleCondition(scope, instance, { folder: choice.folder })
        break
      case 'tags':
        if (!choice.tagIds.every((tagId) => tags.some((tag) => tag.id === tagId)))
          return refused({ code: 'choice-gone' })
        await updateInstance(scope.tx, id, { tagIds: JSON.stringify(choice.tagIds) }, scope.now)
        break
      case 'availability':
        await updateInstance(scope.tx, id, { availability: choice.availability }, scope.now)
        break
      case 'series-type':
        await updateInstance(scope.tx, id, { seriesType: choice.seriesType }, scope.now)
        break
      case 'season-monitoring':
        await updateInstance(scope.tx, id, { seasonMonitoring: choice.seasonMonitoring }, scope.now)
        break
      case 'quality':
        await chooseQuality(scope, instance, choice.quality)
        break
    }
    await scope.record({ subject: id, after: choice })
    return done(undefined)
  },
})
