import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest'
import { Fault, type FaultFacts, type FaultKind } from '../../platform/faults.ts'
import { networkFault } from '../http/network-fault.ts'
import { safeWords } from '../http/said.ts'

/** Codes that say more than their status does. */
const BY_CODE: Readonly<Record<number | string, FaultKind>> = {
  10003: 'not-found', // channel
  10008: 'not-found', // message
  10062: 'not-found', // interaction, more than 3 seconds old
  40003: 'rate-limited', // DMs opened too fast
  50007: 'forbidden', // they take no DMs
  50027: 'not-found', // interaction token, more than 15 minutes old; its 401 is not about the bot's token
  50278: 'forbidden', // no guild in common
}

const BY_STATUS: Readonly<Record<number, FaultKind>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
}

// The manager drops a token that Discord refused, and then misses it.
const TOKEN_DROPPED = /^Expected token to be set/

/** Puts whatever the REST manager threw into a Fault; its errors hold bodies and addresses, so none is passed on. */
export const discordFault = (
  operation: string,
  error: unknown,
  token: string,
  signals: { deadline: AbortSignal; signal?: AbortSignal },
): Fault => {
  const facts = { service: 'Discord', operation }
  if (error instanceof Fault) return new Fault({ ...error.facts, operation })
  if (error instanceof DiscordAPIError) return new Fault({ ...facts, ...refusal(error, token) })
  if (error instanceof RateLimitError) {
    return new Fault({ ...facts, kind: 'rate-limited', status: 429, ...waitOf(error) })
  }
  if (error instanceof HTTPError) return new Fault({ ...facts, kind: 'server', status: error.status })
  if (error instanceof SyntaxError) return new Fault({ ...facts, kind: 'bad-shape', said: 'broken JSON' })
  if (error instanceof Error && TOKEN_DROPPED.test(error.message)) {
    return new Fault({ ...facts, kind: 'unauthorised', status: 401 })
  }
  if (error instanceof Error && error.name === 'AbortError' && !signals.signal?.aborted) {
    return new Fault({ ...facts, kind: 'timeout' })
  }
  return networkFault(
    { ...facts, ...(signals.signal ? { signal: signals.signal } : {}) },
    error,
    signals.deadline,
  )
}

const refusal = (
  error: DiscordAPIError,
  token: string,
): Pick<FaultFacts, 'kind' | 'status' | 'code' | 'said'> => ({
  kind: BY_CODE[error.code] ?? BY_STATUS[error.status] ?? 'rejected',
  status: error.status,
  ...(error.code === undefined ? {} : { code: error.code }),
  said: safeWords(error.message, [token]),
})

// Without a number to wait for the manager counts zero, or not a number.
const waitOf = ({ retryAfter }: RateLimitError) =>
  retryAfter > 0 ? { retryAfterMs: Math.ceil(retryAfter) } : {}
