import type { Job, QueueName } from './define.ts'
import { addToArrJob } from './jobs/add-to-arr.ts'
import { askUnfoundJob } from './jobs/ask-unfound.ts'
import { checkListJob } from './jobs/check-list.ts'
import { considerItemJob } from './jobs/consider-item.ts'
import { evaluateRequestJob } from './jobs/evaluate-request.ts'
import { findIdsJob } from './jobs/find-ids.ts'
import { findPeopleJob } from './jobs/find-people.ts'
import { followDownloadsJob, followInstanceJob } from './jobs/follow-downloads.ts'
import { checkHooksJob, checkInstanceJob, installHookJob } from './jobs/install-hook.ts'
import { checkChannelsJob, renewCardsJob } from './jobs/keep-channels.ts'
import { pruneLedgerJob } from './jobs/prune-ledger.ts'
import { readArrivalJob } from './jobs/read-arrival.ts'
import { readFeedJob } from './jobs/read-feed.ts'
import { catchUpJob, reconcileInstanceJob, reconcileInstancesJob } from './jobs/reconcile.ts'
import { removeHookJob } from './jobs/remove-hook.ts'
import { resumeInstanceJob } from './jobs/resume-instance.ts'
import { searchAgainJob } from './jobs/search-again.ts'
import { sendDeliveryJob } from './jobs/send-delivery.ts'
import { showApprovalCardJob, showStatusCardJob } from './jobs/show-cards.ts'
import { showSigninEndJob } from './jobs/show-signin-end.ts'
import { signOutPlexJob } from './jobs/sign-out-plex.ts'
import { tellAvailableJob, tellDeniedJob, tellNarrowedJob, tellRefusedJob } from './jobs/tell.ts'
import { tellEpisodesJob } from './jobs/tell-episodes.ts'
import { tellOfInstanceJob } from './jobs/tell-of-instance.ts'
import { tellOfPlexJob } from './jobs/tell-of-plex.ts'
import { testHookJob } from './jobs/test-hook.ts'
import { walkListJob } from './jobs/walk-list.ts'
import { watchInstanceJob } from './jobs/watch-instance.ts'
import { watchListsJob } from './jobs/watch-lists.ts'
import { watchSigninJob } from './jobs/watch-signin.ts'
import { withdrawItemJob } from './jobs/withdraw-item.ts'
import { reactions } from './reactions.ts'
import { schedules } from './schedules.ts'

const all: readonly Job[] = [
  addToArrJob,
  askUnfoundJob,
  catchUpJob,
  checkChannelsJob,
  checkHooksJob,
  checkInstanceJob,
  evaluateRequestJob,
  followDownloadsJob,
  followInstanceJob,
  installHookJob,
  pruneLedgerJob,
  readArrivalJob,
  reconcileInstanceJob,
  reconcileInstancesJob,
  renewCardsJob,
  removeHookJob,
  resumeInstanceJob,
  searchAgainJob,
  sendDeliveryJob,
  showApprovalCardJob,
  showSigninEndJob,
  showStatusCardJob,
  tellAvailableJob,
  tellDeniedJob,
  tellNarrowedJob,
  tellEpisodesJob,
  tellOfInstanceJob,
  tellRefusedJob,
  testHookJob,
  watchInstanceJob,
  watchSigninJob,
  checkListJob,
  considerItemJob,
  findIdsJob,
  findPeopleJob,
  readFeedJob,
  signOutPlexJob,
  tellOfPlexJob,
  walkListJob,
  watchListsJob,
  withdrawItemJob,
]

/**
 * Every job by its name. Throws, and so stops the start, when two share a name or when a reaction or schedule
 * names one that isn't here.
 */
export const readJobs = (list: readonly Job[] = all): ReadonlyMap<string, Job> => {
  const jobs = new Map(list.map((job) => [job.name, job]))
  if (jobs.size !== list.length) throw new Error('two jobs share a name')
  for (const name of [...Object.values(reactions).flat(), ...Object.keys(schedules)]) {
    if (!jobs.has(name)) throw new Error(`no job is called ${name}`)
  }
  return jobs
}

export const queueOf =
  (jobs: ReadonlyMap<string, Job>) =>
  (name: string): QueueName => {
    const job = jobs.get(name)
    // Work of a version that knew more jobs: it rests where it does no harm.
    return job?.queue ?? 'upkeep'
  }
