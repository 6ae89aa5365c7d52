import { failure, ok } from '../kit/answers.ts'
import type { App } from '../kit/app.ts'
import type { Route } from '../kit/router.ts'
import { searchTitles, type Title } from '../kit/titles.ts'
import { movieFolder, movieResource, unknownMovie } from './resources.ts'
import type { RadarrState } from './state.ts'

/** The number or name that a term such as `tmdb:603` or a link names, and where. */
const namedBy = (term: string): { tmdb?: number; imdb?: string } | undefined => {
  const link =
    /\bimdb\.com\/title\/(tt\d{7,})\b/i.exec(term) ?? /\bthemoviedb\.org\/movie\/(\d+)\b/i.exec(term)
  const id = /^(?:imdb|tmdb)(?:id)?:\s*(\S*)\s*$/i.exec(term)?.[1] ?? link?.[1]
  if (id === undefined) return undefined
  return /^tt/i.test(id) ? { imdb: id.toLowerCase() } : { tmdb: Number(id) }
}

/** What Radarr finds out about films by asking its metadata service. */
export const lookupRoutes = ({ state, clock }: App<RadarrState>): Route[] => {
  const films = () => state.titles.filter(({ seasons }) => !seasons)
  const byTmdb = (tmdbId: number) => films().find((title) => title.tmdbId === tmdbId)
  const byImdb = (imdbId: string) => films().find((title) => title.imdbId === imdbId)
  const fresh = (title: Title) => unknownMovie(state, title, clock.now())

  /** A film of the library stands with its own row, so that its `id` tells that it is there. */
  const found = (title: Title) => {
    const movie = state.movies.find((one) => one.title === title)
    const resource = movie ? movieResource(state, movie, clock.now()) : fresh(title)
    return { ...resource, remotePoster: resource.images[0]?.remoteUrl, folder: movieFolder(title) }
  }

  const search = (term: string): Title[] => {
    const named = namedBy(term)
    if (!named) return searchTitles(films(), term)
    const title = named.imdb ? byImdb(named.imdb) : byTmdb(named.tmdb ?? 0)
    return title ? [title] : []
  }

  const unknown = (id: string) =>
    failure(
      500,
      `Movie with ${id} was not found, it may have been removed from TMDb.`,
      'NzbDrone.Core.Exceptions.MovieNotFoundException',
    )

  return [
    {
      method: 'GET',
      path: 'movie/lookup',
      handle: ({ query }) => {
        const term = query.text('term')?.trim()
        if (!term)
          throw failure(503, `Search for '${term ?? ''}' failed. Invalid response received from RadarrAPI.`)
        return ok(search(term).map(found))
      },
    },
    {
      method: 'GET',
      path: 'movie/lookup/tmdb',
      handle: ({ query }) => {
        const tmdbId = query.int('tmdbId') ?? 0
        const title = byTmdb(tmdbId)
        if (!title) throw unknown(`tmdbId ${tmdbId}`)
        return ok(fresh(title))
      },
    },
    {
      method: 'GET',
      path: 'movie/lookup/imdb',
      handle: ({ query }) => {
        const imdbId = query.text('imdbId') ?? ''
        const title = byImdb(imdbId)
        if (!title) throw unknown(`IMDBId ${imdbId}`)
        return ok(fresh(title))
      },
    },
  ]
}
