import type { Breach } from '../checks-seam.ts'

/** A request that was answered; status 0 when it was cut or left hanging on purpose. */
export type Call = {
  method: string
  path: string
  status: number
  /** Milliseconds since 1970, on the world's clock. */
  at: number
}

/** What was wrong with a request that broke a rule of Discord's. */
type RecordedBreach = Breach & { method: string; path: string }

type Counters = {
  requests: number
  /** Answers with 429. */
  limited: number
  /** Answers with 401, 403 or 429: at 10,000 in ten minutes Discord shuts the door. */
  invalid: number
}

export type Records = { calls: Call[]; breaches: RecordedBreach[]; counters: Counters }

export const createRecords = (): Records => ({
  calls: [],
  breaches: [],
  counters: { requests: 0, limited: 0, invalid: 0 },
})

export const record = ({ calls, counters }: Records, call: Call): void => {
  calls.push(call)
  counters.requests += 1
  if (call.status === 429) counters.limited += 1
  if ([401, 403, 429].includes(call.status)) counters.invalid += 1
}
