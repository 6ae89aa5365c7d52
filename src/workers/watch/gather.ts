import { recordIds, recordTitle } from '../../actions/watchlists/record-title.ts'
import { findHome } from '../../db/queries/home.ts'
import { findDefaultInstance } from '../../db/queries/instances.ts'
import { findHomeLocale } from '../../db/queries/people.ts'
import { findPlexAccount } from '../../db/queries/plex-accounts.ts'
import { findTitle, type StoredTitle } from '../../db/queries/titles.ts'
import type { WatchItem } from '../../db/queries/watch-items.ts'
import { seasonStandings } from '../../domain/seasons/standing.ts'
import { APP_OF, isFetchable } from '../../domain/titles/kind.ts'
import type { Title, TitleRef } from '../../domain/titles/title.ts'
import type { ItemFacts } from '../../domain/watchlists/consider.ts'
import { HOUR } from '../../platform/clock.ts'
import { Fault, isFault } from '../../platform/faults.ts'
import { isResting } from '../at-instance.ts'
import type { JobDeps } from '../deps.ts'
import { type Found, lookFor } from '../look-for.ts'
import { onBehalfOf, type SignedIn, signedIn, signedInOwner } from '../plex.ts'
import { actAs } from '../system.ts'
import { titleOfPlex } from './entry.ts'
import { serverThatHas } from './presence.ts'

const self = actAs('consider-item')
/** Nobody waits longer for a title's facts: what Plex told of it will do for now. */
const FACTS_MS = 700
/** But for the seasons of a show, by which is decided what to ask for. */
const SEASONS_MS = 5_000
const SEASONS_KEEP_MS = 12 * HOUR
/** Nor for Plex's number of a title that can be asked for without it. */
const NUMBER_MS = 500

const NOT_ASKED: Found = { existence: 'unknown' }

const asker = async (item: WatchItem, deps: JobDeps): Promise<SignedIn | undefined> =>
  (await signedInOwner(deps)) ?? signedIn(await findPlexAccount(deps.db, item.plexId), deps)

/** What Plex knows of a title: by its own number, or by one that another gave it. */
const askPlex = async (title: Title, who: SignedIn, deps: JobDeps) => {
  const { discover } = deps.plex('title')
  const options = isFetchable(title) ? { signal: AbortSignal.timeout(NUMBER_MS) } : {}
  const { plex, tmdb, tvdb, imdb } = title.ids
  if (plex !== undefined)
    return onBehalfOf(who, self.name, deps, (token) => discover.title(token, plex, options))
  const [ref] = (
    [
      ['tmdb', tmdb],
      ['tvdb', tvdb],
      ['imdb', imdb],
    ] as const
  ).flatMap(([source, value]) =>
    value === undefined ? [] : [{ kind: title.kind, source, value } satisfies TitleRef],
  )
  return ref && onBehalfOf(who, self.name, deps, (token) => discover.match(token, ref, options))
}

/**
 * Looks for the ids that a title lacks: without its *arr's it can't be asked for, without Plex's no server can be
 * asked whether it has it. The value is the title's row, which may be another than before.
 */
const complete = async (item: WatchItem, stored: StoredTitle, deps: JobDeps): Promise<StoredTitle> => {
  if (isFetchable(stored.title) && stored.title.ids.plex !== undefined) return stored
  const who = await asker(item, deps)
  if (who === undefined) return stored
  try {
    const found = await askPlex(stored.title, who, deps)
    if (found === undefined || found.kind !== stored.title.kind) return stored
    const noted = await recordIds(deps, self, { title: titleOfPlex(found) })
    return (noted.ok ? await findTitle(deps.db, noted.value) : undefined) ?? stored
  } catch (error) {
    // What can be asked for without it need not wait for Plex, unless Plex is to be asked a moment later.
    const isEnough = isFetchable(stored.title) && !isFault(error, 'rate-limited')
    if (error instanceof Fault && (isEnough || !error.retryable)) return stored
    throw error
  }
}

const refsOf = ({ kind, ids }: Title): TitleRef[] =>
  (['tmdb', 'tvdb'] as const).flatMap((source) => {
    const value = ids[source]
    return value === undefined ? [] : [{ kind, source, value }]
  })

/** By whichever of its numbers somebody knows it. @throws Fault */
const details = async (title: Title, deadlineMs: number, deps: JobDeps): Promise<Title | undefined> => {
  const locale = await findHomeLocale(deps.db, await findHome(deps.db))
  for (const ref of refsOf(title)) {
    const found = await deps.titles.details(ref, { locale, deadlineMs })
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Looks for the facts that a card shows, where nobody looked at this title before. A show's decide what is asked for:
 * they are looked for again when they are old, and waited for when there are none.
 */
const describe = async (stored: StoredTitle, deps: JobDeps): Promise<StoredTitle> => {
  const isFilm = stored.title.kind === 'film'
  const isKnown = stored.fetchedAt > 0
  if (isKnown && (isFilm || deps.clock.now() - stored.fetchedAt < SEASONS_KEEP_MS)) return stored
  try {
    const title = await details(stored.title, isFilm ? FACTS_MS : SEASONS_MS, deps)
    const kept = title && (await recordTitle(deps, self, { title }))
    return (kept?.ok === true ? await findTitle(deps.db, kept.value) : undefined) ?? stored
  } catch (error) {
    if (isFault(error) && (isFilm || isKnown)) return stored
    throw error
  }
}

/** How the seasons of a show stand, where anybody knows of any. */
const seasonsOf = (
  { kind, seasons }: Title,
  { episodes }: Found,
  deps: JobDeps,
): Pick<ItemFacts, 'seasons'> => {
  if (kind === 'film' || (seasons === undefined && episodes === undefined)) return {}
  return { seasons: seasonStandings(seasons ?? [], episodes ?? [], [], deps.clock.now()) }
}

/** A title with what was found out of it. */
type Gathered = Readonly<{ titleId: string; facts: ItemFacts }>

/** Finds out what deciding on an item needs. @throws Fault when somebody has to be asked and doesn't answer */
export const gather = async (item: WatchItem, stored: StoredTitle, deps: JobDeps): Promise<Gathered> => {
  const { id: titleId, title } = await describe(await complete(item, stored, deps), deps)
  const instance = await findDefaultInstance(deps.db, APP_OF[title.kind], 'standard')
  const isAsked = instance !== undefined && !isResting(instance)
  const [onServer, found] = await Promise.all([
    serverThatHas(item.plexId, title, deps),
    isAsked ? lookFor(instance, title, deps) : NOT_ASKED,
  ])
  return {
    titleId,
    facts: {
      isFetchable: isFetchable(title),
      hasInstance: instance !== undefined,
      isHere: found.existence === 'here',
      ...(onServer === undefined ? {} : { onServer }),
      ...seasonsOf(title, found, deps),
    },
  }
}
