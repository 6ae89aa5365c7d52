import { Fault, type FaultKind } from '../../platform/faults.ts'
import { Unreadable } from './body.ts'
import { FORBIDDEN_ADDRESS } from './guard.ts'
import type { Call } from './types.ts'

const KINDS: Readonly<Record<string, FaultKind>> = {
  [FORBIDDEN_ADDRESS]: 'forbidden',
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  EAI_FAIL: 'name-not-found',
  EAI_NODATA: 'name-not-found',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_INVALID_ARG: 'rejected',
  UND_ERR_HEADERS_OVERFLOW: 'bad-shape',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'bad-shape',
}

// OpenSSL's verdicts on certificates have no common prefix.
const TLS = /CERT|SSL|TLS|EPROTO|UNABLE_TO_|CRL_|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH/
// llhttp and zlib: what answers is no web server, or a broken one.
const GARBLED = /^(HPE_|HTTPParserError|Z_)/

const codeOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  const { code, name } = error as { code?: unknown; name?: unknown }
  return String(code ?? name)
}

const kindOf = (code: string): FaultKind => {
  const known = KINDS[code]
  if (known) return known
  if (TLS.test(code)) return 'tls'
  return GARBLED.test(code) ? 'bad-shape' : 'unreachable'
}

/**
 * Puts what a socket, resolver, certificate or deadline did into a Fault. The error itself is not passed on:
 * nobody can say what a library may hang on it some day.
 */
export const networkFault = (
  { service, operation, signal }: Pick<Call, 'service' | 'operation' | 'signal'>,
  error: unknown,
  deadline: AbortSignal,
): Fault => {
  const facts = { service, operation }
  if (error instanceof Unreadable) return new Fault({ ...facts, kind: 'bad-shape', said: error.message })
  if (signal?.aborted) return new Fault({ ...facts, kind: 'timeout', code: 'aborted' })
  if (deadline.aborted) return new Fault({ ...facts, kind: 'timeout' })
  const code = codeOf(error)
  return new Fault({ ...facts, kind: kindOf(code), code, said: code })
}
