import { planVisits } from '../../actions/setup/plan-visits.ts'
import { recordHook } from '../../actions/setup/record-instance.ts'
import { findInstance, type Instance } from '../../db/queries/instances.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { digest } from '../../platform/crypto.ts'
import { Fault } from '../../platform/faults.ts'
import { atInstance } from '../at-instance.ts'
import { defineJob, finished } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { desiredHook, isAsDesired, ourHook } from '../hook.ts'
import { lookOver } from '../look-over.ts'
import { actAs } from '../system.ts'

const self = actAs('install-hook')

/** Installs our webhook in an instance, or corrects it; an equal one is left alone. */
const install = async (instance: Instance, deps: JobDeps): Promise<string> => {
  const arr = deps.arr(instance)
  const desired = desiredHook(instance, deps.publicUrl, deps.vault)
  const print = digest(JSON.stringify([desired.url, desired.username, instance.hookDigest]))
  const found = ourHook(await arr.listConnections(), instance.id)
  const same = found !== undefined && isAsDesired(found, desired) && instance.hook.print === print
  if (!same) await arr.saveConnection(desired, found?.id)
  await recordHook(deps, self, { id: instance.id, state: 'ok', print })
  return same ? 'was in place' : 'installed'
}

const ensure = async (instance: Instance, deps: JobDeps): Promise<string> => {
  try {
    return await install(instance, deps)
  } catch (error) {
    if (error instanceof Fault && error.facts.code === 'webhook-test-failed') {
      const detail = error.facts.said ?? 'it could not reach us'
      await recordHook(deps, self, { id: instance.id, state: 'failed', detail })
    }
    throw error
  }
}

/** Installs the webhook of an instance that was just saved. */
export const installHookJob = defineJob({
  name: 'install-hook',
  queue: 'arr',
  retry: { attempts: 30, firstPauseMs: 5 * SECOND, longestPauseMs: 10 * MINUTE },
  run: async (subject, deps) => {
    const instance = await findInstance(deps.db, subject)
    if (instance === undefined) return finished('the instance is gone')
    return atInstance(instance, 'arr', deps, async (lines) => finished(await ensure(instance, lines)))
  },
})

const retry = { attempts: 1, firstPauseMs: MINUTE, longestPauseMs: MINUTE }

/** Looks after an instance: what it offers and which version it is by now, and whether our webhook is in place. */
export const checkInstanceJob = defineJob({
  name: 'check-instance',
  queue: 'arr',
  retry,
  run: async (subject, deps) => {
    const instance = await findInstance(deps.db, subject)
    if (instance === undefined) return finished('the instance is gone')
    try {
      return await atInstance(instance, 'arr', deps, async (lines) => {
        if (!(await lookOver(instance, deps))) return finished('it can’t be worked with')
        return finished(await ensure(instance, lines))
      })
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return finished(error.message)
    }
  },
})

/** Has every instance looked after: somebody may have removed or changed a webhook, a profile, a folder. */
export const checkHooksJob = defineJob({
  name: 'check-hooks',
  queue: 'upkeep',
  retry,
  run: async (_, deps) => {
    const planned = await planVisits(deps, actAs('check-hooks'), { job: checkInstanceJob.name })
    return finished(planned.ok ? `${planned.value} instances` : planned.refusal.code)
  },
})
