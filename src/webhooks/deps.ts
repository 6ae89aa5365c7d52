import type { ActionDeps } from '../actions/define.ts'
import type { Log } from '../platform/logger.ts'
import type { Metrics } from '../platform/metrics.ts'

/** How a part of the program does, for `/readyz`. */
export type PartState = Readonly<{ up: boolean; detail?: string }>

/** What the HTTP server is given. */
export type WebDeps = Readonly<{
  actions: ActionDeps
  log: Log
  metrics: Metrics
  metricsToken?: string
  /** The state of each part that readiness depends on, asked anew. */
  parts(): Promise<Readonly<Record<string, PartState>>>
  /** Takes an interaction that came by HTTP; absent when interactions come by the gateway. */
  interactions?: Readonly<{ publicKey: string; take(raw: unknown): Promise<unknown> }>
}>
