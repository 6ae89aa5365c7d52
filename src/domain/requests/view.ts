import type { Asker } from '../people/asker.ts'
import type { Title } from '../titles/title.ts'
import type { MediaRequest } from './request.ts'

/** A request with all that a card of it shows. */
export type RequestView = Readonly<{
  request: MediaRequest
  title: Title
  /** Those who hear its news; who asked first stands first. */
  askers: readonly Asker[]
  instanceName?: string
  posterUrl?: string
}>
