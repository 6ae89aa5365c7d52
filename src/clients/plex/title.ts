import { z } from 'zod'
import type { IdSource, Kind } from '../../domain/titles/title.ts'
import type { ListedTitle, PlexTitle } from './types.ts'

/** A part that may be missing, or of a shape that says nothing. */
export const soft = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(undefined)

/** Plex's number of a title: the last part of its `plex://movie/…` guid. */
export const plexKey = z.string().regex(/^[0-9a-f]{24}$/)

const named = z.object({ ratingKey: soft(plexKey), id: soft(plexKey), guid: soft(z.string()) })

/** Plex's number of an entry of which nothing else need be readable. */
export const keyIn = (entry: unknown): string | undefined => {
  const { data } = named.safeParse(entry)
  return data?.ratingKey ?? data?.id ?? /^plex:\/\/.+\/([0-9a-f]{24})$/.exec(data?.guid ?? '')?.[1]
}

const tags = soft(z.array(z.object({ tag: soft(z.string()) })))

/** An entry of `Metadata`. */
const metadata = z.object({
  ratingKey: plexKey,
  type: z.string(),
  title: z.string().min(1),
  year: soft(z.number()),
  duration: soft(z.number()),
  contentRating: soft(z.string()),
  summary: soft(z.string()),
  thumb: soft(z.string()),
  Genre: tags,
  Guid: soft(z.array(z.object({ id: soft(z.string()) }))),
})

type Metadata = z.infer<typeof metadata>

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['movie', 'film'],
  ['show', 'show'],
])

/** What Plex calls a movie or show, however it spells that; undefined for seasons, people and the rest. */
export const kindOf = (type: string | null | undefined): Kind | undefined =>
  KINDS.get(type?.toLowerCase() ?? '')

const FOREIGN_ID = /^(?:(imdb):\/\/(tt\d{5,10})|(tmdb|tvdb):\/\/(\d{1,10}))$/

/** The ids that stand in guids such as `imdb://tt15789472`; the first of each source counts. */
export const idsIn = (
  guids: readonly (string | null | undefined)[],
): Readonly<Partial<Record<IdSource, string>>> => {
  const ids: Partial<Record<IdSource, string>> = {}
  for (const guid of guids) {
    const [, imdb, title, other, number] = FOREIGN_ID.exec(guid ?? '') ?? []
    const source = (imdb ?? other) as IdSource | undefined
    const value = title ?? number
    if (source !== undefined && value !== undefined) ids[source] ??= value
  }
  return ids
}

/** The address of a picture, if everybody may load it. */
export const pictureAt = (address: string | null | undefined): { posterUrl?: string } =>
  URL.parse(address ?? '')?.protocol === 'https:' ? { posterUrl: address ?? '' } : {}

const minutesOf = (ms: number | null | undefined): { runtimeMinutes?: number } => {
  const runtimeMinutes = Math.round((ms ?? 0) / 60_000)
  return runtimeMinutes > 0 ? { runtimeMinutes } : {}
}

const detailsOf = ({ Guid, Genre, duration, contentRating, summary, thumb }: Metadata) => ({
  ids: idsIn((Guid ?? []).map(({ id }) => id)),
  ...minutesOf(duration),
  genres: (Genre ?? []).flatMap(({ tag }) => tag || []),
  ...(contentRating ? { certification: contentRating } : {}),
  ...(summary ? { overview: summary } : {}),
  ...pictureAt(thumb),
})

const reading =
  <Title>(read: (listed: ListedTitle, data: Metadata) => Title) =>
  (entry: unknown): Title | undefined => {
    const { data } = metadata.safeParse(entry)
    const kind = kindOf(data?.type)
    if (data === undefined || kind === undefined) return undefined
    const year = data.year ? { year: data.year } : {}
    return read({ plexKey: data.ratingKey, kind, name: data.title, ...year }, data)
  }

/** Reads one entry as a line of a list; undefined for what is no film or show, or can't be read. */
export const listedOf = reading<ListedTitle>((listed) => listed)

/** Reads one entry with everything that it tells. */
export const titleOf = reading<PlexTitle>((listed, data) => ({ ...listed, ...detailsOf(data) }))
