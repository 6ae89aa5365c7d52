import { type Job as CarriedJob, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { findWork, finishWork, postponeWork, type Work } from '../db/queries/work.ts'
import { SECOND, stopwatch } from '../platform/clock.ts'
import { Fault } from '../platform/faults.ts'
import { wideEvent } from '../platform/logger.ts'
import type { Metrics } from '../platform/metrics.ts'
import { type Job, type JobEnd, pauseAfter, QUEUES, type QueueName } from './define.ts'
import type { JobDeps } from './deps.ts'
import { PREFIX } from './queues.ts'

const carried = z.object({ work: z.string().min(1), attempt: z.number().int().positive() })

/** A killed worker's job is taken over after this time of silence. */
const LOCK_MS = 10 * SECOND

type Deps = Readonly<{ job: JobDeps; metrics: Metrics; jobs: ReadonlyMap<string, Job>; poke(): void }>

/** What a run came to, for the log. */
type Verdict = { outcome: string; detail?: string; err?: unknown }

/**
 * Runs one piece of work and writes down how it ended. A Fault that may pass is tried again after a growing pause;
 * a service that says when to come back is obeyed without counting it; any other Fault stops at once and tells.
 * Anything else is a bug: it is tried again a few times, because most bugs of this kind are weather, then told.
 */
export const runWork = async (deps: Deps, work: Work, job: Job): Promise<Verdict> => {
  const { db, clock, random } = deps.job
  const settle = async (end: JobEnd): Promise<Verdict> => {
    if (end.end === 'done') {
      await finishWork(db, work.id, 'done', end.note ?? null, clock.now())
      return { outcome: 'done', ...(end.note === undefined ? {} : { detail: end.note }) }
    }
    await postponeWork(db, work, { dueAt: clock.now() + end.ms, reason: end.why, failed: false })
    return { outcome: 'waits', detail: end.why }
  }
  try {
    return await settle(await job.run(work.subject, deps.job))
  } catch (error) {
    const fault = error instanceof Fault ? error : undefined
    const why = fault?.message ?? 'an unexpected error'
    const kind = fault === undefined ? 'bug' : 'fault'
    if (fault?.facts.retryAfterMs !== undefined) {
      const { retryAfterMs } = fault.facts
      await postponeWork(db, work, { dueAt: clock.now() + retryAfterMs, reason: why, failed: false })
      return { outcome: 'waits', detail: why }
    }
    const mayPass = fault?.retryable ?? true
    if (mayPass && work.failures + 1 < job.retry.attempts) {
      const pause = pauseAfter(job.retry, work.failures, random())
      await postponeWork(db, work, { dueAt: clock.now() + pause, reason: why, failed: true })
      return { outcome: kind, detail: why, err: error }
    }
    await job.gaveUp?.(work.subject, deps.job, why)
    await finishWork(db, work.id, 'failed', why, clock.now())
    return { outcome: kind === 'bug' ? 'bug' : 'gave-up', detail: why, err: error }
  }
}

/** Starts the workers of every queue. */
export const startWorkers = (redis: Redis, deps: Deps): { stop(): Promise<void> } => {
  const { db, log } = deps.job
  // After Redis was emptied, work that is running is handed over again: the second copy steps aside.
  const running = new Set<string>()

  const process = async (carriedJob: CarriedJob): Promise<void> => {
    const { work: id, attempt } = carried.parse(carriedJob.data)
    const work = await findWork(db, id)
    if (work === undefined || work.state !== 'open' || work.attempt !== attempt || running.has(id)) return
    const job = deps.jobs.get(work.job)
    if (job === undefined) return
    running.add(id)
    const elapsed = stopwatch()
    try {
      const verdict = await runWork(deps, work, job)
      const ms = elapsed()
      deps.metrics.jobs.labels(job.name, verdict.outcome).observe(ms / SECOND)
      // What waits for the same thing as the last time, again and again, would drown the rest.
      const isNews = verdict.outcome !== 'waits' || verdict.detail !== work.reason
      const facts = { event: 'job', name: job.name, subject: work.subject, attempt, ms, ...verdict } as const
      wideEvent(log, facts, isNews)
    } finally {
      running.delete(id)
      deps.poke()
    }
  }

  const workers = (Object.entries(QUEUES) as [QueueName, number][]).map(([queue, concurrency]) => {
    const worker = new Worker(queue, process, {
      connection: redis,
      prefix: PREFIX,
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS / 2,
      maxStalledCount: 1_000,
    })
    worker.on('error', (err) =>
      log.debug({ err: { message: err.message }, queue }, 'a worker waits for Redis'),
    )
    worker.on('failed', (_, err) =>
      log.error({ err, queue }, 'work could not be written down; the sweeper will find it'),
    )
    return worker
  })
  return {
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}
