import { beforeEach, describe, expect, it, vi } from 'vitest'
import { film, start } from './radarr-support.ts'
import type { Body } from './support.ts'
import { BUNNY, SINTEL, TOMORROW } from './titles.ts'

describe('what Radarr refuses to add', () => {
  let ask: Awaited<ReturnType<typeof start>>['ask']
  beforeEach(async () => {
    const started = await start()
    started.radarr.have(SINTEL.tmdbId)
    ask = started.ask
  })

  const refused = async (body: Body) => {
    const said = await ask('POST', 'movie', body)
    expect([said.status, said.headers.get('content-type')]).toEqual([400, 'application/json'])
    return said.json as Body[]
  }

  it('a film that is there already', async () => {
    expect(await refused(film(SINTEL.tmdbId))).toEqual([
      {
        propertyName: 'TmdbId',
        errorMessage: 'This movie has already been added',
        attemptedValue: SINTEL.tmdbId,
        severity: 'error',
        errorCode: 'MovieExistsValidator',
        formattedMessageArguments: [],
        formattedMessagePlaceholderValues: { propertyName: 'Tmdb Id', propertyValue: SINTEL.tmdbId },
      },
    ])
  })

  it.each([
    [
      'a profile that is gone',
      { qualityProfileId: 9 },
      'QualityProfileId',
      'QualityProfileExistsValidator',
      'Quality Profile does not exist',
    ],
    [
      'no profile',
      { qualityProfileId: undefined },
      'QualityProfileId',
      'GreaterThanValidator',
      "'Quality Profile Id' must be greater than '0'.",
    ],
    [
      'a root folder that is gone',
      { rootFolderPath: '/gone' },
      'RootFolderPath',
      'RootFolderExistsValidator',
      "Root folder '/gone' does not exist",
    ],
    [
      'a root folder as path',
      { path: '/data/movies/' },
      'Path',
      'RootFolderValidator',
      "Path '/data/movies/' is already configured as a root folder",
    ],
    [
      "another film's path",
      { path: '/data/movies/Sintel (2010)' },
      'Path',
      'MoviePathValidator',
      "Path '/data/movies/Sintel (2010)' is already configured for an existing movie",
    ],
  ])('%s', async (_, change, propertyName, errorCode, errorMessage) => {
    expect(await refused(film(BUNNY.tmdbId, change))).toMatchObject([
      { propertyName, errorCode, errorMessage },
    ])
  })

  it('neither path nor root folder', async () => {
    const list = await refused(film(BUNNY.tmdbId, { rootFolderPath: undefined }))
    expect(list.map(({ propertyName }) => propertyName)).toEqual(['Path', 'RootFolderPath'])
  })

  it('a film that its metadata service does not know, or only as a show', async () => {
    for (const tmdbId of [1, 33110])
      expect(await refused(film(tmdbId))).toMatchObject([
        { errorMessage: 'A movie with this ID was not found. Path: ' },
      ])
  })

  it('values of the wrong type, as the framework refuses them', async () => {
    const said = await ask('POST', 'movie', film(BUNNY.tmdbId, { qualityProfileId: '4' }))
    expect([said.status, said.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ])
    expect(said.json).toMatchObject({ status: 400, errors: { '$.qualityProfileId': [expect.any(String)] } })
    expect((await ask('POST', 'movie', '{')).status).toBe(400)
  })
})

describe('adding takes its time', () => {
  it('adds for a caller who gave up', async () => {
    const { radarr, ask } = await start()
    radarr.late(200)
    const gaveUp = fetch(`${radarr.url}/api/v3/movie`, {
      method: 'POST',
      headers: { 'x-api-key': radarr.apiKey, 'content-type': 'application/json' },
      body: JSON.stringify(film(BUNNY.tmdbId)),
      signal: AbortSignal.timeout(50),
    })
    await expect(gaveUp).rejects.toThrow()
    expect((await ask('GET', `movie?tmdbId=${BUNNY.tmdbId}`)).json).toEqual([])
    await vi.waitFor(async () =>
      expect((await ask('GET', `movie?tmdbId=${BUNNY.tmdbId}`)).json).toHaveLength(1),
    )
    expect(radarr.adds(BUNNY.tmdbId)).toEqual({ attempts: 1, effective: 1 })
  })

  it('lets the second of two callers meet the first', async () => {
    const { radarr, ask } = await start()
    const both = await Promise.all([
      ask('POST', 'movie', film(BUNNY.tmdbId)),
      ask('POST', 'movie', film(BUNNY.tmdbId)),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 400])
    expect(radarr.adds(BUNNY.tmdbId)).toEqual({ attempts: 2, effective: 1 })
  })

  it.each([
    ['sqlite', 409, 'constraint failed\r\nUNIQUE constraint failed: Movies.MovieMetadataId'],
    ['postgres', 500, '23505: duplicate key value violates unique constraint "IX_Movies_MovieMetadataId"'],
  ] as const)('passes on what %s says to the loser of a race', async (database, status, message) => {
    const { radarr, ask } = await start({ database })
    radarr.conflict()
    const said = await ask('POST', 'movie', film(BUNNY.tmdbId))
    expect(said.status).toBe(status)
    expect(said.json).toMatchObject({ message })
    expect((await ask('GET', `movie?tmdbId=${BUNNY.tmdbId}`)).json).toHaveLength(1)
  })

  it('forgets the options of the add once the film was looked at, and searches if they say so', async () => {
    const { radarr, ask } = await start()
    await radarr.release(BUNNY.tmdbId)
    const said = await ask('POST', 'movie', film(BUNNY.tmdbId, { addOptions: { searchForMovie: true } }))
    expect(said.json).toMatchObject({ addOptions: { searchForMovie: true } })
    await vi.waitFor(async () => expect((await ask('GET', 'queue')).json).toMatchObject({ totalRecords: 1 }))
    expect((await ask('GET', 'movie/1')).json).not.toHaveProperty('addOptions')
  })

  it('grabs nothing by itself before the film is out', async () => {
    const { radarr, ask } = await start()
    await radarr.release(TOMORROW.tmdbId)
    await ask('POST', 'movie', film(TOMORROW.tmdbId, { addOptions: { searchForMovie: true } }))
    await vi.waitFor(async () =>
      expect((await ask('GET', 'command')).json).toMatchObject([
        { status: 'completed' },
        { name: 'MoviesSearch', status: 'completed' },
      ]),
    )
    expect((await ask('GET', 'queue')).json).toMatchObject({ totalRecords: 0 })
    await ask('POST', 'command', { name: 'MoviesSearch', movieIds: [1] })
    await vi.waitFor(async () => expect((await ask('GET', 'queue')).json).toMatchObject({ totalRecords: 1 }))
  })
})
