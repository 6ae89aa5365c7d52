import { DiscordError } from '../rest/errors.ts'
import { createNonces } from './nonces.ts'
import { createRolling, createWindows } from './windows.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A route's own ration: `limit` requests in `perMs`, counted for each `key`. */
export type Pace = { name: string; limit: number; perMs: number }

/** Discord publishes neither of the next two: pessimistic guesses from what others have observed. */
const NEW_DMS = { limit: 20, perMs: 10 * MINUTE }
const OLD_EDITS = { limit: 3, perMs: 20 * SECOND }
const COMMAND_CREATIONS = { limit: 200, perMs: 24 * HOUR }
const GLOBAL = { limit: 50, perMs: SECOND }

/** From this age on, edits of a message are rationed. */
export const OLD_MESSAGE = HOUR

const seconds = (ms: number): number => Math.max(1, Math.round(ms)) / 1000

type Wait = { waitMs: number; scope: 'user' | 'global'; message?: string; code?: number }

const tooMany = (wait: Wait, headers: Record<string, string>): DiscordError => {
  const { waitMs, scope, message = 'You are being rate limited.', code } = wait
  const body = {
    message,
    retry_after: seconds(waitMs),
    global: scope === 'global',
    ...(code === undefined ? {} : { code }),
  }
  return new DiscordError(429, body, {
    ...headers,
    'retry-after': String(Math.ceil(seconds(waitMs))),
    'x-ratelimit-scope': scope,
  })
}

/** Everything that Discord rations. Each function takes one, and throws the 429 when there is none left. */
export const createLimits = (now: () => number) => {
  const buckets = createWindows(now)
  const global = createWindows(now)
  const oldEdits = createRolling(now)
  const newDms = createRolling(now)
  const creations = createRolling(now)
  return {
    nonces: createNonces(now),
    takeGlobal: (): void => {
      const { allowed, resetsAt } = global.take('bot', GLOBAL.limit, GLOBAL.perMs)
      if (allowed) return
      throw tooMany({ waitMs: resetsAt - now(), scope: 'global' }, { 'x-ratelimit-global': 'true' })
    },
    /** Gives the headers that tell how much is left. */
    takeBucket: ({ name, limit, perMs }: Pace, key: string): Record<string, string> => {
      const { allowed, remaining, resetsAt } = buckets.take(`${name} ${key}`, limit, perMs)
      const headers = {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': (resetsAt / 1000).toFixed(3),
        'x-ratelimit-reset-after': seconds(resetsAt - now()).toFixed(3),
        'x-ratelimit-bucket': Buffer.from(name).toString('hex').slice(0, 32),
      }
      if (!allowed) throw tooMany({ waitMs: resetsAt - now(), scope: 'user' }, headers)
      return headers
    },
    takeOldEdit: (channel: string): void => {
      const { allowed, waitMs } = oldEdits.take(channel, OLD_EDITS.limit, OLD_EDITS.perMs)
      const message = 'Maximum number of edits to messages older than 1 hour reached. Try again later'
      if (!allowed) throw tooMany({ waitMs, scope: 'user', message, code: 30_046 }, {})
    },
    /** False: too many conversations were opened lately. */
    takeNewDm: (): boolean => newDms.take('bot', NEW_DMS.limit, NEW_DMS.perMs).allowed,
    /** False: more commands were made today than is allowed in one place. */
    takeCreation: (place: string): boolean =>
      creations.take(place, COMMAND_CREATIONS.limit, COMMAND_CREATIONS.perMs).allowed,
  }
}

export type Limits = ReturnType<typeof createLimits>
