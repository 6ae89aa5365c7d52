import { data, type Reply } from '../tv/reply.ts'

/** What lists are wrapped in. `Metadata` is missing where there is nothing to list. */
export const container = (
  facts: Readonly<Record<string, unknown>>,
  items: readonly object[],
  headers: Record<string, string> = {},
): Reply =>
  data(
    'MediaContainer',
    { MediaContainer: { ...facts, size: items.length, ...(items.length > 0 && { Metadata: items }) } },
    200,
    headers,
  )
