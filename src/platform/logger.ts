import { type DestinationStream, pino, stdSerializers } from 'pino'
import { Fault } from './faults.ts'

/** What a log needs to do; narrow, so that anything may be given one. */
export type Log = {
  debug(fields: object, text: string): void
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
  child(fields: object): Log
}

/** The facts of one interaction, job or webhook, written as one line when it ends. */
type WideEvent = {
  event: 'interaction' | 'job' | 'webhook' | 'http' | 'start' | 'stop' | 'connection'
  name: string
  outcome: string
  ms?: number
  [fact: string]: unknown
}

const SECRETS = 'x-plex-token|x-api-key|x-usherr-secret|api_?key|token|authorization|password|secret'
const FIELD = new RegExp(`(?:${SECRETS})$`, 'i')
// Also in JSON within JSON, where quotes are escaped.
const IN_TEXT = new RegExp(
  `((?:${SECRETS})\\\\*["']?\\s*[=:]\\s*\\\\*["']?)(?:bot |bearer |basic )?[^\\s"'&,}\\\\]+`,
  'gi',
)
const IN_ADDRESS = /(:\/\/[^\s:@/"']*:)[^\s@/"']+(?=@)/g
const IN_PATH =
  /(\/webhooks\/(?:plex|tautulli|seerr|maintainerr)\/|\/webhooks\/\d+\/|\/interactions\/\d+\/)[^/\s"'?]+/gi

/** A process-wide set of known secret values, taken out of whatever is logged, wherever they stand. */
export type Scrubber = { hide(secret: string): void; scrub(text: string): string }

export const createScrubber = (): Scrubber => {
  const known = new Set<string>()
  return {
    hide: (secret) => {
      if (secret.length >= 8) known.add(secret)
    },
    scrub: (text) => {
      let clean = text
      for (const shape of [IN_TEXT, IN_PATH, IN_ADDRESS]) clean = clean.replace(shape, '$1[hidden]')
      for (const secret of known) clean = clean.replaceAll(secret, '[hidden]')
      return clean
    },
  }
}

/**
 * pino, with secrets removed three ways: by field name, by shape in free text (addresses, headers), and by value
 * for every secret the scrubber was told of. A bug's stack is logged once, at the edge that caught it.
 */
export const createLogger = (
  settings: { level: string; format: 'json' | 'pretty' },
  scrubber: Scrubber,
  destination: DestinationStream = pino.destination({ dest: 1, sync: true }),
): Log => {
  const sink: DestinationStream =
    settings.format === 'pretty'
      ? pino.transport({
          target: 'pino-pretty',
          options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' },
        })
      : destination
  return pino(
    {
      level: settings.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (fields) => hideFields(fields, 0) },
      serializers: { err: serializeError },
      hooks: { streamWrite: (line) => scrubber.scrub(line) },
    },
    sink,
  )
}

// A Fault is weather, not a bug: what it says is all that there is to know, and a stack would only look like one.
const serializeError = (error: unknown): unknown => {
  if (error instanceof Fault) return { type: 'Fault', message: error.message, ...error.facts }
  return error instanceof Error ? hideFields({ ...stdSerializers.errWithCause(error) }, 0) : error
}

const DEEPEST = 8

const hideFields = (fields: object, depth: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      FIELD.test(name) ? '[hidden]' : hideIn(value, depth + 1),
    ]),
  )

const hideIn = (value: unknown, depth: number): unknown => {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value
  if (Array.isArray(value)) return value.map((item) => hideIn(item, depth + 1))
  return value instanceof Error || 'toJSON' in value ? value : hideFields(value, depth)
}

/** Writes the one line that tells how an interaction, job or webhook went. What is no news is for those who debug. */
export const wideEvent = (log: Log, facts: WideEvent, isNews = true): void => {
  const { outcome } = facts
  const rounded = facts.ms === undefined ? facts : { ...facts, ms: Math.round(facts.ms * 10) / 10 }
  if (outcome === 'bug') log.error(rounded, `${facts.event} ${facts.name}: ${outcome}`)
  else if (outcome === 'fault' || outcome === 'gave-up')
    log.warn(rounded, `${facts.event} ${facts.name}: ${outcome}`)
  else if (!isNews) log.debug(rounded, `${facts.event} ${facts.name}: ${outcome}`)
  else log.info(rounded, `${facts.event} ${facts.name}: ${outcome}`)
}
