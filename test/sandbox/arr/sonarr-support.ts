import { expect, onTestFinished } from 'vitest'
import { startSonarr } from '../../../sandbox/arr/sonarr/start.ts'
import { createSpec, hasSpecs } from './spec.ts'
import { type Body, connectionTo, createAsk, createReceiver } from './support.ts'
import { TITLES } from './titles.ts'

/** Sonarr's specification, where it is at hand. It describes the class of an address where Sonarr writes its text. */
export const spec = hasSpecs
  ? createSpec('sonarr/openapi-v3.json', (schemas) => {
      schemas.HttpUri = { type: 'string' }
    })
  : undefined

type Options = Partial<Parameters<typeof startSonarr>[0]>

/** A stand-in of Sonarr for one test, and how to ask it. */
export const start = async (options: Options = {}) => {
  const sonarr = await startSonarr({ titles: TITLES, tags: ['Kids'], ...options })
  onTestFinished(() => sonarr.close())
  return { sonarr, ask: createAsk(sonarr, spec) }
}

/** The body that adds a show as a careful program would. */
export const show = (tvdbId: number, rest: Body = {}): Body => ({
  title: 'A show',
  tvdbId,
  qualityProfileId: 4,
  rootFolderPath: '/data/tv',
  monitored: true,
  seasonFolder: true,
  seriesType: 'standard',
  tags: [1],
  addOptions: { monitor: 'all', searchForMissingEpisodes: false },
  ...rest,
})

/** Every occasion on which Sonarr may call. */
export const ALL = [
  'onGrab',
  'onDownload',
  'onUpgrade',
  'onImportComplete',
  'onRename',
  'onSeriesAdd',
  'onSeriesDelete',
  'onEpisodeFileDelete',
  'onEpisodeFileDeleteForUpgrade',
  'onHealthIssue',
  'includeHealthWarnings',
  'onHealthRestored',
  'onApplicationUpdate',
  'onManualInteractionRequired',
]

/** The same with somebody who takes its webhooks. */
export const startHooked = async (options: Options = {}, occasions = ALL, rest: Body = {}) => {
  const { sonarr, ask } = await start({
    recycleBin: true,
    applicationUrl: 'http://sonarr.example:8989',
    ...options,
  })
  const receiver = await createReceiver()
  const saved = await ask('POST', 'notification', connectionTo(receiver.url, occasions, rest))
  expect(saved.status).toBe(201)
  return { sonarr, ask, receiver }
}
