import type { IdSource, Kind } from '../titles/title.ts'
import { type FeedState, LONGEST_KEPT_MS, SHOWN_WITHIN_MS } from './trouble.ts'

/** Milliseconds since 1970, UTC. */
type Instant = number

/** What of a feed's line tells who added what. */
export type FeedLine = Readonly<{
  author?: string
  kind?: Kind
  ids: Readonly<Partial<Record<IdSource, string>>>
}>

/** Names a line by its author and its title, so that two who add the same are two. */
export const lineKey = ({ author, kind, ids }: FeedLine): string =>
  [
    author ?? '',
    kind ?? '',
    ...Object.entries(ids)
      .map(([source, value]) => `${source}:${value}`)
      .sort(),
  ].join('|')

/** Names what a line shows by each of its ids, so that it is known by whichever of them another tells. */
export const shownBy = ({ author, kind, ids }: FeedLine): string[] =>
  Object.entries(ids).map(([source, value]) => [author ?? '', kind ?? '', `${source}:${value}`].join('|'))

/** What of a reading is news, and whose lists have to be looked at because the feed doesn't tell. */
type FeedNews<Line> = Readonly<{
  /** By whose list they concern: new lines that tell all that is needed. */
  fresh: ReadonlyMap<string, readonly Line[]>
  /** Lists that are to be looked at: a line of theirs can't be used. */
  look: readonly string[]
  /** A line may be anybody's, or more was added than the feed holds: all lists are to be looked at. */
  lookAtAll: boolean
  /** Somebody is named whom we don't know. */
  hasStranger: boolean
}>

/**
 * Compares a reading of a feed with the one before.
 * @param before the keys of the reading before; undefined: this is the first
 * @param listOf whose list a line concerns: by its author, or for the owner's own feed always the same
 */
export const readFeedNews = <Line extends FeedLine>(
  before: readonly string[] | undefined,
  lines: readonly Line[],
  listOf: (author: string | undefined) => string | undefined,
): FeedNews<Line> => {
  const known = new Set(before)
  const added = lines.filter((line) => !known.has(lineKey(line)))
  const fresh = new Map<string, Line[]>()
  const look = new Set<string>()
  let lookAtAll =
    before !== undefined && before.length > 0 && lines.length > 0 && added.length === lines.length
  let hasStranger = false
  for (const line of added) {
    const list = listOf(line.author)
    const isWhole = line.kind !== undefined && Object.keys(line.ids).length > 0
    if (list === undefined && line.author === undefined) lookAtAll = true
    else if (list === undefined) hasStranger = true
    else if (isWhole) fresh.set(list, [...(fresh.get(list) ?? []), line])
    else look.add(list)
  }
  return { fresh, look: [...look], lookAtAll, hasStranger }
}

/** Something that a list showed and its feed did not yet, by any of its names: since when. */
export type Suspect = Readonly<{ names: readonly string[]; since: Instant }>

/** Those that the feed still owes, and whether it took too long for one of them. */
export const weighSuspects = (
  suspects: readonly Suspect[],
  shown: ReadonlySet<string>,
  now: Instant,
): { left: readonly Suspect[]; isStalled: boolean } => {
  const owed = suspects.filter(({ names }) => !names.some((name) => shown.has(name)))
  const left = owed.filter(({ since }) => now - since < SHOWN_WITHIN_MS)
  return { left, isStalled: left.length < owed.length }
}

/** What a feed that answered is good for. */
export const stateOfFeed = (keptForMs: number | undefined, isStalled: boolean): FeedState => {
  if (isStalled) return 'stalled'
  return keptForMs !== undefined && keptForMs > LONGEST_KEPT_MS ? 'cached' : 'open'
}
