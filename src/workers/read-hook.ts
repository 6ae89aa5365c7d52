import { z } from 'zod'
import type { ArrNews } from '../domain/requests/progress.ts'
import type { TitleRef } from '../domain/titles/title.ts'

/** What a webhook comes to: news of a title, or, of a show, a reason to look how far it is (with the *arr's number of it). */
type HookNews = Readonly<
  { ref: TitleRef } & ({ news: ArrNews } | { look: true; arrId: number; deleted: boolean })
>

const id = z.number().int().positive()
const downloadSays = z.object({
  downloadStatusMessages: z
    .array(z.object({ messages: z.array(z.string()).nullish() }))
    .nullish()
    .catch(undefined),
})
const film = z.object({
  movie: z.object({ tmdbId: id, id: id.optional().catch(undefined) }),
  isUpgrade: z.boolean().optional().catch(undefined),
  deleteReason: z.string().optional().catch(undefined),
})
const show = z.object({
  series: z.object({ id, tvdbId: id }),
  episodes: z
    .array(
      z
        .object({ seasonNumber: z.number().int().min(0), episodeNumber: z.number().int().min(0) })
        .transform(({ seasonNumber, episodeNumber }) => ({ season: seasonNumber, episode: episodeNumber })),
    )
    .catch([]),
  deleteReason: z.string().optional().catch(undefined),
})

const saidIn = (body: unknown): { said?: string } => {
  const messages = downloadSays.safeParse(body).data?.downloadStatusMessages ?? []
  const said = messages.flatMap((one) => one.messages ?? []).join(' ')
  return said === '' ? {} : { said: said.slice(0, 300) }
}

const filmNews = (
  eventType: string,
  { movie, isUpgrade, deleteReason }: z.infer<typeof film>,
  body: unknown,
): ArrNews | undefined => {
  switch (eventType) {
    case 'Grab':
      return { what: 'grabbed' }
    case 'Download':
      if (isUpgrade === true) return { what: 'upgraded' }
      return { what: 'imported', ...(movie.id === undefined ? {} : { arrId: movie.id }) }
    case 'ManualInteractionRequired':
      return { what: 'blocked', ...saidIn(body) }
    case 'MovieDelete':
      return { what: 'removed' }
    case 'MovieFileDelete':
      return deleteReason === 'upgrade' ? undefined : { what: 'removed' }
    default:
      return undefined
  }
}

const readFilm = (eventType: string, body: unknown): HookNews | undefined => {
  const parsed = film.safeParse(body)
  const news = parsed.success ? filmNews(eventType, parsed.data, body) : undefined
  if (!parsed.success || news === undefined) return undefined
  return { ref: { kind: 'film', source: 'tmdb', value: String(parsed.data.movie.tmdbId) }, news }
}

const readShow = (eventType: string, body: unknown): HookNews | undefined => {
  const parsed = show.safeParse(body)
  if (!parsed.success) return undefined
  const { series, episodes, deleteReason } = parsed.data
  const ref = { kind: 'show', source: 'tvdb', value: String(series.tvdbId) } as const
  switch (eventType) {
    case 'Grab':
      return { ref, news: { what: 'grabbed', episodes } }
    case 'Download':
      return { ref, look: true, arrId: series.id, deleted: false }
    case 'EpisodeFileDelete':
      // The better copy that it makes way for is told of in a moment.
      return deleteReason === 'upgrade' ? undefined : { ref, look: true, arrId: series.id, deleted: true }
    case 'ManualInteractionRequired':
      return { ref, news: { what: 'blocked', episodes, ...saidIn(body) } }
    case 'SeriesDelete':
      return { ref, news: { what: 'removed' } }
    default:
      return undefined
  }
}

/** What a stored webhook of Radarr or Sonarr says of which title; undefined for all that no request cares for. */
export const newsIn = (kind: 'radarr' | 'sonarr', eventType: string, body: unknown): HookNews | undefined =>
  kind === 'radarr' ? readFilm(eventType, body) : readShow(eventType, body)
