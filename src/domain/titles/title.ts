/** What a title is. A film and a show with the same number are never the same title. */
export type Kind = 'film' | 'show'

/** Who gave an identifier. Plex's own is that of its catalogue, the same on every server: 24 hexadecimal digits. */
export type IdSource = 'tmdb' | 'imdb' | 'tvdb' | 'plex'

/** Names one title at one source: (kind, source, value) is unique. */
export type TitleRef = Readonly<{ kind: Kind; source: IdSource; value: string }>

/** Milliseconds since 1970, UTC; see platform's `Instant`. */
type Instant = number

/** A season as its metadata tells of it; number 0 holds the specials. `episodes` is absent where only Sonarr was asked. */
export type SeasonFacts = Readonly<{ number: number; episodes?: number; firstAired?: Instant }>

/** What is known of a film or show. Texts are foreign: escape them where they are shown. */
export type Title = Readonly<{
  kind: Kind
  ids: Readonly<Partial<Record<IdSource, string>>>
  name: string
  year?: number
  runtimeMinutes?: number
  genres: readonly string[]
  certification?: string
  overview?: string
  /** TMDB's path of the poster, such as `/abc.jpg`. */
  posterPath?: string
  releases: Readonly<{ cinema?: Instant; digital?: Instant; physical?: Instant }>
  /** Of a show, in the order of their numbers. */
  seasons?: readonly SeasonFacts[]
  /** Whether a show has come to its end: no further seasons are to be expected. */
  ended?: boolean
}>

/** A title as a line of search results. */
export type Candidate = Readonly<{ ref: TitleRef; name: string; year?: number; posterPath?: string }>

/** A known title as a line of search results. */
export const candidateOf = ({ name, year, posterPath }: Title, ref: TitleRef): Candidate => ({
  ref,
  name,
  ...(year === undefined ? {} : { year }),
  ...(posterPath === undefined ? {} : { posterPath }),
})

/** The text form of a ref, for autocomplete values and job payloads: `film-tmdb-438631`. */
export const refText = (ref: TitleRef): string => `${ref.kind}-${ref.source}-${ref.value}`

const REF = /^(film|show)-(?:(tmdb|tvdb)-(\d{1,10})|(imdb)-(tt\d{5,10})|(plex)-([0-9a-f]{24}))$/

/** Reads `refText` back; undefined for anything else, so that forged values are plain text. */
export const readRef = (text: string): TitleRef | undefined => {
  const [, kind, ...found] = REF.exec(text) ?? []
  const [source, value] = found.filter((part) => part !== undefined)
  return value === undefined ? undefined : { kind: kind as Kind, source: source as IdSource, value }
}

/** When a film can be watched at home, if that is known: the earlier of the digital and physical dates. */
export const homeRelease = (title: Pick<Title, 'releases'>): Instant | undefined => {
  const dates = [title.releases.digital, title.releases.physical].filter((date) => date !== undefined)
  return dates.length > 0 ? Math.min(...dates) : undefined
}
