import { lockInstance } from '../../db/queries/instances.ts'
import { listApproved, listOrphaned } from '../../db/queries/requests.ts'
import { hastenWorkAt } from '../../db/queries/work.ts'
import { done } from '../../domain/refusals.ts'
import { KIND_OF } from '../../domain/titles/kind.ts'
import { defineAction } from '../define.ts'
import { settleCondition } from '../settle-condition.ts'
import { adopt } from './adopt-request.ts'

/**
 * An instance was set up or mended: its line is open again, it takes over decided requests whose own was removed, and
 * what of these `jobs` waits for it is brought forward. The value is how many requests wait.
 */
export const resumeInstance = defineAction<{ instanceId: string; jobs: readonly string[] }, number>({
  name: 'request.resume',
  allow: 'system',
  run: async (scope, { instanceId, jobs }) => {
    const { tx, now } = scope
    const instance = await lockInstance(tx, instanceId)
    if (instance === undefined) return done(0)
    await settleCondition(scope, instance, { mended: true })
    for (const { id } of await listOrphaned(tx, KIND_OF[instance.kind], instance.quality)) {
      await adopt(scope, id, instance)
    }
    await hastenWorkAt(tx, jobs, instanceId, now)
    return done((await listApproved(tx, instanceId)).length)
  },
})
