import type { Answer } from './answers.ts'
import type { Call } from './calls.ts'
import { createQueue, EVERY, type Match } from './queue.ts'

/** What can happen to answers that were really given. Each lasts until `heal`, unless it counts. */
export type Mischief = {
  /** Does what was asked, and sends the first half of the answer's body as if it were the whole. */
  cut(match?: Match, times?: number): void
  /** Lets something happen between a matching call's answer and the next call. */
  after(match: Match, happens: () => void, times?: number): void
}

const halved = (answer: Answer): Answer => {
  const bytes = Buffer.from(answer.body ?? '')
  return { ...answer, body: bytes.subarray(0, Math.floor(bytes.length / 2)) }
}

/** The mischief at one stand-in, and how its server asks after it. */
export const createMischief = () => {
  const cuts = createQueue<true>()
  const happenings = createQueue<() => void>()

  const driver: Mischief = {
    cut: (match = EVERY, times) => cuts.add(match, true, times),
    after: (match, happens, times) => happenings.add(match, happens, times),
  }

  /** What of an answer goes out. */
  const touch = (call: Call, answer: Answer): Answer => {
    happenings.take(call)?.()
    return cuts.take(call) ? halved(answer) : answer
  }

  const clear = (): void => {
    cuts.clear()
    happenings.clear()
  }

  return { driver, touch, clear }
}
