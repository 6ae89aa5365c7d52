import type { Kind } from './title.ts'

/** Which application fetches which kind of title. */
export const APP_OF = { film: 'radarr', show: 'sonarr' } as const satisfies Record<Kind, string>

/** Which kind of title an application fetches. */
export const KIND_OF = { radarr: 'film', sonarr: 'show' } as const satisfies Record<string, Kind>
