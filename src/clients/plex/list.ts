import { Fault } from '../../platform/faults.ts'
import type { Call } from '../http/types.ts'
import type { ListedTitle, ListPage } from './types.ts'

/** The titles among entries, each once, and how many entries are none. */
export const gather = <Entry>(
  entries: readonly Entry[],
  read: (entry: Entry) => ListedTitle | undefined,
): Pick<ListPage, 'items' | 'skipped'> => {
  const titles = entries.map(read)
  const items = titles.filter((title) => title !== undefined)
  const once = new Map(items.toReversed().map((title) => [title.plexKey, title]))
  return {
    items: items.filter((title) => once.get(title.plexKey) === title),
    skipped: titles.length - items.length,
  }
}

/** A list that contradicts itself: read as it stands, titles would be missing that nobody took off. */
export const contradiction = ({ service, operation }: Call, said: string): Fault =>
  new Fault({ kind: 'bad-shape', service, operation, said })
