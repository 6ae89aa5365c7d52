import type { IdSource, Kind, Title, TitleRef } from './title.ts'

/** Which application fetches which kind of title. */
export const APP_OF = { film: 'radarr', show: 'sonarr' } as const satisfies Record<Kind, string>

/** Which kind of title an application fetches. */
export const KIND_OF = { radarr: 'film', sonarr: 'show' } as const satisfies Record<string, Kind>

/** Whose number an application knows a title by: Radarr films by TMDB's, Sonarr shows by TVDB's. */
export const SOURCE_OF = { film: 'tmdb', show: 'tvdb' } as const satisfies Record<Kind, IdSource>

/** What the application that fetches a title knows it by; undefined: it can't be asked for it at all. */
export const arrRef = ({ kind, ids }: Pick<Title, 'kind' | 'ids'>): TitleRef | undefined => {
  const source = SOURCE_OF[kind]
  const value = ids[source]
  return value === undefined ? undefined : { kind, source, value }
}

/** Whether a title can be asked for. */
export const isFetchable = (title: Pick<Title, 'kind' | 'ids'>): boolean => arrRef(title) !== undefined
