import { lockInstance, updateInstance } from '../../db/queries/instances.ts'
import type { Met } from '../../domain/instances/line.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'
import { settleCondition } from '../settle-condition.ts'
import type { Offer } from './record-instance.ts'

/** Notes what a visit to an instance came to: its line opens or rests, and its trouble begins or ends. */
export const recordVisit = defineAction<{ id: string; met: Met }, void>({
  name: 'instance.visit',
  allow: 'system',
  run: async (scope, { id, met }) => {
    const instance = await lockInstance(scope.tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    await settleCondition(scope, instance, { met })
    return done(undefined)
  },
})

/**
 * Keeps what an instance was found to be: its version, and what it offers. Nothing that was chosen is replaced, also
 * when it is gone.
 */
export const recordLook = defineAction<Offer, void>({
  name: 'instance.look',
  allow: 'system',
  run: async (scope, { id, version, choices }) => {
    const { tx, now } = scope
    const instance = await lockInstance(tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    await updateInstance(tx, id, { appVersion: version, choices: JSON.stringify(choices) }, now)
    await settleCondition(scope, instance, { met: { ok: true }, choices })
    if (instance.appVersion !== version)
      await scope.record({ subject: id, before: { version: instance.appVersion }, after: { version } })
    return done(undefined)
  },
})
