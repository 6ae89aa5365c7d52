import type { Life } from './life.ts'
import type { World } from './world.ts'

/** A job on its way, as BullMQ hands it over. */
export type Carried = Readonly<{ id: string; data: Readonly<{ work: string; attempt: number }> }>

/** One process's line to Redis. */
export type SimulatedRedis = Readonly<{
  add(queue: string, jobs: readonly Carried[]): Promise<void>
  find(queue: string, id: string): Promise<Carried | undefined>
  attend(queue: string, work: (job: Carried) => Promise<void>, concurrency: number): void
  /** Sets the key when it isn't there; 1 when it was set. */
  setnx(key: string, value: string): Promise<number>
}>

type Attending = {
  readonly life: Life
  readonly work: (job: Carried) => Promise<void>
  readonly concurrency: number
  busy: number
}

type Queue = {
  waiting: Carried[]
  readonly active: Map<string, { life: Life; job: Carried }>
  readonly workers: Attending[]
}

/** After so long without a sign of life, BullMQ gives a job to another worker. */
const STALLED_MS = { from: 10_000, to: 15_000 }

/** A Redis that carries jobs, and may lose, repeat, delay and reorder them. */
export const createRedis = (world: World) => {
  const { timeline, random, weather } = world
  const keys = new Map<string, string>()
  const queues = new Map<string, Queue>()
  let isDown = false

  const queueOf = (name: string): Queue => {
    const known = queues.get(name)
    if (known !== undefined) return known
    const made: Queue = { waiting: [], active: new Map(), workers: [] }
    queues.set(name, made)
    return made
  }

  const knock = (): void => {
    if (isDown) throw new Error('Redis is away')
  }

  const offer = (queue: Queue, job: Carried): void => {
    queue.waiting.push(job)
    const wait = random.chance(weather.redis) ? random.between(100, 20_000) : random.between(1, 5)
    timeline.after(wait, () => dispatch(queue))
  }

  const end = (queue: Queue, worker: Attending, job: Carried): void => {
    worker.busy -= 1
    if (queue.active.get(job.id)?.life === worker.life) queue.active.delete(job.id)
    timeline.after(1, () => dispatch(queue))
  }

  const dispatch = (queue: Queue): boolean => {
    if (isDown || queue.waiting.length === 0) return false
    const free = queue.workers.filter(({ life, busy, concurrency }) => life.alive && busy < concurrency)
    if (free.length === 0) return false
    const worker = random.pick(free)
    const [job] = queue.waiting.splice(
      random.chance(weather.redis) ? random.between(0, queue.waiting.length - 1) : 0,
      1,
    )
    if (job === undefined) return false
    if (random.chance(weather.redis / 4)) {
      world.trace('redis loses', job.id)
      return false
    }
    if (random.chance(weather.redis / 2)) {
      world.trace('redis repeats', job.id)
      timeline.after(random.between(1, 5_000), () => {
        queue.waiting.push(job)
        return dispatch(queue)
      })
    }
    queue.active.set(job.id, { life: worker.life, job })
    worker.busy += 1
    worker.work(job).then(
      () => end(queue, worker, job),
      (error: unknown) => {
        if (!isDown) world.trace('not written down', job.id, String(error))
        end(queue, worker, job)
      },
    )
    if (queue.waiting.length > 0) timeline.after(1, () => dispatch(queue))
    return true
  }

  return {
    lineOf: (life: Life): SimulatedRedis => ({
      add: async (name, jobs) => {
        knock()
        const queue = queueOf(name)
        for (const job of jobs) {
          if (queue.active.has(job.id) || queue.waiting.some(({ id }) => id === job.id)) continue
          offer(queue, job)
        }
      },
      find: async (name, id) => {
        knock()
        const queue = queueOf(name)
        return queue.active.get(id)?.job ?? queue.waiting.find((job) => job.id === id)
      },
      attend: (name, work, concurrency) => {
        const queue = queueOf(name)
        queue.workers.push({ life, work, concurrency, busy: 0 })
        for (const _ of queue.waiting) timeline.after(1, () => dispatch(queue))
      },
      setnx: async (key, value) => {
        knock()
        if (keys.has(key)) return 0
        keys.set(key, value)
        return 1
      },
    }),
    /** What a process that died was at is given to another after a while. */
    abandon: (life: Life): void => {
      for (const queue of queues.values()) {
        queue.workers.splice(0, queue.workers.length, ...queue.workers.filter((one) => one.life !== life))
        for (const [id, held] of [...queue.active]) {
          if (held.life !== life) continue
          timeline.after(random.between(STALLED_MS.from, STALLED_MS.to), () => {
            if (queue.active.get(id) !== held) return false
            queue.active.delete(id)
            queue.waiting.push(held.job)
            return dispatch(queue)
          })
        }
      }
    },
    flush: (): void => {
      keys.clear()
      for (const queue of queues.values()) {
        queue.waiting = []
        queue.active.clear()
      }
    },
    setDown: (down: boolean): void => {
      isDown = down
      if (!down) for (const queue of queues.values()) for (const _ of queue.waiting) dispatch(queue)
    },
    /** Whether this is the Redis that the program filled, which is away while it is down. */
    isKnown: (): boolean => isDown || keys.size > 0,
  }
}

export type Redis = ReturnType<typeof createRedis>
