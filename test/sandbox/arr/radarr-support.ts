import { expect, onTestFinished } from 'vitest'
import { startRadarr } from '../../../sandbox/arr/radarr/start.ts'
import { createSpec, hasSpecs } from './spec.ts'
import { type Body, connectionTo, createAsk, createReceiver } from './support.ts'
import { TITLES } from './titles.ts'

/** Radarr's specification, where it is at hand. */
export const spec = hasSpecs ? createSpec('radarr/openapi-v3.json') : undefined

type Options = Partial<Parameters<typeof startRadarr>[0]>

/** A stand-in of Radarr for one test, and how to ask it. */
export const start = async (options: Options = {}) => {
  const radarr = await startRadarr({ titles: TITLES, tags: ['Kids'], ...options })
  onTestFinished(() => radarr.close())
  return { radarr, ask: createAsk(radarr, spec) }
}

/** The body that adds a film as a careful program would. */
export const film = (tmdbId: number, rest: Body = {}): Body => ({
  title: 'A film',
  tmdbId,
  qualityProfileId: 4,
  rootFolderPath: '/data/movies',
  minimumAvailability: 'released',
  monitored: true,
  tags: [1],
  addOptions: { searchForMovie: false, monitor: 'movieOnly' },
  ...rest,
})

/** Every occasion on which Radarr may call. */
export const ALL = [
  'onGrab',
  'onDownload',
  'onUpgrade',
  'onRename',
  'onMovieAdded',
  'onMovieDelete',
  'onMovieFileDelete',
  'onMovieFileDeleteForUpgrade',
  'onHealthIssue',
  'includeHealthWarnings',
  'onHealthRestored',
  'onApplicationUpdate',
  'onManualInteractionRequired',
]

/** The same with somebody who takes its webhooks. */
export const startHooked = async (options: Options = {}, occasions = ALL, rest: Body = {}) => {
  const { radarr, ask } = await start({
    recycleBin: true,
    applicationUrl: 'http://radarr.example:7878',
    ...options,
  })
  const receiver = await createReceiver()
  const saved = await ask('POST', 'notification', connectionTo(receiver.url, occasions, rest))
  expect(saved.status).toBe(201)
  return { radarr, ask, receiver }
}
