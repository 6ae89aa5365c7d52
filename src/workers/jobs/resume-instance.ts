import { resumeInstance } from '../../actions/requests/resume-instance.ts'
import { SECOND } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'
import { actAs } from '../system.ts'

/** Everything that may wait for an instance that rests. */
const WAITING = [
  'add-to-arr',
  'search-again',
  'read-arrival',
  'watch-instance',
  'install-hook',
  'test-hook',
  'check-instance',
  'follow-instance',
  'reconcile-instance',
]

/** An instance was saved anew, or is well again: what waited for that is tried at once. */
export const resumeInstanceJob = defineJob({
  name: 'resume-instance',
  queue: 'upkeep',
  retry: { attempts: 10, firstPauseMs: SECOND, longestPauseMs: 60 * SECOND },
  run: async (instanceId, deps) => {
    const outcome = await resumeInstance(deps, actAs('resume-instance'), { instanceId, jobs: WAITING })
    return finished(outcome.ok ? `${outcome.value} hastened` : outcome.refusal.code)
  },
})
