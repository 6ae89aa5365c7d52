import { Fault, type FaultFacts, type FaultKind } from '../../platform/faults.ts'
import { saidIn } from './said.ts'
import type { Answer, Call } from './types.ts'

const KINDS: Readonly<Record<number, FaultKind>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  429: 'rate-limited',
}

/**
 * How long a `Retry-After` asks to wait, in milliseconds. A date is measured against the service's own clock, so
 * that neither a wrong clock here nor one there shortens the wait.
 */
export const retryAfterMs = (headers: Answer['headers']): number | undefined => {
  const asked = headers['retry-after']
  if (asked === undefined) return undefined
  if (/^\d+(\.\d+)?$/.test(asked)) return Math.ceil(Number(asked) * 1000)
  const wait = Date.parse(asked) - Date.parse(headers.date ?? '')
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

/** The Fault for an answer that isn't a success, with the service's own short message. */
export const statusFault = (
  call: Call,
  answer: Answer,
  better: Partial<Pick<FaultFacts, 'kind' | 'code' | 'said'>> = {},
): Fault => {
  const { status, headers, text } = answer
  const said = saidIn(text, call.secrets)
  const wait = retryAfterMs(headers)
  return new Fault({
    kind: KINDS[status] ?? (status >= 500 ? 'server' : 'rejected'),
    service: call.service,
    operation: call.operation,
    status,
    ...(said === undefined ? {} : { said }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...better,
  })
}
