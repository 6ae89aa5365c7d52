import type { Radarr, Sonarr } from '../clients/arr/types.ts'
import type { Tmdb } from '../clients/tmdb/types.ts'
import type { CommandDeps } from '../commands/ports.ts'
import type { Db } from '../db/connect.ts'
import { searchKnownTitles } from '../db/queries/titles.ts'
import { SOURCE_OF } from '../domain/titles/kind.ts'
import { type Link, partYear, readLink } from '../domain/titles/link.ts'
import {
  type Candidate,
  candidateOf,
  type Kind,
  refText,
  type Title,
  type TitleRef,
} from '../domain/titles/title.ts'
import { type Clock, MINUTE } from '../platform/clock.ts'
import { Fault } from '../platform/faults.ts'

type Titles = CommandDeps['titles']
type SearchOptions = Parameters<Titles['search']>[1]

const listOf = <T>(one: T | undefined): T[] => (one === undefined ? [] : [one])

/** A link that names a title by number. */
type Numbered = Extract<Link, { source: string }>

const KEEP_MS = 5 * MINUTE
const MOST_KEPT = 2_000
const EPISODES_MS = 2_000

/** Answers seen lately, by what was asked: people type the same beginnings, and press one card several times. */
const createMemory = <Answer>(clock: Clock) => {
  const kept = new Map<string, { until: number; found: Answer }>()
  return {
    recall: (key: string): Answer | undefined => {
      const hit = kept.get(key)
      return hit !== undefined && hit.until > clock.now() ? hit.found : undefined
    },
    keep: (key: string, found: Answer): void => {
      kept.delete(key)
      kept.set(key, { until: clock.now() + KEEP_MS, found })
      const [oldest] = kept.keys()
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    },
  }
}

/**
 * Where titles come from: TMDB when there is a token, else the lookups of the instances. When neither answers in
 * time, what is known here; only when that is nothing too does the trouble go up.
 */
export const createTitles = (sources: {
  tmdb: Tmdb | undefined
  radarr(): Promise<Radarr | undefined>
  sonarr(): Promise<Sonarr | undefined>
  db: Db
  clock: Clock
}): Titles => {
  const { tmdb, db, clock } = sources
  const memory = createMemory<readonly Candidate[]>(clock)
  const titles = createMemory<Title>(clock)

  /** What the instances find, films first; one that fails is made up for by the other. */
  const look = async (
    term: string,
    kind: Kind | undefined,
    signal: AbortSignal,
  ): Promise<readonly Candidate[]> => {
    const lines = [
      ...(kind === 'show' ? [] : listOf(await sources.radarr())),
      ...(kind === 'film' ? [] : listOf(await sources.sonarr())),
    ]
    const found = await Promise.allSettled(lines.map((line) => line.lookup(term, { signal })))
    const failed = found.find((one) => one.status === 'rejected')
    if (failed !== undefined && found.every((one) => one.status === 'rejected')) throw failed.reason
    return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  }

  /** The one title that a link names. A number of IMDb or TVDB doesn't say of which kind it is; TMDB knows. */
  const follow = async (
    { source, value, kind = source === 'tvdb' ? 'show' : 'film' }: Numbered,
    locale: string,
    signal: AbortSignal,
  ): Promise<readonly Candidate[]> => {
    const ref = { kind, source, value }
    if (tmdb === undefined) return look(`${source}:${value}`, source === 'imdb' ? undefined : kind, signal)
    if (source !== 'tmdb') return listOf(await tmdb.find(ref, locale, { signal }))
    const title = await tmdb.title(ref, locale, { signal })
    return title === undefined ? [] : [candidateOf(title, ref)]
  }

  const ask = async (text: string, options: SearchOptions): Promise<readonly Candidate[]> => {
    const link = readLink(text)
    const signal = AbortSignal.timeout(options.deadlineMs)
    if (link !== undefined && 'source' in link) return follow(link, options.locale, signal)
    const searched = link?.words ?? text
    const kind = link?.kind ?? options.kind
    const { locale } = options
    if (tmdb === undefined) return look(searched, kind, signal)
    const asked = { locale, signal, ...(kind === undefined ? {} : { kind }) }
    const dated = link === undefined ? undefined : partYear(searched)
    const ofYear = dated && (await tmdb.search(dated.words, { ...asked, year: dated.year }))
    return ofYear !== undefined && ofYear.length > 0 ? ofYear : tmdb.search(searched, asked)
  }

  const read = async (ref: TitleRef, locale: string, signal: AbortSignal): Promise<Title | undefined> => {
    if (tmdb !== undefined) return tmdb.title(ref, locale, { signal })
    if (ref.source !== SOURCE_OF[ref.kind]) return undefined
    const line = await (ref.kind === 'film' ? sources.radarr() : sources.sonarr())
    return line?.title(Number(ref.value), { signal })
  }

  return {
    search: async (text, options) => {
      const key = JSON.stringify([text.toLowerCase(), options.kind, options.locale])
      const recalled = memory.recall(key)
      if (recalled !== undefined) return recalled
      try {
        const found = await ask(text, options)
        memory.keep(key, found)
        return found
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        const known = await searchKnownTitles(db, text, options.kind)
        if (known.length === 0) throw error
        return known
      }
    },
    details: async (ref, { locale, deadlineMs }) => {
      const key = JSON.stringify([refText(ref), tmdb && locale])
      const recalled = titles.recall(key)
      if (recalled !== undefined) return recalled
      const title = await read(ref, locale, AbortSignal.timeout(deadlineMs))
      if (title !== undefined) titles.keep(key, title)
      return title
    },
    episodes: async (title, season, locale) => {
      const numbered = title.seasons?.find(({ number }) => number === season)?.episodes ?? 0
      const bare = Array.from({ length: numbered }, (_, index) => ({ episode: index + 1 }))
      const tmdbId = title.ids.tmdb
      if (tmdb === undefined || tmdbId === undefined) return bare
      try {
        return await tmdb.season(tmdbId, season, locale, { signal: AbortSignal.timeout(EPISODES_MS) })
      } catch (error) {
        if (error instanceof Fault) return bare
        throw error
      }
    },
  }
}
