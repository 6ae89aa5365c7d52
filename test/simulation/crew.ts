import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Found } from './stage.ts'

/** Seeds for one thread, with the bug of that name planted when there is one. */
export type Task = Readonly<{ bug?: string; from: number; count: number }>

/** As many threads as there are processors, each with a program and a database of its own. */
export type Crew = Readonly<{ size: number; give(task: Task): Promise<Found>; dismiss(): Promise<void> }>

type Given = Readonly<{ task: Task; resolve(found: Found): void; reject(error: unknown): void }>

export const hireCrew = (): Crew => {
  const size = availableParallelism()
  const waiting: Given[] = []
  const all: Worker[] = []
  const busy = new Map<Worker, Given>()

  const hand = (worker: Worker): void => {
    const given = waiting.shift()
    if (given === undefined) return
    busy.set(worker, given)
    worker.postMessage(given.task)
  }

  const hire = (): Worker => {
    const worker = new Worker(new URL('./crew-member.ts', import.meta.url))
    all.push(worker)
    worker.on('message', (found: Found) => {
      busy.get(worker)?.resolve(found)
      busy.delete(worker)
      hand(worker)
    })
    worker.on('error', (error) => busy.get(worker)?.reject(error))
    return worker
  }

  return {
    size,
    give: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject })
        const worker = all.find((one) => !busy.has(one)) ?? (all.length < size ? hire() : undefined)
        if (worker !== undefined) hand(worker)
      }),
    dismiss: async () => {
      await Promise.all(all.map((worker) => worker.terminate()))
    },
  }
}
