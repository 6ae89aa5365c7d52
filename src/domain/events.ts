/**
 * The closed list of things that happen. Stored in the outbox with the id of their subject and nothing else;
 * who reacts is written in `workers/reactions.ts`.
 */
export const EVENTS = [
  'request.submitted',
  'request.pending',
  'request.approved',
  'request.narrowed',
  'request.denied',
  'request.refused',
  'request.cancelled',
  'request.added',
  'request.troubled',
  'request.downloading',
  'request.progressed',
  'request.recounted',
  'request.completed',
  'request.available',
  'request.removed',
  'request.followed',
  'request.left',
  'request.card-lost',
  'request.search-asked',
  'telling.moved',
  'delivery.planned',
  'signin.started',
  'signin.finished',
  'instance.saved',
  'instance.removed',
  'instance.doubted',
  'instance.troubled',
  'instance.well',
  'list.opened',
  'watch.noticed',
  'watch.gone',
  'plex.unlinked',
  'plex.refused',
  'arr.reported',
  'home.chosen',
  'home.channel-mended',
] as const

export type EventName = (typeof EVENTS)[number]

/** Something that happened to `subject` (the id of a request, delivery, sign-in, instance, Plex account, item of a watchlist, inbox row or guild, by the name's first word). */
export type Happening = Readonly<{ name: EventName; subject: string }>
