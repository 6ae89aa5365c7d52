import { recordHealth, recordHook } from '../../actions/setup/record-instance.ts'
import { findInstance, type Instance, listInstances } from '../../db/queries/instances.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { digest } from '../../platform/crypto.ts'
import { Fault } from '../../platform/faults.ts'
import { defineJob, finished } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { desiredHook, isAsDesired, ourHook } from '../hook.ts'
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
    const what = await install(instance, deps)
    await recordHealth(deps, self, { id: instance.id, state: 'ok' })
    return what
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    if (error.facts.code === 'webhook-test-failed') {
      const detail = error.facts.said ?? 'it could not reach us'
      await recordHook(deps, self, { id: instance.id, state: 'failed', detail })
    } else {
      await recordHealth(deps, self, { id: instance.id, state: 'trouble', detail: error.kind })
    }
    throw error
  }
}

const retry = { attempts: 30, firstPauseMs: 5 * SECOND, longestPauseMs: 10 * MINUTE }

/** Installs the webhook of an instance that was just saved. */
export const installHookJob = defineJob({
  name: 'install-hook',
  queue: 'arr',
  retry,
  run: async (subject, deps) => {
    const instance = await findInstance(deps.db, subject)
    if (instance === undefined) return finished('the instance is gone')
    return finished(await ensure(instance, deps))
  },
})

/** Looks after the webhooks of all instances: somebody may have removed or changed one. */
export const checkHooksJob = defineJob({
  name: 'check-hooks',
  queue: 'upkeep',
  retry: { attempts: 1, firstPauseMs: MINUTE, longestPauseMs: MINUTE },
  run: async (_, deps) => {
    const outcomes = await Promise.allSettled(
      (await listInstances(deps.db)).map((instance) => ensure(instance, deps)),
    )
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
    const bug = failed.find((outcome) => !(outcome.reason instanceof Fault))
    if (bug !== undefined) throw bug.reason
    return finished(`${outcomes.length - failed.length} of ${outcomes.length} in place`)
  },
})
