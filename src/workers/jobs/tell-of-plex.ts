import { tellOfPlex } from '../../actions/telling/tell-of-plex.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'
import { actAs } from '../system.ts'

/** Tells somebody that Plex takes their sign-in no longer. */
export const tellOfPlexJob = defineJob({
  name: 'tell-of-plex',
  queue: 'tell',
  retry: { attempts: 10, firstPauseMs: SECOND, longestPauseMs: MINUTE },
  run: async (plexId, deps) => {
    const outcome = await tellOfPlex(deps, actAs('tell-of-plex'), { plexId })
    return finished(outcome.ok ? undefined : outcome.refusal.code)
  },
})
