import { digest } from '../platform/crypto.ts'

/** Things that happen once: the same content, whenever it comes again, is the same event. */
const ONCE_FOR_EVER: ReadonlySet<string> = new Set([
  'Grab',
  'Download',
  'MovieAdded',
  'MovieDelete',
  'MovieFileDelete',
  'SeriesAdd',
  'SeriesDelete',
  'EpisodeFileDelete',
])

/** What lies deeper tells no two events apart, and could be deeper than our own stack. */
const DEEPEST = 50

const canonical = (value: unknown, depth = 0): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return null
  if (Array.isArray(value)) return value.map((inner) => canonical(inner, depth + 1))
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner, depth + 1)])
}

/**
 * Names a webhook by its content, for the senders give no id: the order of keys makes no difference.
 * `once` says for how long a repeat is the same event.
 */
export const contentKey = (
  instanceId: string,
  eventType: string,
  body: object,
): { key: string; once: 'for-ever' | 'within-an-hour' } => ({
  key: digest(JSON.stringify([instanceId, eventType, canonical(body)])),
  once: ONCE_FOR_EVER.has(eventType) ? 'for-ever' : 'within-an-hour',
})
