import { recordHook } from '../../actions/setup/record-instance.ts'
import { findInstance, type Instance } from '../../db/queries/instances.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { atInstance } from '../at-instance.ts'
import { defineJob, finished } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { ourHook } from '../hook.ts'
import { actAs } from '../system.ts'

const self = actAs('test-hook')

const test = async (instance: Instance, deps: JobDeps): Promise<string> => {
  const arr = deps.arr(instance)
  const found = ourHook(await arr.listConnections(), instance.id)
  if (found?.id === undefined) return 'there is no webhook of ours'
  try {
    await arr.testConnection(found.id)
  } catch (error) {
    if (error instanceof Fault && error.facts.code === 'webhook-test-failed') {
      const detail = error.facts.said ?? 'it could not reach us'
      await recordHook(deps, self, { id: instance.id, state: 'failed', detail })
    }
    throw error
  }
  await recordHook(deps, self, { id: instance.id, state: 'ok' })
  return 'tested'
}

/**
 * Has an instance call our webhook. One that failed before is left alone by Radarr and Sonarr for up to an hour; a
 * test that succeeds ends that.
 */
export const testHookJob = defineJob({
  name: 'test-hook',
  queue: 'arr',
  retry: { attempts: 30, firstPauseMs: 5 * SECOND, longestPauseMs: 10 * MINUTE },
  run: async (instanceId, deps) => {
    const instance = await findInstance(deps.db, instanceId)
    if (instance === undefined) return finished('the instance is gone')
    return atInstance(instance, 'arr', deps, async (lines) => finished(await test(instance, lines)))
  },
})
