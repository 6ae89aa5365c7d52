import type { Faults } from '../../kit/faults.ts'
import type { Listener } from '../../kit/listen.ts'
import type { App } from './app.ts'
import type { Clock } from './clock.ts'
import { publish, replay } from './connections/publish.ts'
import type { Json } from './json.ts'
import type { HealthIssue, State } from './state.ts'

/** The bodies of the events that are about the application and not about a title. */
export type AppBodies = {
  health(issue: HealthIssue): Json
  healthRestored(issue: HealthIssue): Json
  update(from: string, to: string): Json
}

/** What both stand-ins can be made to do, beside their faults. */
type CommonDriver = {
  readonly clock: Clock
  /** Every call that was made, in order. */
  readonly calls: State['calls']
  /** Every event that a connection wanted, and what became of it. */
  readonly hooks: State['hooks']
  readonly connections: State['connections']
  /** Goes away: connections are refused until `up`. State stays. */
  down(): Promise<void>
  up(): Promise<void>
  /** Moves the stand-in's time. */
  advance(ms: number): Promise<void>
  /** While true, events go nowhere, as in a network that swallows them, and count for nothing. */
  dropHooks(drops: boolean): void
  /** Sends every past event again. */
  replayHooks(times?: number, shuffled?: boolean): Promise<void>
  changeKey(key: string): void
  /** Says in `system/status` that it is something else. */
  asAnotherApplication(name: string): void
  /** Is another version from now on, without telling anyone. */
  becomeVersion(version: string): void
  removeProfile(id: number): void
  removeRootFolder(path: string): void
  withoutRootFolder(): void
  healthIssue(issue: HealthIssue): Promise<void>
  healthRestored(source: string): Promise<void>
  /** Updates itself, and tells the connections. */
  update(version: string): Promise<void>
}

/** Makes the driver of what both stand-ins have in common. */
export const commonDriver = (
  app: App,
  listener: Pick<Listener, 'up' | 'down'>,
  bodies: AppBodies,
): Faults & CommonDriver => {
  const { state, clock, faults } = app
  return {
    ...faults,
    clock,
    calls: state.calls,
    hooks: state.hooks,
    connections: state.connections,
    up: listener.up,
    down: listener.down,
    advance: (ms) => clock.advance(ms),
    dropHooks: (drops) => {
      app.dropsHooks = drops
    },
    replayHooks: (times = 1, shuffled = false) => replay(app, times, shuffled),
    changeKey: (key) => {
      state.apiKey = key
    },
    asAnotherApplication: (name) => {
      state.statusName = name
    },
    becomeVersion: (version) => {
      state.version = version
    },
    removeProfile: (id) => {
      state.profiles = state.profiles.filter((profile) => profile.id !== id)
    },
    removeRootFolder: (path) => {
      state.rootFolders = state.rootFolders.filter((folder) => folder.path !== path)
    },
    withoutRootFolder: () => {
      state.rootFolders = []
    },
    healthIssue: async (issue) => {
      state.health.push(issue)
      const flags = issue.type === 'error' ? ['onHealthIssue'] : ['onHealthIssue', 'includeHealthWarnings']
      await publish(app, { event: 'Health', flags, body: () => bodies.health(issue) })
    },
    healthRestored: async (source) => {
      const issue = state.health.find((one) => one.source === source)
      if (!issue) throw new Error(`There is no health issue from ${source}.`)
      state.health = state.health.filter((one) => one !== issue)
      const flags =
        issue.type === 'error' ? ['onHealthRestored'] : ['onHealthRestored', 'includeHealthWarnings']
      await publish(app, { event: 'HealthRestored', flags, body: () => bodies.healthRestored(issue) })
    },
    update: async (to) => {
      const from = state.version
      state.version = to
      await publish(app, {
        event: 'ApplicationUpdate',
        flags: ['onApplicationUpdate'],
        body: () => bodies.update(from, to),
      })
    },
  }
}
