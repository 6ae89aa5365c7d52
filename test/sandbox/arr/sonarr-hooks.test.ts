import { describe, expect, it, vi } from 'vitest'
import { hasSamples, sampleShape } from './samples.ts'
import { show, startHooked } from './sonarr-support.ts'
import { type Body, shapeOf } from './support.ts'
import { PIONEER } from './titles.ts'

const { tvdbId } = PIONEER
const FIRST = { season: 1, episode: 1 }

type World = Awaited<ReturnType<typeof startHooked>>

const fetched = async ({ sonarr }: World) => {
  await sonarr.grab(tvdbId, FIRST, { quality: 'HDTV-720p' })
  await sonarr.import(tvdbId)
}

/** How each event comes about. */
const STORIES: Record<string, (world: World) => Promise<unknown>> = {
  Test: async () => undefined,
  SeriesAdd: async ({ ask, receiver }) => {
    await ask('POST', 'series', show(tvdbId))
    await vi.waitFor(() => expect(receiver.events()).toContain('SeriesAdd'))
  },
  Grab: async ({ sonarr }) => sonarr.grab(tvdbId, FIRST),
  'Grab.season-pack': async ({ sonarr }) => sonarr.grab(tvdbId, { season: 1 }),
  Download: fetched,
  'Download.multi-episode': async ({ sonarr }) => {
    await sonarr.grab(tvdbId, { season: 1, episodes: [1, 2] })
    await sonarr.import(tvdbId)
  },
  'Download.manual-import': async ({ sonarr }) => sonarr.importByHand(tvdbId, FIRST),
  'Download.upgrade': async (world) => {
    await fetched(world)
    await world.sonarr.upgrade(tvdbId, FIRST)
  },
  'Download.import-complete': async ({ sonarr }) => {
    await sonarr.grab(tvdbId, { season: 1 })
    await sonarr.import(tvdbId)
  },
  EpisodeFileDelete: async (world) => {
    await fetched(world)
    await world.sonarr.deleteFile(tvdbId, FIRST)
  },
  'EpisodeFileDelete.upgrade': async (world) => {
    await fetched(world)
    await world.sonarr.upgrade(tvdbId, FIRST)
  },
  SeriesDelete: async ({ sonarr }) => sonarr.remove(tvdbId),
  Rename: async (world) => {
    await fetched(world)
    await world.sonarr.rename(tvdbId, FIRST, 'Season 01/One.mkv')
  },
  ManualInteractionRequired: async ({ sonarr }) => {
    await sonarr.grab(tvdbId, FIRST)
    await sonarr.blockImport(tvdbId)
  },
  Health: async ({ sonarr }) =>
    sonarr.healthIssue({
      source: 'DownloadClientCheck',
      type: 'error',
      message: 'Away',
      wikiUrl: 'https://wiki.example/x',
    }),
  HealthRestored: async (world) => {
    await STORIES.Health?.(world)
    await world.sonarr.healthRestored('DownloadClientCheck')
  },
  ApplicationUpdate: async ({ sonarr }) => sonarr.update('4.0.20.1'),
}

const CLOSING = ['eventType', 'instanceName', 'applicationUrl']
const CLIENT = ['downloadClient', 'downloadClientType', 'downloadId']
const GRAB = ['series', 'episodes', 'release', ...CLIENT, 'customFormatInfo', ...CLOSING]
const DOWNLOAD = [
  'series',
  'episodes',
  'episodeFile',
  'isUpgrade',
  ...CLIENT,
  'customFormatInfo',
  'release',
  ...CLOSING,
]
const HEALTH = ['level', 'message', 'type', 'wikiUrl', 'eventType', 'instanceName']
const KEYS: Record<string, string[]> = {
  Test: ['series', 'episodes', ...CLOSING],
  SeriesAdd: ['series', ...CLOSING],
  Grab: GRAB,
  'Grab.season-pack': GRAB,
  Download: DOWNLOAD,
  'Download.multi-episode': DOWNLOAD,
  'Download.manual-import': DOWNLOAD.filter((key) => !CLIENT.includes(key)),
  'Download.upgrade': [
    'series',
    'episodes',
    'episodeFile',
    'isUpgrade',
    ...CLIENT,
    'deletedFiles',
    'customFormatInfo',
    'release',
    ...CLOSING,
  ],
  'Download.import-complete': [
    'series',
    'episodes',
    'episodeFiles',
    ...CLIENT,
    'release',
    'fileCount',
    'sourcePath',
    'destinationPath',
    ...CLOSING,
  ],
  EpisodeFileDelete: ['series', 'episodes', 'episodeFile', 'deleteReason', ...CLOSING],
  'EpisodeFileDelete.upgrade': ['series', 'episodes', 'episodeFile', 'deleteReason', ...CLOSING],
  SeriesDelete: ['series', 'deletedFiles', ...CLOSING],
  Rename: ['series', 'renamedEpisodeFiles', ...CLOSING],
  ManualInteractionRequired: [
    'series',
    'episodes',
    'downloadInfo',
    ...CLIENT,
    'downloadStatus',
    'downloadStatusMessages',
    'customFormatInfo',
    'release',
    ...CLOSING,
  ],
  Health: HEALTH,
  HealthRestored: HEALTH,
  ApplicationUpdate: ['message', 'previousVersion', 'newVersion', 'eventType', 'instanceName'],
}

/** Custom formats are none of a manual import's business here; the sample's came from a rule that reads file names. */
const comparable = (shape: string[]) =>
  shape.filter((key) => !key.startsWith('customFormatInfo.customFormats'))

/** The body that a story ends with: of an import the last of its files, or where the name says so its end. */
const told = async (name: string): Promise<Body> => {
  const world = await startHooked()
  if (name !== 'SeriesAdd') world.sonarr.have(tvdbId, { tags: [1] })
  await STORIES[name]?.(world)
  const isWhole = name.endsWith('import-complete')
  const bodies = world.receiver.received.map(({ body }) => body)
  return (
    bodies.findLast(
      ({ eventType, episodeFiles }) => eventType === name.split('.')[0] && Boolean(episodeFiles) === isWhole,
    ) ?? {}
  )
}

/** What version 3 says when a file is replaced: that the old one goes, and that the new one is there. */
const upgradeOfVersion3 = async (): Promise<Body[]> => {
  const { sonarr, receiver } = await startHooked({ version: '3.0.6.1342' }, [
    'onDownload',
    'onUpgrade',
    'onEpisodeFileDelete',
    'onEpisodeFileDeleteForUpgrade',
  ])
  sonarr.have(tvdbId)
  await sonarr.grab(tvdbId, FIRST, { quality: 'HDTV-720p' })
  await sonarr.import(tvdbId)
  await sonarr.upgrade(tvdbId, FIRST)
  return receiver.received.slice(-2).map(({ body }) => body)
}

describe('the bodies of the webhooks', () => {
  it.each(Object.keys(STORIES))('%s has its keys', async (name) => {
    expect(Object.keys(await told(name))).toEqual(KEYS[name])
  })

  it.skipIf(!hasSamples).each(Object.keys(STORIES))(
    '%s is like its sample, all the way down',
    async (name) => {
      expect(comparable(shapeOf(await told(name)))).toEqual(comparable(sampleShape(`sonarr/${name}`)))
    },
  )

  it('tell a season pack once for every file and once as a whole', async () => {
    const { sonarr, receiver } = await startHooked()
    sonarr.have(tvdbId)
    await sonarr.grab(tvdbId, { season: 1 })
    await sonarr.import(tvdbId)
    const [, grab, ...rest] = receiver.received.map(({ body }) => body)
    expect(grab?.episodes).toHaveLength(3)
    expect(
      rest.map(({ eventType, fileCount, episodes }) => [eventType, fileCount, (episodes as Body[]).length]),
    ).toEqual([
      ['Download', undefined, 1],
      ['Download', undefined, 1],
      ['Download', undefined, 1],
      ['Download', 3, 3],
    ])
    expect(rest.at(-1)).toMatchObject({
      release: { releaseType: 'seasonPack' },
      destinationPath: '/data/tv/Pioneer One/Season 01',
      sourcePath: '/data/usenet/complete/Pioneer.One.S01.1080p.WEB-DL.H264-EXAMPLE',
    })
  })

  it('name the folder above the seasons when there are several', async () => {
    const { sonarr, receiver } = await startHooked()
    sonarr.have(tvdbId)
    await sonarr.grab(tvdbId, { seasons: [1, 2] })
    await sonarr.import(tvdbId)
    expect(receiver.last().body).toMatchObject({ fileCount: 5, destinationPath: '/data/tv/Pioneer One' })
    expect((receiver.last().body.release as Body).releaseTitle).toContain('.S01-S02.')
  })

  it('call the end of an import a Download only where that is switched on', async () => {
    const { sonarr, receiver } = await startHooked({}, ['onImportComplete'])
    sonarr.have(tvdbId)
    await sonarr.grab(tvdbId, { season: 1 })
    await sonarr.import(tvdbId)
    expect(receiver.events()).toEqual(['Test', 'Download'])
  })

  it('are those of version 3 when it is one', async () => {
    const [deleted, imported] = await upgradeOfVersion3()
    expect(imported).not.toHaveProperty('instanceName')
    expect(deleted?.episodeFile).toMatchObject({ quality: { quality: { name: 'HDTV-720p' } } })
  })

  it.skipIf(!hasSamples)('are like the recorded ones of version 3', async () => {
    const [deleted, imported] = await upgradeOfVersion3()
    expect(shapeOf(imported)).toEqual(sampleShape('sonarr/legacy-v3-recorded/Download.upgrade'))
    expect(shapeOf(deleted)).toEqual(
      sampleShape('sonarr/legacy-v3-recorded/EpisodeFileDelete.upgrade.trimmed'),
    )
  })
})
