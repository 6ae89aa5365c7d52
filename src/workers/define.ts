import type { JobDeps } from './deps.ts'

/** A queue of its own pace: work of one never waits behind another's. */
export const QUEUES = {
  decide: 20,
  consider: 8,
  arr: 8,
  tell: 10,
  cards: 6,
  plex: 20,
  watch: 6,
  upkeep: 4,
} as const

export type QueueName = keyof typeof QUEUES

/**
 * How a run ended. `wait` is not a failure: the job comes back after `ms`, without counting towards giving up.
 * `why` and `note` are for the log and the ledger, never secrets.
 */
export type JobEnd = Readonly<{ end: 'done'; note?: string } | { end: 'wait'; ms: number; why: string }>

export const finished = (note?: string): JobEnd =>
  note === undefined ? { end: 'done' } : { end: 'done', note }

/** Comes back after `ms`, in whole milliseconds: chance is behind most pauses, and an instant has no parts. */
export const later = (ms: number, why: string): JobEnd => ({ end: 'wait', ms: Math.ceil(ms), why })

/** How often and how patiently a job is tried again after a Fault that may pass. */
export type Retry = Readonly<{ attempts: number; firstPauseMs: number; longestPauseMs: number }>

export type Job = Readonly<{
  /** Stable for ever: it stands in the ledger. */
  name: string
  queue: QueueName
  retry: Retry
  /** `subject` is the id that the event carried; everything else is read from the database. */
  run(subject: string, deps: JobDeps): Promise<JobEnd>
  /** After the last attempt, or at once after a Fault that no repetition mends. */
  gaveUp?(subject: string, deps: JobDeps, why: string): Promise<void>
}>

export const defineJob = (job: Job): Job => job

/** The pause before the next try: doubled each time, with up to a fifth of jitter so that many do not return at once. */
export const pauseAfter = (retry: Retry, failures: number, random: number): number => {
  const pause = Math.min(retry.firstPauseMs * 2 ** Math.min(failures, 20), retry.longestPauseMs)
  return Math.round(pause * (0.9 + random * 0.2))
}
