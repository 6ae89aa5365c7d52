import type { Carried, SimulatedRedis } from './redis.ts'

type Options = Readonly<{ connection: { redis: SimulatedRedis }; concurrency?: number }>

type Adding = Readonly<{
  name: string
  data: Carried['data']
  opts: Readonly<{ jobId: string }>
}>

/** What the program uses of BullMQ's sending side. */
export class Queue {
  readonly #name: string
  readonly #redis: SimulatedRedis

  constructor(name: string, { connection }: Options) {
    this.#name = name
    this.#redis = connection.redis
  }

  on(): this {
    return this
  }

  addBulk(jobs: readonly Adding[]): Promise<void> {
    return this.#redis.add(
      this.#name,
      jobs.map(({ data, opts }) => ({ id: opts.jobId, data })),
    )
  }

  getJob(id: string): Promise<Carried | undefined> {
    return this.#redis.find(this.#name, id)
  }

  async close(): Promise<void> {}
}

/** What the program uses of BullMQ's receiving side. */
export class Worker {
  constructor(name: string, work: (job: Carried) => Promise<void>, options: Options) {
    options.connection.redis.attend(name, work, options.concurrency ?? 1)
  }

  on(): this {
    return this
  }

  async close(): Promise<void> {}
}
