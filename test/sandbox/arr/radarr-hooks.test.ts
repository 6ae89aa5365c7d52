import { describe, expect, it } from 'vitest'
import { startHooked } from './radarr-support.ts'
import { hasSamples, sampleShape } from './samples.ts'
import { type Body, shapeOf } from './support.ts'
import { BUNNY } from './titles.ts'

const { tmdbId } = BUNNY

type World = Awaited<ReturnType<typeof startHooked>>

/** How each event comes about. */
const STORIES: Record<string, (world: World) => Promise<unknown>> = {
  Test: async () => undefined,
  MovieAdded: async ({ ask }) =>
    ask('POST', 'movie', {
      tmdbId,
      title: BUNNY.title,
      qualityProfileId: 4,
      rootFolderPath: '/data/movies',
      tags: [1],
      addOptions: {},
    }),
  Grab: async ({ radarr }) => radarr.grab(tmdbId),
  'Grab.torrent': async ({ radarr }) =>
    radarr.grab(tmdbId, { protocol: 'torrent', flags: ['G_Freeleech', 'G_Internal'] }),
  Download: async ({ radarr }) => {
    await radarr.grab(tmdbId)
    await radarr.import(tmdbId)
  },
  'Download.manual-import': async ({ radarr }) => radarr.importByHand(tmdbId),
  'Download.upgrade': async ({ radarr }) => {
    await radarr.grab(tmdbId, { quality: 'WEBDL-720p' })
    await radarr.import(tmdbId)
    await radarr.upgrade(tmdbId)
  },
  'MovieFileDelete.upgrade': async ({ radarr, receiver }) => {
    await STORIES['Download.upgrade']?.({ radarr, receiver } as World)
    // The deletion comes before the import that caused it.
    receiver.received.pop()
  },
  MovieFileDelete: async ({ radarr }) => {
    await STORIES.Download?.({ radarr } as World)
    await radarr.deleteFile(tmdbId)
  },
  MovieDelete: async ({ radarr }) => radarr.remove(tmdbId, { deleteFiles: true }),
  Rename: async ({ radarr }) => {
    await STORIES.Download?.({ radarr } as World)
    await radarr.rename(tmdbId, 'Bunny.mkv')
  },
  ManualInteractionRequired: async ({ radarr }) => {
    await radarr.grab(tmdbId)
    await radarr.blockImport(tmdbId)
  },
  Health: async ({ radarr }) =>
    radarr.healthIssue({
      source: 'IndexerRssCheck',
      type: 'warning',
      message: 'All away',
      wikiUrl: 'https://wiki.example/x',
    }),
  HealthRestored: async (world) => {
    await STORIES.Health?.(world)
    await world.radarr.healthRestored('IndexerRssCheck')
  },
  ApplicationUpdate: async ({ radarr }) => radarr.update('6.0.4.1'),
}

const CLOSING = ['eventType', 'instanceName', 'applicationUrl']
const CLIENT = ['downloadClient', 'downloadClientType', 'downloadId']
const KEYS: Record<string, string[]> = {
  Test: ['movie', 'remoteMovie', 'release', ...CLOSING],
  MovieAdded: ['movie', 'addMethod', ...CLOSING],
  Grab: ['movie', 'remoteMovie', 'release', ...CLIENT, 'customFormatInfo', ...CLOSING],
  'Grab.torrent': ['movie', 'remoteMovie', 'release', ...CLIENT, 'customFormatInfo', ...CLOSING],
  Download: [
    'movie',
    'remoteMovie',
    'movieFile',
    'isUpgrade',
    ...CLIENT,
    'customFormatInfo',
    'release',
    ...CLOSING,
  ],
  'Download.manual-import': [
    'movie',
    'remoteMovie',
    'movieFile',
    'isUpgrade',
    'customFormatInfo',
    'release',
    ...CLOSING,
  ],
  'Download.upgrade': [
    'movie',
    'remoteMovie',
    'movieFile',
    'isUpgrade',
    ...CLIENT,
    'deletedFiles',
    'customFormatInfo',
    'release',
    ...CLOSING,
  ],
  'MovieFileDelete.upgrade': ['movie', 'movieFile', 'deleteReason', ...CLOSING],
  MovieFileDelete: ['movie', 'movieFile', 'deleteReason', ...CLOSING],
  MovieDelete: ['movie', 'deletedFiles', 'movieFolderSize', ...CLOSING],
  Rename: ['movie', 'renamedMovieFiles', ...CLOSING],
  ManualInteractionRequired: [
    'movie',
    'downloadInfo',
    ...CLIENT,
    'downloadStatus',
    'downloadStatusMessages',
    'customFormatInfo',
    'release',
    ...CLOSING,
  ],
  Health: ['level', 'message', 'type', 'wikiUrl', ...CLOSING],
  HealthRestored: ['level', 'message', 'type', 'wikiUrl', 'eventType', 'instanceName'],
  ApplicationUpdate: ['message', 'previousVersion', 'newVersion', ...CLOSING],
}

/** Custom formats are none of a manual import's business here; the sample's came from a rule that reads file names. */
const comparable = (shape: string[]) =>
  shape.filter((key) => !key.startsWith('customFormatInfo.customFormats'))

/** The body that a story ends with. */
const told = async (name: string): Promise<Body> => {
  const world = await startHooked()
  if (name !== 'MovieAdded') world.radarr.have(tmdbId, { tags: [1], file: name === 'MovieDelete' })
  await STORIES[name]?.(world)
  return world.receiver.last().body
}

describe('the bodies of the webhooks', () => {
  it.each(Object.keys(STORIES))('%s has its keys', async (name) => {
    const body = await told(name)
    expect(body.eventType).toBe(name.split('.')[0])
    expect(Object.keys(body)).toEqual(KEYS[name])
  })

  it.skipIf(!hasSamples).each(Object.keys(STORIES))(
    '%s is like its sample, all the way down',
    async (name) => {
      expect(comparable(shapeOf(await told(name)))).toEqual(comparable(sampleShape(`radarr/${name}`)))
    },
  )

  it('say what happened', async () => {
    const { radarr, receiver } = await startHooked()
    radarr.have(tmdbId, { tags: [1] })
    await radarr.grab(tmdbId)
    await radarr.import(tmdbId)
    expect(receiver.last().body).toMatchObject({
      movie: {
        id: 1,
        tmdbId,
        releaseDate: '2008-07-10',
        tags: ['kids'],
        folderPath: '/data/movies/Big Buck Bunny (2008)',
      },
      movieFile: { relativePath: 'Big Buck Bunny (2008) Bluray-1080p.mkv', indexerFlags: '0' },
      isUpgrade: false,
    })
    await radarr.upgrade(tmdbId)
    expect(
      receiver.received.slice(-2).map(({ body }) => [body.eventType, body.deleteReason, body.isUpgrade]),
    ).toEqual([
      ['MovieFileDelete', 'upgrade', undefined],
      ['Download', undefined, true],
    ])
  })

  it('are those of older versions when it is one', async () => {
    const { radarr, receiver } = await startHooked({ version: '3.2.2.5080' })
    radarr.have(tmdbId)
    await radarr.grab(tmdbId)
    await radarr.import(tmdbId)
    const { body } = receiver.last()
    expect(Object.keys(body)).toEqual([
      'movie',
      'remoteMovie',
      'movieFile',
      'isUpgrade',
      'downloadClient',
      'downloadId',
      'eventType',
    ])
    expect(Object.keys(body.movie as Body)).toEqual([
      'id',
      'title',
      'year',
      'releaseDate',
      'folderPath',
      'tmdbId',
      'imdbId',
    ])
    expect(body.movieFile).toMatchObject({ path: expect.stringContaining('/data/usenet/complete/') })
  })
})
