/** What kind of trouble an outside service gave; decides between retrying, waiting as told, and stopping to tell. */
export type FaultKind =
  | 'unreachable'
  | 'name-not-found'
  | 'tls'
  | 'timeout'
  | 'rate-limited'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rejected'
  | 'bad-shape'
  | 'server'

const RETRYABLE: ReadonlySet<FaultKind> = new Set([
  'unreachable',
  'name-not-found',
  'tls',
  'timeout',
  'rate-limited',
  'conflict',
  'server',
])

export type FaultFacts = {
  kind: FaultKind
  /** The service in the reader's words: "Radarr", "plex.tv", "Discord". */
  service: string
  /** What was being done, for logs: "add a film". */
  operation: string
  status?: number
  /** Milliseconds the service asked us to wait. */
  retryAfterMs?: number
  /** The service's own code, such as Discord's 50007. */
  code?: number | string
  /** What the service said, shortened, never holding a key or token. */
  said?: string
}

/** Trouble with an outside service. The only thing clients throw. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly facts: Readonly<FaultFacts>

  constructor(facts: FaultFacts, cause?: unknown) {
    super(`${facts.service}: ${facts.operation}: ${facts.kind}${facts.status ? ` (${facts.status})` : ''}`, {
      cause,
    })
    this.facts = facts
  }

  get kind(): FaultKind {
    return this.facts.kind
  }

  /** Whether the same call may succeed later without anybody doing anything. */
  get retryable(): boolean {
    return RETRYABLE.has(this.facts.kind)
  }
}

export const isFault = (error: unknown, ...kinds: readonly FaultKind[]): error is Fault =>
  error instanceof Fault && (kinds.length === 0 || kinds.includes(error.facts.kind))
