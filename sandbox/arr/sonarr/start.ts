import { activityRoutes } from '../kit/activity.ts'
import { addingDriver, createAdding } from '../kit/adding.ts'
import { createApp } from '../kit/app.ts'
import { begin, type Options } from '../kit/begin.ts'
import { connectionRoutes } from '../kit/connections/routes.ts'
import { commonDriver } from '../kit/driver.ts'
import { listen } from '../kit/listen.ts'
import { shelfRoutes } from '../kit/shelves.ts'
import { systemRoutes } from '../kit/system.ts'
import { showActivity } from './activity.ts'
import { addRoute } from './add.ts'
import { sonarrDriver } from './driver.ts'
import { episodeRoutes } from './episodes.ts'
import { appBodies, testBody } from './events.ts'
import { lookupRoutes } from './lookup.ts'
import { exclusionRoutes, languageProfileRoutes } from './profiles.ts'
import { seriesRoutes } from './series.ts'
import type { SonarrState } from './state.ts'
import { createWork } from './work.ts'

const VERSION = '4.0.19.2979'

const OCCASIONS = [
  { name: 'onGrab' },
  { name: 'onDownload' },
  { name: 'onUpgrade' },
  { name: 'onImportComplete', since: '4.0.6.1847' },
  { name: 'onRename' },
  { name: 'onSeriesAdd', since: '4.0.0' },
  { name: 'onSeriesDelete', since: '3.0.5' },
  { name: 'onEpisodeFileDelete', since: '3.0.5' },
  { name: 'onEpisodeFileDeleteForUpgrade', since: '3.0.5' },
  { name: 'onHealthIssue' },
  { name: 'includeHealthWarnings' },
  { name: 'onHealthRestored', since: '4.0.0' },
  { name: 'onApplicationUpdate', since: '3.0.7' },
  { name: 'onManualInteractionRequired', since: '4.0.0' },
]

/**
 * Starts a stand-in of Sonarr (API v3, as versions 3 and 4 of it speak) on 127.0.0.1, with the driver that makes things
 * happen in it. It takes what Sonarr takes and refuses what Sonarr refuses; nothing of it outlives `close`.
 */
export const startSonarr = async (options: Options) => {
  const { state: common, clock } = begin('Sonarr', VERSION, '/data/tv', options)
  const state: SonarrState = {
    ...common,
    titles: options.titles,
    series: [],
    episodes: [],
    files: [],
    exclusions: [],
    adding: createAdding(),
    offers: [],
  }
  const setting = createApp(state, clock)
  const { app } = setting
  const work = createWork(app)
  const listener = await listen(
    setting,
    [
      ...systemRoutes(app),
      ...shelfRoutes(app),
      ...languageProfileRoutes(app),
      addRoute(app, work),
      ...seriesRoutes(app),
      ...episodeRoutes(app),
      ...lookupRoutes(app),
      ...activityRoutes(app, showActivity(app, work)),
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
    ...sonarrDriver(app),
    close: async () => {
      await listener.close()
      if (ownClock) clock.stop()
    },
  }
}

/** A running stand-in of Sonarr. */
export type SonarrStandIn = Awaited<ReturnType<typeof startSonarr>>
