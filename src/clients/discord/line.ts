import { type RateLimitData, type RawFile, REST, type RouteLike } from '@discordjs/rest'
import type { z } from 'zod'
import { SECOND } from '../../platform/clock.ts'
import type { Pace } from '../../platform/shared-bucket.ts'
import { readShape } from '../http/shape.ts'
import type { CallOptions } from '../http/types.ts'
import { USER_AGENT } from '../http.ts'
import { discordFault } from './fault.ts'
import { transport } from './transport.ts'
import type { DiscordSettings } from './types.ts'

const ATTEMPT_MS = 10 * SECOND
/** Longer waits than this are handed back, so that whoever asked can do something else meanwhile. */
const LONGEST_WAIT_MS = 5 * SECOND

type Ask = CallOptions &
  Readonly<{
    method: 'get' | 'post' | 'put' | 'patch'
    route: RouteLike
    body?: unknown
    files?: readonly RawFile[]
    query?: URLSearchParams
    /** Real milliseconds for everything: waiting for a turn, sending, sending again. */
    deadlineMs?: number
  }>

/** Asks Discord one thing and reads what `schema` names of the answer. */
export type Line = <Schema extends z.ZodType>(
  operation: string,
  ask: Ask,
  schema: Schema,
) => Promise<z.infer<Schema>>

// A 429 that names no wait would be repeated at once, for ever.
const isTooLong = ({ retryAfter }: RateLimitData): boolean =>
  !(retryAfter > 0 && retryAfter <= LONGEST_WAIT_MS)

type Manner = { auth: boolean; deadlineMs: number; pace?: Pace }

const openLine = (rest: REST, token: string, shared: Manner): Line => {
  rest.setToken(token)
  return async (operation, ask, schema) => {
    const { method, route, body, files, query, signal, deadlineMs = shared.deadlineMs } = ask
    await shared.pace?.()
    const deadline = AbortSignal.timeout(deadlineMs)
    const request = {
      auth: shared.auth,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      ...(body === undefined ? {} : { body }),
      ...(files === undefined ? {} : { files: [...files] }),
      ...(query === undefined ? {} : { query }),
    }
    const answer = await rest[method](route, request).catch((error: unknown) => {
      throw discordFault(operation, error, token, { deadline, ...(signal ? { signal } : {}) })
    })
    return readShape(schema, answer, { service: 'Discord', operation })
  }
}

/**
 * The two lines to Discord. Messages share the 50 requests a second that a bot has, whatever the number of its
 * processes (`pace` waits for a turn), and are sent again after an error of Discord's. Answers to interactions do not count there and can't wait: they have a line of their own, on
 * which nothing is sent twice, and which needs no token of the bot.
 */
export const openLines = (
  { token, apiUrl }: DiscordSettings,
  pace: Pace,
): { messages: Line; interactions: Line } => {
  const shared = {
    api: apiUrl.replace(/\/+$/, ''),
    version: '10',
    timeout: ATTEMPT_MS,
    userAgentAppendix: USER_AGENT,
    rejectOnRateLimit: isTooLong,
    makeRequest: transport,
  }
  const messages = new REST({ ...shared, globalRequestsPerSecond: 50, retries: 3 })
  const interactions = new REST({ ...shared, globalRequestsPerSecond: Number.POSITIVE_INFINITY, retries: 0 })
  return {
    messages: openLine(messages, token, { auth: true, deadlineMs: 60 * SECOND, pace }),
    interactions: openLine(interactions, token, { auth: false, deadlineMs: 15 * SECOND }),
  }
}
