/** Which seasons a show on a watchlist means: Plex's watchlists have no seasons. `all` and `latest` mean those to come as well. */
export const SHOW_PARTS = ['all', 'latest', 'first'] as const

export type ShowPart = (typeof SHOW_PARTS)[number]

/** What admins chose about watchlists. */
export type WatchSettings = Readonly<{
  /** Whether the lists of people who were just found are asked for. */
  newcomersSync: boolean
  /** Whether what newcomers ask for waits for an approver, whatever their roles say. */
  newcomersNeedApproval: boolean
  shows: ShowPart
  /** Seconds between two looks at a feed, or at a list that no feed covers. */
  everySeconds: number
}>

export const WATCH_DEFAULTS: WatchSettings = {
  newcomersSync: true,
  newcomersNeedApproval: false,
  shows: 'all',
  everySeconds: 30,
}

/** Plex is not asked for the same more often than this. */
export const FEWEST_SECONDS = 10
export const MOST_SECONDS = 3_600
