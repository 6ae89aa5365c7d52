import { describe, expect, it } from 'vitest'
import { createPlexFeeds } from '../../../src/clients/plex/feeds.ts'
import { createClock } from '../../../src/platform/clock.ts'
import { hasShared, readShared } from '../../sandbox/support/shared.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve } from '../support/serve.ts'
import { badWeather, SECRET, text } from './support/weather.ts'

const SAMPLES = 'specs/webhook-samples/plex-watchlist'

const clock = { ...createClock(), now: () => 1_763_726_400_000 }

const feedsAt = (rssUrl: string) => createPlexFeeds({ rssUrl }, testHttp(), clock)

const read = (rssUrl: string, options = {}) => feedsAt(rssUrl).read(`${rssUrl}/${SECRET}`, options)

const readBody = async (body: unknown, headers: Record<string, string> = {}) =>
  read(await serve(json(body, 200, headers)))

describe('a feed', () => {
  it('is asked for as JSON, past every cache, and without a token', async () => {
    const asked: { url: URL; headers: object }[] = []
    const url = await serve((request, response) => {
      asked.push({ url: new URL(request.url ?? '', 'http://plex'), headers: request.headers })
      json({ items: [] })(request, response)
    })
    await feedsAt(url).read(`${url}/${SECRET}?key=1`)
    const [first] = asked
    expect(first?.url.pathname).toBe(`/${SECRET}`)
    expect(first?.url.searchParams.get('format')).toBe('json')
    expect(first?.url.searchParams.get('key')).toBe('1')
    expect(first?.url.searchParams.get('fresh')).toBe(String(clock.now()))
    expect(Object.keys(first?.headers ?? {}).filter((name) => name.startsWith('x-plex'))).toEqual([])
  })

  it.each([
    'https://rss.plex.test.elsewhere.example/feed',
    'https://rss.plex.test:8443/a/feed',
    'http://rss.plex.test/a/feed',
    'https://rss.plex.test/ab/feed',
    'https://rss.plex.test/a/../feed',
    'https://rss.plex.test/a',
    'http://127.0.0.1/feed',
    'feed',
    '',
  ])('is none of Plex’s: %s', async (address) => {
    const feeds = feedsAt('https://rss.plex.test/a')
    expect(await faultOf(feeds.read(address))).toMatchObject({ kind: 'rejected', code: 'address-invalid' })
  })

  it('has entries without what is missing, and counts what is none', async () => {
    const items = [
      { title: 'Bare' },
      {
        title: 'Whole (1999) (2001)',
        category: 'SHOW',
        author: 'a1',
        guids: ['tmdb://5', 'tmdb://6', 'x', 7],
      },
      { title: '(2001)', category: 'person', author: 9, guids: 'tmdb://5', pubDate: 'soon', rating: 'pg' },
      { title: 'Kept out', thumbnail: { url: 'http://elsewhere/a.jpg' }, keywords: ['drama', '', null] },
      { title: 'Bare' },
      { title: '  ' },
      { name: 'Nothing' },
      null,
      'text',
    ]
    expect(await readBody({ items })).toEqual({
      print: expect.any(String),
      entries: [
        { name: 'Bare', ids: {}, genres: [] },
        { name: 'Whole (1999)', year: 2001, kind: 'show', author: 'a1', ids: { tmdb: '5' }, genres: [] },
        { name: '(2001)', ids: {}, genres: [] },
        { name: 'Kept out', ids: {}, genres: ['drama'] },
      ],
      skipped: 4,
    })
  })

  it('has the same fingerprint for the same entries, in any order', async () => {
    const [one, two] = [{ title: 'One (2001)' }, { title: 'Two', guids: ['tmdb://2'] }]
    const printOf = async (items: unknown[], more: object = {}) => (await readBody({ items, ...more })).print
    const print = await printOf([one, two], { title: 'A' })
    expect(await printOf([two, one, two], { title: 'B' })).toBe(print)
    expect(await printOf([one])).not.toBe(print)
    expect(await printOf([one, { ...two, author: 'a1' }])).not.toBe(print)
  })

  it.each([
    ['public, max-age=60, s-maxage=7200', 7_200_000],
    ['max-age=60', 60_000],
    ['no-store', undefined],
    [undefined, undefined],
  ])('is kept on the way: %s', async (said, kept) => {
    const found = await readBody({ items: [] }, said === undefined ? {} : { 'cache-control': said })
    expect(found.keptForMs).toBe(kept)
  })

  it('is read behind a redirect, whatever the type is called there', async () => {
    const store = await serve(text('{"items":[{"title":"One"}]}', 'binary/octet-stream'))
    const url = await serve((_request, response) => {
      response.writeHead(302, { location: `${store}/e/${SECRET}.json?signature=${SECRET}` }).end()
    })
    expect((await read(url)).entries).toEqual([{ name: 'One', ids: {}, genres: [] }])
  })

  it('doesn’t tell its address when a redirect goes on and on', async () => {
    const url = await serve((request, response) => {
      response.writeHead(302, { location: request.url ?? '' }).end()
    })
    const fault = await faultOf(read(url))
    expect(fault).toMatchObject({ kind: 'rejected', code: 'redirect', said: 'redirect to [hidden]' })
  })

  it('is of no other shape', async () => {
    for (const body of [{}, [], { items: null }, { items: {} }])
      expect(await faultOf(readBody(body))).toMatchObject({ kind: 'bad-shape' })
  })

  it.runIf(hasShared)('is read as it was recorded', async () => {
    const own = await readBody(readShared(`${SAMPLES}/rss-watchlist.recorded.json`))
    expect(own.skipped).toBe(0)
    expect(own.entries.map(({ name, year, kind }) => [name, year, kind])).toEqual([
      ['Past Lives', 2023, 'film'],
      ['The Great', 2020, 'show'],
      ['Oppenheimer', 2023, 'film'],
    ])
    const friends = await readBody(readShared(`${SAMPLES}/rss-friends.composed.json`))
    expect(friends.entries).toEqual([
      {
        author: '0123456789abcdef',
        kind: 'film',
        name: 'Past Lives',
        year: 2023,
        ids: { imdb: 'tt13238346', tmdb: '666277', tvdb: '343586' },
        addedAt: Date.UTC(2023, 9, 22, 13, 0, 43),
        posterUrl: expect.stringContaining('https://images.plex.tv/photo?url='),
        overview: expect.stringContaining('Nora and Hae Sung'),
        genres: ['drama', 'romance'],
        certification: 'PG-13',
      },
    ])
  })

  badWeather(read)
})
