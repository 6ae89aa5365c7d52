import { wasSent } from '../../db/queries/deliveries.ts'
import { lockInstance, updateInstance } from '../../db/queries/instances.ts'
import { matterOf } from '../../domain/instances/health.ts'
import { untilTold } from '../../domain/instances/telling.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'
import { tellOwner } from '../tell-owner.ts'

/** News of an instance. Their subject begins with its id, and goes on with the trouble they are about. */
export const INSTANCE_NEWS = { troubled: 'instance.troubled', well: 'instance.well' } as const

/**
 * Plans to tell the owner that an instance is in trouble, once for each matter, or that it is well again, if they
 * heard that it was not. Does nothing while it isn't time.
 */
export const tellOfInstance = defineAction<{ id: string }, void>({
  name: 'instance.tell',
  allow: 'system',
  run: async (scope, { id }) => {
    const { tx, home, now } = scope
    const instance = await lockInstance(tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    if (home === undefined || untilTold(instance, now) !== 0) return done(undefined)
    const { health, toldSince = health.since } = instance
    const matter = matterOf(health)
    const trouble = `${id}.${toldSince}`
    await updateInstance(tx, id, { toldSince: matter === undefined ? null : (toldSince ?? now) }, now)
    if (matter !== undefined) {
      await tellOwner(scope, home, { kind: INSTANCE_NEWS.troubled, subject: `${trouble}.${matter}` })
    } else if (await wasSent(tx, INSTANCE_NEWS.troubled, `${trouble}.`)) {
      await tellOwner(scope, home, { kind: INSTANCE_NEWS.well, subject: trouble })
    }
    return done(undefined)
  },
})
