import { resumeInstance } from '../../actions/requests/resume-instance.ts'
import { SECOND } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'
import { actAs } from '../system.ts'

/** Everything that may wait for an instance that rests, beside its requests. */
const VISITS = [
  'watch-instance',
  'install-hook',
  'test-hook',
  'check-instance',
  'follow-instance',
  'reconcile-instance',
]

/** An instance was saved anew, or is well again: requests that waited for that are tried at once. */
export const resumeInstanceJob = defineJob({
  name: 'resume-instance',
  queue: 'upkeep',
  retry: { attempts: 10, firstPauseMs: SECOND, longestPauseMs: 60 * SECOND },
  run: async (instanceId, deps) => {
    const outcome = await resumeInstance(deps, actAs('resume-instance'), {
      instanceId,
      job: 'add-to-arr',
      visits: VISITS,
    })
    return finished(outcome.ok ? `${outcome.value} hastened` : outcome.refusal.code)
  },
})
