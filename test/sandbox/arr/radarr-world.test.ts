import { describe, expect, it, vi } from 'vitest'
import { film, start } from './radarr-support.ts'
import type { Body } from './support.ts'
import { BUNNY, SINTEL } from './titles.ts'

const { tmdbId } = BUNNY
const SEARCH = { addOptions: { searchForMovie: true } }

describe("a film's way", () => {
  it('goes from search to file by itself when the stand-in is live', async () => {
    const { radarr, ask } = await start({ clock: { rate: 1000 } })
    const stop = radarr.live({ grabAfter: 10_000, takes: 100_000, steps: 4, importAfter: 10_000 })
    await ask('POST', 'movie', film(tmdbId, SEARCH))
    const seen = new Set<number>()
    await vi.waitFor(
      async () => {
        const { records } = (await ask('GET', 'queue')).json as {
          records: { sizeleft: number; size: number }[]
        }
        for (const { sizeleft, size } of records) seen.add(Math.round(100 - (sizeleft / size) * 100))
        expect((await ask('GET', 'movie/1')).json).toMatchObject({ hasFile: true })
      },
      { timeout: 5000, interval: 5 },
    )
    expect(seen.size).toBeGreaterThan(1)
    stop()
    const history = (await ask('GET', 'history/since?date=2000-01-01')).json as Body[]
    expect(history.map(({ eventType }) => eventType)).toEqual(['grabbed', 'downloadFolderImported'])
  })

  it('ends where somebody takes the film away', async () => {
    const { radarr, ask } = await start({ clock: { rate: 1000 } })
    radarr.live({ grabAfter: 50_000 })
    await ask('POST', 'movie', film(tmdbId, SEARCH))
    await vi.waitFor(async () =>
      expect((await ask('GET', 'command')).json).toMatchObject([{}, { status: 'completed' }]),
    )
    await radarr.remove(tmdbId)
    await radarr.advance(60_000)
    expect((await ask('GET', 'queue')).json).toMatchObject({ totalRecords: 0 })
  })

  it('shows trouble in the queue and failures in the history', async () => {
    const { radarr, ask } = await start()
    radarr.have(tmdbId)
    await radarr.grab(tmdbId)
    radarr.stall(tmdbId)
    expect((await ask('GET', 'queue')).json).toMatchObject({
      records: [{ status: 'warning', errorMessage: 'The download is stalled with no connections' }],
    })
    radarr.fail(tmdbId)
    expect((await ask('GET', 'queue')).json).toMatchObject({ totalRecords: 0 })
    expect((await ask('GET', 'history/movie?movieId=1')).json).toMatchObject([
      { eventType: 'downloadFailed' },
      {},
    ])
  })

  it('leaves no history behind when the film goes', async () => {
    const { radarr, ask } = await start()
    radarr.have(tmdbId)
    await radarr.grab(tmdbId)
    await radarr.remove(tmdbId)
    expect((await ask('GET', 'history')).json).toMatchObject({ totalRecords: 0 })
  })

  it('tells history from a moment on, to the second, ten rows a page', async () => {
    const { radarr, ask } = await start()
    radarr.have(tmdbId)
    await radarr.grab(tmdbId)
    await radarr.advance(60_000)
    const from = new Date(radarr.clock.now()).toISOString()
    for (let count = 0; count < 11; count += 1) await radarr.importByHand(tmdbId)
    const since = (await ask('GET', `history/since?date=${from}&eventType=downloadFolderImported`))
      .json as Body[]
    expect(since).toHaveLength(11)
    expect(since[0]?.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    const page = (await ask('GET', 'history')).json as { records: Body[]; totalRecords: number }
    expect([page.records.length, page.totalRecords]).toEqual([10, 22])
    expect((await ask('GET', 'history/since?date=never')).status).toBe(400)
  })
})

describe('faults', () => {
  it('refuses connections while down, and is itself again afterwards', async () => {
    const { radarr, ask } = await start()
    radarr.have(tmdbId)
    await radarr.down()
    await expect(ask('GET', 'movie')).rejects.toThrow()
    await radarr.up()
    expect((await ask('GET', 'movie')).json).toHaveLength(1)
  })

  it('hangs, and dawdles', async () => {
    const { radarr, ask } = await start()
    radarr.hang()
    await expect(fetch(radarr.url, { signal: AbortSignal.timeout(50) })).rejects.toThrow()
    radarr.heal()
    radarr.slow(60)
    const before = performance.now()
    await ask('GET', 'tag')
    expect(performance.now() - before).toBeGreaterThan(55)
  })

  it('answers what it is told to, so often, and does nothing behind it', async () => {
    const { radarr, ask } = await start()
    radarr.answer('POST /api/v3/movie', 503, { message: 'Later' }, 1)
    expect((await ask('POST', 'movie', film(tmdbId, SEARCH))).json).toEqual({ message: 'Later' })
    expect(radarr.adds(tmdbId)).toEqual({ attempts: 0, effective: 0 })
    expect((await ask('POST', 'movie', film(tmdbId, SEARCH))).status).toBe(201)
    radarr.html()
    expect((await ask('GET', 'movie')).headers.get('content-type')).toContain('text/html')
  })

  it('breaks off in the middle of an answer, having done what was asked', async () => {
    const { radarr, ask } = await start()
    radarr.reset(1)
    await expect(ask('POST', 'movie', film(tmdbId, SEARCH))).rejects.toThrow()
    expect((await ask('GET', 'movie')).json).toHaveLength(1)
  })

  it('changes its key, its name, its shelves', async () => {
    const { radarr, ask } = await start()
    radarr.asAnotherApplication('Sonarr')
    expect((await ask('GET', 'system/status')).json).toMatchObject({ appName: 'Sonarr' })
    radarr.removeProfile(4)
    radarr.withoutRootFolder()
    expect((await ask('GET', 'rootfolder')).json).toEqual([])
    const list = (await ask('POST', 'movie', film(tmdbId, SEARCH))).json as Body[]
    expect(list.map(({ errorCode }) => errorCode)).toEqual([
      'QualityProfileExistsValidator',
      'RootFolderExistsValidator',
    ])
    radarr.changeKey('another')
    expect((await ask('GET', 'tag')).status).toBe(401)
  })

  it('keeps a log of what it was asked', async () => {
    const { radarr, ask } = await start()
    await ask('GET', 'movie?tmdbId=1')
    await ask('POST', 'tag', { label: 'x' })
    expect(
      radarr.calls.map(({ method, path, search, body, status }) => [method, path, search, body, status]),
    ).toEqual([
      ['GET', '/api/v3/movie', '?tmdbId=1', undefined, 200],
      ['POST', '/api/v3/tag', '', { label: 'x' }, 201],
    ])
  })

  it('lets two run side by side without meeting', async () => {
    const [one, other] = [await start(), await start()]
    one.radarr.have(SINTEL.tmdbId)
    expect((await other.ask('GET', 'movie')).json).toEqual([])
  })
})
