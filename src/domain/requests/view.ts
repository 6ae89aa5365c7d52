import type { Title } from '../titles/title.ts'
import type { MediaRequest } from './request.ts'

/** A request with all that a card of it shows. */
export type RequestView = Readonly<{
  request: MediaRequest
  title: Title
  /** Discord ids of those who hear its news; who asked first stands first. */
  askers: readonly string[]
  instanceName?: string
  posterUrl?: string
}>
