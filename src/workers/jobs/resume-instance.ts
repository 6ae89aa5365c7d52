import { resumeInstance } from '../../actions/requests/resume-instance.ts'
import { SECOND } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'
import { actAs } from '../system.ts'

/** An instance was saved anew, or is well again: requests that waited for that are tried at once. */
export const resumeInstanceJob = defineJob({
  name: 'resume-instance',
  queue: 'upkeep',
  retry: { attempts: 10, firstPauseMs: SECOND, longestPauseMs: 60 * SECOND },
  run: async (instanceId, deps) => {
    const outcome = await resumeInstance(deps, actAs('resume-instance'), {
      instanceId,
      job: 'add-to-arr',
      visits: ['watch-instance', 'install-hook', 'reconcile-instance', 'test-hook'],
    })
    return finished(outcome.ok ? `${outcome.value} hastened` : outcome.refusal.code)
  },
})
