import type { Limits } from './limits/limits.ts'
import type { SessionStarts } from './limits/session-starts.ts'
import type { World } from './world/world.ts'

/** What the routes stand on: the world, what is rationed, and where this Discord is reached. */
export type Service = {
  world: World
  limits: Limits
  starts: SessionStarts
  /** Such as `127.0.0.1:4000`. */
  host: () => string
}
