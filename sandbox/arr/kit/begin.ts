import { randomBytes } from 'node:crypto'
import { type Clock, createClock } from './clock.ts'
import { defaultProfiles } from './qualities.ts'
import { type AppName, nextId, type State } from './state.ts'
import type { Title } from './titles.ts'

/** How a stand-in starts. `clock` may be a rate or a clock that several stand-ins share. */
export type Options = {
  titles: readonly Title[]
  port?: number
  apiKey?: string
  version?: string
  /** Such as `/radarr`. */
  urlBase?: string
  instanceName?: string
  /** What the application believes its own address to be; it stands in every webhook. */
  applicationUrl?: string
  database?: 'sqlite' | 'postgres'
  rootFolders?: readonly string[]
  tags?: readonly string[]
  /** Whether replaced files are kept aside. */
  recycleBin?: boolean
  clock?: { rate: number } | Clock
}

/** Makes the state and the clock that both stand-ins begin with. */
export const begin = (
  appName: AppName,
  version: string,
  folder: string,
  options: Options,
): { state: State; clock: Clock } => {
  const clock = options.clock && 'now' in options.clock ? options.clock : createClock(options.clock)
  const state: State = {
    appName,
    statusName: appName,
    instanceName: options.instanceName ?? appName,
    version: options.version ?? version,
    apiKey: options.apiKey ?? randomBytes(16).toString('hex'),
    urlBase: options.urlBase ?? '',
    applicationUrl: options.applicationUrl ?? '',
    recycleBin: options.recycleBin ?? false,
    database: options.database ?? 'sqlite',
    startedAt: clock.now(),
    tags: [],
    profiles: defaultProfiles(),
    rootFolders: [],
    formats: [{ id: 3, name: 'x264', score: 100 }],
    commands: [],
    downloads: [],
    history: [],
    connections: [],
    health: [],
    importLists: [],
    calls: [],
    hooks: [],
    counters: new Map(),
  }
  for (const path of options.rootFolders ?? [folder])
    state.rootFolders.push({
      id: nextId(state, 'rootFolders'),
      path,
      accessible: true,
      freeSpace: 2_000_000_000_000,
    })
  for (const label of options.tags ?? [])
    state.tags.push({ id: nextId(state, 'tags'), label: label.toLowerCase() })
  return { state, clock }
}
