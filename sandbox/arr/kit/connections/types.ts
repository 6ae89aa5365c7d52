import type { Json } from '../json.ts'

/** How much a connection has failed of late. Moments are milliseconds since 1970. */
export type Standing = { level: number; firstFailure?: number; blockedUntil?: number }

/** A saved notification. */
export type Connection = {
  id: number
  name: string
  implementation: string
  configContract: string
  tags: number[]
  /** Which occasions are switched on, by the API's name: `onGrab`. */
  flags: Record<string, boolean>
  settings: Settings
  standing: Standing
}

/** The values of a connection's fields, by name. */
export type Settings = Record<string, unknown>

/** What became of an event on one connection. */
export type Outcome = 'delivered' | 'failed' | 'blocked' | 'dropped'

/** An event on its way to one connection. */
export type SentHook = {
  at: number
  connectionId: number
  event: string
  body: Json
  outcome: Outcome
  status?: number
  error?: string
}

/** Something that happened and that connections may want to hear of. */
export type HookEvent = {
  event: string
  /** The occasions that must all be switched on. */
  flags: readonly string[]
  /** The tags of the title it is about; absent for events about the application, which no tag holds back. */
  tags?: readonly number[]
  /** Builds the body; what it throws loses the event, as a fault in the application's own builder does. */
  body: () => Json
}
