import { recordIds, recordTitle } from '../../actions/watchlists/record-title.ts'
import { findHome } from '../../db/queries/home.ts'
import { findDefaultInstance } from '../../db/queries/instances.ts'
import { findHomeLocale } from '../../db/queries/people.ts'
import { findPlexAccount } from '../../db/queries/plex-accounts.ts'
import { findTitle, isFetchable, type StoredTitle } from '../../db/queries/titles.ts'
import type { WatchItem } from '../../db/queries/watch-items.ts'
import { seasonStandings } from '../../domain/seasons/standing.ts'
import { APP_OF } from '../../domain/titles/kind.ts'
import type { Title, TitleRef } from '../../domain/titles/title.ts'
import type { ItemFacts } from '../../domain/watchlists/consider.ts'
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
    // What can be asked for without it need not wait for Plex.
    if (error instanceof Fault && (isFetchable(stored.title) || !error.retryable)) return stored
    throw error
  }
}

const refOf = ({ kind, ids }: Title): TitleRef | undefined => {
  if (ids.tmdb !== undefined) return { kind, source: 'tmdb', value: ids.tmdb }
  return ids.tvdb === undefined ? undefined : { kind, source: 'tvdb', value: ids.tvdb }
}

/** Looks for the facts that a card shows, where nobody looked at this title before. */
const describe = async (stored: StoredTitle, deps: JobDeps): Promise<StoredTitle> => {
  const ref = refOf(stored.title)
  if (stored.fetchedAt > 0 || ref === undefined) return stored
  try {
    const locale = await findHomeLocale(deps.db, await findHome(deps.db))
    const title = await deps.titles.details(ref, { locale, deadlineMs: FACTS_MS })
    const kept = title && (await recordTitle(deps, self, { title }))
    return (kept?.ok === true ? await findTitle(deps.db, kept.value) : undefined) ?? stored
  } catch (error) {
    if (isFault(error)) return stored
    throw error
  }
}

/** A title with what was found out of it. */
export type Gathered = Readonly<{ titleId: string; facts: ItemFacts }>

/** Finds out what deciding on an item needs. @throws Fault when Plex has to be asked and doesn't answer */
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
      ...(title.kind === 'film'
        ? {}
        : { seasons: seasonStandings(title.seasons ?? [], found.episodes ?? [], [], deps.clock.now()) }),
    },
  }
}
