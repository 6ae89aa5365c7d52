import type { EventName } from '../domain/events.ts'

/**
 * Who reacts to what: the whole of it. Each pair becomes one row of work per event.
 * Start fails when a job named here does not exist.
 */
export const reactions: Readonly<Record<EventName, readonly string[]>> = {
  'request.submitted': ['evaluate-request', 'show-status-card'],
  'request.pending': ['show-approval-card', 'show-status-card'],
  'request.approved': ['add-to-arr', 'show-approval-card', 'show-status-card'],
  'request.narrowed': ['tell-narrowed'],
  'request.denied': ['tell-denied', 'show-approval-card', 'show-status-card'],
  'request.refused': ['tell-refused', 'show-status-card'],
  'request.cancelled': ['show-approval-card', 'show-status-card'],
  'request.added': ['show-approval-card', 'show-status-card'],
  'request.troubled': ['show-approval-card', 'show-status-card'],
  'request.downloading': ['show-status-card'],
  'request.progressed': ['show-status-card'],
  'request.recounted': ['show-approval-card', 'show-status-card'],
  'request.completed': ['show-approval-card', 'show-status-card'],
  'request.available': ['tell-available', 'show-approval-card', 'show-status-card'],
  'request.removed': ['show-approval-card', 'show-status-card'],
  'request.followed': ['show-approval-card', 'show-status-card'],
  'request.left': ['show-approval-card', 'show-status-card'],
  'request.card-lost': ['show-approval-card', 'show-status-card'],
  'request.search-asked': ['search-again'],
  'telling.moved': ['tell-episodes'],
  'delivery.planned': ['send-delivery'],
  'signin.started': ['watch-signin'],
  'signin.finished': ['show-signin-end', 'find-people'],
  'list.opened': ['watch-lists'],
  'watch.noticed': ['consider-item'],
  'watch.gone': ['withdraw-item'],
  'plex.unlinked': ['sign-out-plex'],
  'plex.refused': ['tell-of-plex'],
  'instance.saved': ['install-hook', 'resume-instance'],
  'instance.removed': ['remove-hook'],
  'instance.doubted': ['watch-instance'],
  'instance.troubled': ['tell-of-instance'],
  'instance.well': ['resume-instance', 'tell-of-instance', 'reconcile-instance', 'test-hook'],
  'arr.reported': ['read-arrival'],
  'home.chosen': ['check-channels', 'renew-cards'],
  'home.channel-mended': ['renew-cards'],
}
