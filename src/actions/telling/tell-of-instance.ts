import { isUnderWay, wasSent } from '../../db/queries/deliveries.ts'
import { lockInstance, updateInstance } from '../../db/queries/instances.ts'
import { matterOf } from '../../domain/instances/health.ts'
import { untilTold } from '../../domain/instances/telling.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'
import { tellOwner } from '../tell-owner.ts'

/**
 * News of an instance. Their subject begins with its id and the beginning of the trouble that they are about, and goes
 * on with what is wrong, or with the moment since which all is well.
 */
export const INSTANCE_NEWS = { troubled: 'instance.troubled', well: 'instance.well' } as const

/**
 * Plans to tell the owner that an instance is in trouble, once for each matter, or that it is well again, if they
 * heard that it was not. A trouble whose end they did not read of goes on for them. Does nothing while it isn't time;
 * the value is false while earlier news are on their way, for what is told next depends on which of them arrive.
 */
export const tellOfInstance = defineAction<{ id: string }, boolean>({
  name: 'instance.tell',
  allow: 'system',
  run: async (scope, { id }) => {
    const { tx, home, now } = scope
    const instance = await lockInstance(tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    if (home === undefined || untilTold(instance, now) !== 0) return done(true)
    if (await isUnderWay(tx, Object.values(INSTANCE_NEWS), `${id}.`)) return done(false)
    const { health, toldSince } = instance
    const { since = now } = health
    const known = `${id}.${toldSince}.`
    const knows =
      (await wasSent(tx, INSTANCE_NEWS.troubled, known)) && !(await wasSent(tx, INSTANCE_NEWS.well, known))
    const begun = knows ? toldSince : since
    const matter = matterOf(health)
    await updateInstance(tx, id, { toldSince: matter !== undefined || knows ? begun : null }, now)
    if (matter !== undefined) {
      await tellOwner(scope, home, { kind: INSTANCE_NEWS.troubled, subject: `${id}.${begun}.${matter}` })
    } else if (knows) {
      await tellOwner(scope, home, { kind: INSTANCE_NEWS.well, subject: `${known}${since}` })
    }
    return done(true)
  },
})
