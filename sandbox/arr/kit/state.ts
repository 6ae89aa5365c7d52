import type { Call } from '../../kit/calls.ts'
import type { Command } from './commands.ts'
import type { Connection, SentHook } from './connections/types.ts'
import type { Download } from './downloads.ts'
import type { CustomFormat, QualityProfile } from './qualities.ts'

export type Tag = { id: number; label: string }
export type RootFolder = { id: number; path: string; accessible: boolean; freeSpace: number }
export type HealthIssue = {
  source: string
  type: 'notice' | 'warning' | 'error'
  message: string
  wikiUrl: string
}
export type AppName = 'Radarr' | 'Sonarr'

/** What happened to a title, as both applications keep it; `title` is the row of the film or the series. */
export type HistoryRow = {
  id: number
  titleId: number
  episodeId?: number
  event: string
  sourceTitle: string
  quality: string
  date: number
  downloadId?: string
  data: Record<string, string | undefined>
}

/** Everything that one stand-in knows, in one plain object; Radarr and Sonarr add what is theirs. */
export type State = {
  appName: AppName
  /** The name that it gives in `system/status`. */
  statusName: string
  instanceName: string
  version: string
  apiKey: string
  urlBase: string
  applicationUrl: string
  recycleBin: boolean
  database: 'sqlite' | 'postgres'
  startedAt: number
  tags: Tag[]
  profiles: QualityProfile[]
  rootFolders: RootFolder[]
  formats: CustomFormat[]
  commands: Command[]
  downloads: Download[]
  history: HistoryRow[]
  connections: Connection[]
  health: HealthIssue[]
  importLists: ({ id: number } & Record<string, unknown>)[]
  calls: Call[]
  hooks: SentHook[]
  counters: Map<string, number>
}

/** The next number of a table. */
export const nextId = (state: State, table: string): number => {
  const id = (state.counters.get(table) ?? 0) + 1
  state.counters.set(table, id)
  return id
}
