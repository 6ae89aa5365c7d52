/** What happens at a moment. Answers whether it woke any of the program's code, which then runs until it waits again. */
export type Act = () => boolean

/** Virtual time: nothing waits for real, and what happens is in an order that only depends on what was planned. */
export type Timeline = {
  /** The wall's clock, which may be set. */
  now(): number
  /** Milliseconds since the run began, which never jump. */
  elapsed(): number
  after(ms: number, act: Act): void
  /** Sets the wall's clock by so much. */
  jump(ms: number): void
  /** Goes on until `elapsed` passes `until`, or until `stop` says so. */
  run(until: number, stop?: () => boolean): Promise<void>
  /** Called whenever code of the program has run. */
  onWake(act: () => void): void
}

type Planned = Readonly<{ at: number; order: number; act: Act }>

const isSooner = (one: Planned, other: Planned): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order)

/** A heap of what is planned, soonest first. */
const createHeap = () => {
  const heap: Planned[] = []
  const at = (index: number): Planned => heap[index] as Planned
  const swap = (one: number, other: number): void => {
    const kept = at(one)
    heap[one] = at(other)
    heap[other] = kept
  }
  return {
    first: (): Planned | undefined => heap[0],
    add: (planned: Planned): void => {
      heap.push(planned)
      for (let index = heap.length - 1; index > 0; ) {
        const parent = (index - 1) >> 1
        if (!isSooner(at(index), at(parent))) break
        swap(index, parent)
        index = parent
      }
    },
    take: (): void => {
      const last = heap.pop()
      if (last === undefined || heap.length === 0) return
      heap[0] = last
      for (let index = 0; ; ) {
        const left = 2 * index + 1
        if (left >= heap.length) break
        const child = left + 1 < heap.length && isSooner(at(left + 1), at(left)) ? left + 1 : left
        if (!isSooner(at(child), at(index))) break
        swap(index, child)
        index = child
      }
    },
  }
}

/** Lets every promise that can go on go on: what then still waits waits for the timeline. */
const drain = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const createTimeline = (start: number): Timeline => {
  const heap = createHeap()
  let elapsed = 0
  let offset = start
  let order = 0
  let woken: () => void = () => undefined
  return {
    now: () => elapsed + offset,
    elapsed: () => elapsed,
    after: (ms, act) => {
      order += 1
      heap.add({ at: elapsed + Math.max(0, Math.round(ms)), order, act })
    },
    jump: (ms) => {
      offset += ms
    },
    run: async (until, stop = () => false) => {
      await drain()
      while (!stop()) {
        const next = heap.first()
        if (next === undefined || next.at > until) {
          elapsed = Math.max(elapsed, until)
          return
        }
        heap.take()
        elapsed = Math.max(elapsed, next.at)
        if (!next.act()) continue
        await drain()
        woken()
      }
    },
    onWake: (act) => {
      woken = act
    },
  }
}
