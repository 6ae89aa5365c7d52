import type { Call } from '../kit/calls.ts'
import type { Clock } from '../kit/clock.ts'
import { Refusal } from './routes/reply.ts'

const PER_SECOND = 40

/** Lets a call in that carries the token, at most forty of them a second. */
export const createGate = (token: string, clock: Clock) => {
  let recent: number[] = []

  return ({ headers }: Call): void => {
    if (headers.authorization !== `Bearer ${token}`)
      throw new Refusal(401, 7, 'Invalid API key: You must be granted a valid key.')
    const now = clock.now()
    recent = [...recent.filter((at) => at > now - 1000), now]
    if (recent.length > PER_SECOND)
      throw new Refusal(
        429,
        25,
        `Your request count (${recent.length}) is over the allowed limit of (${PER_SECOND}).`,
        { 'retry-after': '1' },
      )
  }
}
