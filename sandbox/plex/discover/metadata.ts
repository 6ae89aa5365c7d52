import { createHash } from 'node:crypto'
import { picturePath } from '../../tmdb/shelf.ts'
import { unixSeconds } from '../tv/times.ts'
import type { PlexTitle } from '../world/types.ts'

const slugify = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** The part of a public page's address that names a title. */
const slugOf = ({ title, key }: PlexTitle): string => slugify(title) || key

/** The page that anybody may see. */
export const publicPageOf = (title: PlexTitle): string =>
  `https://watch.plex.tv/${title.kind}/${slugOf(title)}`

/** The external ids as Plex writes them; none where it knows none. */
export const guidsOf = ({ ids: { imdb, tmdb, tvdb } }: PlexTitle): string[] => [
  ...(imdb === undefined ? [] : [`imdb://${imdb}`]),
  ...(tmdb === undefined ? [] : [`tmdb://${tmdb}`]),
  ...(tvdb === undefined ? [] : [`tvdb://${tvdb}`]),
]

/** The picture of a title; only who knows TMDB's number has one. */
export const posterOf = ({ kind, ids }: PlexTitle): string | undefined =>
  ids.tmdb === undefined
    ? undefined
    : `https://image.tmdb.org/t/p/original${picturePath(kind === 'movie' ? 'movie' : 'tv', ids.tmdb)}`

const picture = (title: PlexTitle) => {
  const url = posterOf(title)
  return url === undefined
    ? {}
    : { art: url, thumb: url, Image: [{ alt: title.title, type: 'coverPoster', url }] }
}

const seasonFacts = ({ seasons }: PlexTitle) => ({
  leafCount: seasons.reduce((sum, { episodes }) => sum + episodes, 0),
  childCount: seasons.length,
  isContinuingSeries: false,
})

/** A title as lists show it: without external ids. `addedAt` is when it came out, not when it was listed. */
export const listed = (title: PlexTitle) => {
  const { key, kind, released } = title
  return {
    ...picture(title),
    guid: `plex://${kind}/${key}`,
    key: `/library/metadata/${key}${kind === 'show' ? '/children' : ''}`,
    ratingKey: key,
    type: kind,
    ...(released !== undefined && {
      addedAt: unixSeconds(Date.parse(released)),
      originallyAvailableAt: released,
    }),
    duration: title.runtime * 60_000,
    publicPagesURL: publicPageOf(title),
    slug: slugOf(title),
    userState: false,
    title: title.title,
    ...(kind === 'show' && seasonFacts(title)),
    ...(title.certification !== undefined && { contentRating: title.certification }),
    ...(title.year > 0 && { year: title.year }),
  }
}

const genre = (tag: string) => {
  const id = createHash('sha1').update(tag).digest('hex').slice(0, 24)
  return {
    filter: `genre=${id}`,
    id,
    ratingKey: `genre_${id}`,
    slug: slugify(tag),
    tag,
    directory: true,
    context: 'tag.genre',
  }
}

/** A title by itself. `Guid` is missing where Plex knows no external id. */
export const described = (title: PlexTitle) => {
  const guids = guidsOf(title)
  return {
    ...listed(title),
    key: `/library/metadata/${title.key}`,
    summary: title.overview,
    source: 'provider://tv.plex.provider.metadata',
    Genre: title.genres.map(genre),
    ...(guids.length > 0 && { Guid: guids.map((id) => ({ id })) }),
  }
}
