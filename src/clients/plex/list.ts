import { Fault } from '../../platform/faults.ts'
import type { Call } from '../http/types.ts'
import { keyIn } from './title.ts'
import type { ListedTitle, ListPage } from './types.ts'

/** The titles among entries, each once; the numbers of those of which nothing else can be read; and how many tell none. */
export const gather = <Entry>(
  entries: readonly Entry[],
  read: (entry: Entry) => ListedTitle | undefined,
): Pick<ListPage, 'items' | 'unread' | 'skipped'> => {
  const items = new Map<string, ListedTitle>()
  const unread = new Set<string>()
  let skipped = 0
  for (const entry of entries) {
    const title = read(entry)
    const key = title?.plexKey ?? keyIn(entry)
    if (key === undefined) skipped += 1
    else if (title === undefined) unread.add(key)
    else if (!items.has(key)) items.set(key, title)
  }
  return { items: [...items.values()], unread: [...unread].filter((key) => !items.has(key)), skipped }
}

/** A list that contradicts itself: read as it stands, titles would be missing that nobody took off. */
export const contradiction = ({ service, operation }: Call, said: string): Fault =>
  new Fault({ kind: 'bad-shape', service, operation, said })
