import { activityRoutes } from '../kit/activity.ts'
import { addingDriver, createAdding } from '../kit/adding.ts'
import { createApp } from '../kit/app.ts'
import { begin, type Options } from '../kit/begin.ts'
import { connectionRoutes } from '../kit/connections/routes.ts'
import { commonDriver } from '../kit/driver.ts'
import { listen } from '../kit/listen.ts'
import { shelfRoutes } from '../kit/shelves.ts'
import { systemRoutes } from '../kit/system.ts'
import { filmActivity } from './activity.ts'
import { addRoute } from './add.ts'
import { radarrDriver } from './driver.ts'
import { appBodies, testBody } from './events.ts'
import { exclusionRoutes } from './exclusions.ts'
import { lookupRoutes } from './lookup.ts'
import { movieRoutes } from './movies.ts'
import { createWork } from './search.ts'
import type { RadarrState } from './state.ts'

const VERSION = '6.0.3.10276'

const OCCASIONS = [
  { name: 'onGrab' },
  { name: 'onDownload' },
  { name: 'onUpgrade' },
  { name: 'onRename' },
  { name: 'onMovieAdded', since: '4.2.0' },
  { name: 'onMovieDelete', since: '3.1.0' },
  { name: 'onMovieFileDelete', since: '3.1.0' },
  { name: 'onMovieFileDeleteForUpgrade', since: '3.1.0' },
  { name: 'onHealthIssue' },
  { name: 'includeHealthWarnings' },
  { name: 'onHealthRestored', since: '4.5.1' },
  { name: 'onApplicationUpdate', since: '4.0.0' },
  { name: 'onManualInteractionRequired', since: '4.5.1' },
]

/**
 * Starts a stand-in of Radarr (API v3) on 127.0.0.1, with the driver that makes things happen in it. It takes what
 * Radarr takes and refuses what Radarr refuses; nothing of it outlives `close`.
 */
export const startRadarr = async (options: Options) => {
  const { state: common, clock } = begin('Radarr', VERSION, '/data/movies', options)
  const state: RadarrState = {
    ...common,
    titles: options.titles,
    movies: [],
    exclusions: [],
    adding: createAdding(),
    offers: new Map(),
  }
  const setting = createApp(state, clock)
  const { app } = setting
  const work = createWork(app)
  const listener = await listen(
    setting,
    [
      ...systemRoutes(app),
      ...shelfRoutes(app),
      addRoute(app, work),
      ...movieRoutes(app),
      ...lookupRoutes(app),
      ...activityRoutes(app, filmActivity(app, work)),
      ...exclusionRoutes(app),
      ...work.routes,
      ...connectionRoutes(app, { all: OCCASIONS, testBody: () => testBody(state) }),
    ],
    options.port ?? 0,
  )
  const ownClock = !(options.clock && 'now' in options.clock)
  return {
    url: listener.url,
    /** What it answers, as `GET /api/v3/tag/{id}`. */
    operations: listener.operations,
    apiKey: state.apiKey,
    state,
    ...commonDriver(app, listener, appBodies(state)),
    ...addingDriver(state.adding),
    ...radarrDriver(app),
    close: async () => {
      await listener.close()
      if (ownClock) clock.stop()
    },
  }
}

/** A running stand-in of Radarr. */
export type RadarrStandIn = Awaited<ReturnType<typeof startRadarr>>
