import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createPlexDiscover } from '../../../src/clients/plex/discover.ts'
import { hasShared, readShared } from '../../sandbox/support/shared.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve } from '../support/serve.ts'
import { badWeather, SECRET, text } from './support/weather.ts'

const KEY = '617d3ab142705b2183b1b20b'
const SAMPLES = 'specs/webhook-samples/plex-watchlist'

const at = (discoverUrl: string) =>
  createPlexDiscover({ discoverUrl, clientId: 'usherr-1', product: 'Usherr' }, testHttp())

const answering = async (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  at(await serve(json(body, status, headers)))

/** Answers, and keeps what was asked. */
const listening = async (body: unknown, headers: Record<string, string> = {}) => {
  const asked: {
    url: URL
    method?: string | undefined
    headers: IncomingMessage['headers']
    body: string
  }[] = []
  const url = await serve(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked.push({
      url: new URL(request.url ?? '', 'http://plex'),
      method: request.method,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    })
    json(body, 200, headers)(request, response)
  })
  return { discover: at(url), asked }
}

const key = (number: number) => number.toString(16).padStart(24, '0')
const movie = (number: number, more: object = {}) => ({
  ratingKey: key(number),
  type: 'movie',
  title: `Film ${number}`,
  ...more,
})
const page = (Metadata: unknown, totalSize?: number) => ({ MediaContainer: { totalSize, Metadata } })

describe('a watchlist', () => {
  it('is asked for by header and offset, newest first', async () => {
    const { discover, asked } = await listening(page([movie(1, { year: 2023 })], 3), { etag: 'W/"a"' })
    expect(await discover.watchlist(SECRET, { size: 1 })).toEqual({
      items: [{ plexKey: key(1), kind: 'film', name: 'Film 1', year: 2023 }],
      unread: [],
      skipped: 0,
      total: 3,
      next: '1',
      etag: 'W/"a"',
    })
    await discover.watchlist(SECRET, { size: 1, after: '1' })
    const [first, second] = asked
    expect(first?.url.pathname).toBe('/library/sections/watchlist/all')
    expect(Object.fromEntries(first?.url.searchParams ?? [])).toEqual({
      sort: 'watchlistedAt:desc',
      'X-Plex-Container-Start': '0',
      'X-Plex-Container-Size': '1',
    })
    expect(first?.url.href).not.toContain(SECRET)
    expect(first?.headers).toMatchObject({ 'x-plex-token': SECRET, 'x-plex-client-identifier': 'usherr-1' })
    expect(first?.headers).not.toHaveProperty('if-none-match')
    expect(second?.url.searchParams.get('X-Plex-Container-Start')).toBe('1')
  })

  it.each([
    ['ends with the last', [movie(1), movie(2)], 2, undefined],
    ['goes on after a page that is shorter than asked', [movie(1)], 5, '1'],
    ['goes on after a full page where nothing is said of the whole', [movie(1), movie(2)], undefined, '2'],
    ['ends with a short page where nothing is said of the whole', [movie(1)], undefined, undefined],
    ['is empty without entries', undefined, 0, undefined],
    ['is empty without anything', undefined, undefined, undefined],
  ])('%s', async (_name, Metadata, total, next) => {
    const read = await (await answering(page(Metadata, total))).watchlist('token', { size: 2 })
    expect(read).toMatchObject({ skipped: 0, items: (Metadata ?? []).map(({ title }) => ({ name: title })) })
    expect(read === 'same' ? read : read.next).toBe(next)
  })

  it('moves on over an empty page in the middle', async () => {
    const discover = await answering(page(undefined, 9))
    expect(await discover.watchlist('token', { size: 3, after: '3' })).toMatchObject({ items: [], next: '6' })
  })

  it('is not believed to be empty when it says that it isn’t', async () => {
    const discover = await answering(page(undefined, 9))
    expect(await faultOf(discover.watchlist('token', { size: 3 }))).toMatchObject({ kind: 'bad-shape' })
  })

  it('passes over what is no title, and tells what of it stands there all the same', async () => {
    const strange = [
      movie(1),
      { ...movie(2), type: 'show', year: 'soon' },
      { ...movie(3), type: 'person' },
      { ...movie(4), ratingKey: 'four' },
      { ...movie(5), title: '' },
      { ...movie(6), ratingKey: 'six', guid: `plex://movie/${key(6)}`, title: null },
      { ...movie(7), title: 7 },
      { ...movie(7), title: 7 },
      { ...movie(8), ratingKey: 'eight', guid: `imdb://${key(8)}` },
      { type: 'movie' },
      null,
      'text',
      movie(1, { title: 'The same again' }),
    ]
    expect(await (await answering(page(strange, 13))).watchlist('token', { size: 13 })).toEqual({
      items: [
        { plexKey: key(1), kind: 'film', name: 'Film 1' },
        { plexKey: key(2), kind: 'show', name: 'Film 2' },
      ],
      unread: [key(3), key(5), key(6), key(7)],
      skipped: 5,
      total: 13,
    })
  })

  it('is the same when Plex says so', async () => {
    let sent: string | undefined
    const discover = at(
      await serve((request, response) => {
        sent = request.headers['if-none-match']
        response.writeHead(304).end()
      }),
    )
    expect(await discover.watchlist('token', { size: 50, etag: '"a"' })).toBe('same')
    expect(sent).toBe('"a"')
    expect(await faultOf(discover.watchlist('token', { size: 50 }))).toMatchObject({ status: 304 })
  })

  it('is of no other shape', async () => {
    for (const body of [
      {},
      { MediaContainer: [] },
      page({}),
      page('none'),
      { MediaContainer: { totalSize: '1' } },
    ]) {
      const discover = await answering(body)
      expect(await faultOf(discover.watchlist('token', { size: 5 }))).toMatchObject({ kind: 'bad-shape' })
    }
  })

  it.runIf(hasShared)('is read as it was recorded', async () => {
    const full = await answering(readShared(`${SAMPLES}/discover-watchlist-all.recorded.json`))
    expect(await full.watchlist('token', { size: 50 })).toEqual({
      items: [
        { plexKey: '5df46a38237002001dce338d', kind: 'show', name: 'The Test', year: 2020 },
        { plexKey: KEY, kind: 'film', name: 'Nowhere', year: 2023 },
      ],
      unread: [],
      skipped: 0,
      total: 11,
      next: '2',
    })
    const empty = await answering(readShared(`${SAMPLES}/discover-watchlist-empty.recorded.json`))
    expect(await empty.watchlist('token', { size: 50, after: '300' })).toEqual({
      items: [],
      unread: [],
      skipped: 0,
      total: 16,
    })
  })

  badWeather((url, options) => at(url).watchlist(SECRET, { size: 50 }, options))
})

describe('a title', () => {
  it.runIf(hasShared)('is read as it was recorded', async () => {
    const discover = await answering(readShared(`${SAMPLES}/discover-metadata-item.recorded.json`))
    expect(await discover.title('token', KEY)).toEqual({
      plexKey: KEY,
      kind: 'film',
      name: 'Nowhere',
      year: 2023,
      ids: { imdb: 'tt15789472', tmdb: '1151534', tvdb: '347900' },
      runtimeMinutes: 109,
      genres: ['Drama', 'Thriller'],
      certification: 'R',
      overview: expect.stringContaining('maritime container'),
      posterUrl: 'https://image.tmdb.org/t/p/original/uldNFFKNXNvwss0MIZErMSFkBJZ.jpg',
    })
  })

  it('has only ids that are some', async () => {
    const guids = ['imdb://', 'tmdb://12', 'tmdb://13', 'tvdb://1x', 'plex://movie/1', 'local://7', 8, null]
    const Guid = guids.map((id) => ({ id }))
    const discover = await answering(page([movie(1, { Guid })]))
    expect(await discover.title('token', key(1))).toMatchObject({ ids: { tmdb: '12' } })
  })

  it('lacks what Plex lacks', async () => {
    const odd = {
      duration: 0,
      thumb: 'http://elsewhere/a.jpg',
      summary: '',
      Genre: [{}, { tag: '' }],
      Guid: null,
    }
    const discover = await answering(page([movie(1, odd)]))
    expect(await discover.title('token', key(1))).toEqual({
      plexKey: key(1),
      kind: 'film',
      name: 'Film 1',
      ids: {},
      genres: [],
    })
  })

  it('is unknown', async () => {
    expect(await (await answering({}, 404)).title('token', KEY)).toBeUndefined()
    expect(await (await answering(page([]))).title('token', KEY)).toBeUndefined()
    expect(
      await (await answering(page([{ ...movie(1), type: 'season' }]))).title('token', KEY),
    ).toBeUndefined()
  })

  it('is found by the id that it has elsewhere', async () => {
    const Guid = [{ id: 'tmdb://7' }]
    const { discover, asked } = await listening(
      page([movie(1, { type: 'show', Guid }), movie(2, { Guid: [{ id: 'tmdb://8' }] }), movie(3, { Guid })]),
    )
    const found = await discover.match(SECRET, { kind: 'film', source: 'tmdb', value: '7' })
    expect(found).toMatchObject({ plexKey: key(3), kind: 'film' })
    const query = Object.fromEntries(asked[0]?.url.searchParams ?? [])
    expect(query).toEqual({ type: '1', guid: 'tmdb://7', includeGuids: '1' })
    expect(await discover.match('token', { kind: 'show', source: 'tvdb', value: '5' })).toMatchObject({
      plexKey: key(1),
    })
    expect(asked[1]?.url.searchParams.get('type')).toBe('2')
  })

  it('is not found', async () => {
    const ref = { kind: 'film', source: 'imdb', value: 'tt0000001' } as const
    expect(await (await answering(page(undefined))).match('token', ref)).toBeUndefined()
    expect(await (await answering({}, 404)).match('token', ref)).toBeUndefined()
  })

  badWeather((url, options) => at(url).title(SECRET, KEY, options), ['404'])
})

describe('a change', () => {
  it('is asked for by the number of the title', async () => {
    const { discover, asked } = await listening({ MediaContainer: { size: 0 } })
    await discover.add(SECRET, KEY)
    await discover.remove(SECRET, KEY)
    expect(asked.map(({ method, url }) => `${method} ${url.pathname}${url.search}`)).toEqual([
      `PUT /actions/addToWatchlist?ratingKey=${KEY}`,
      `PUT /actions/removeFromWatchlist?ratingKey=${KEY}`,
    ])
    expect(asked[0]?.headers).toMatchObject({ 'x-plex-token': SECRET })
  })

  it('is done when nothing more is said', async () => {
    await at(await serve(text('', 'text/plain'))).add('token', KEY)
  })

  badWeather((url, options) => at(url).add(SECRET, KEY, options), ['nothing', 'null', 'a list'])
})

describe('a feed', () => {
  it('is made, or found again', async () => {
    const body = {
      RSSInfo: [
        { feedType: 'watchlist', url: 'https://rss.plex.tv/own' },
        { feedType: 'friendsWatchlist', url: 'https://rss.plex.tv/friends' },
      ],
    }
    const { discover, asked } = await listening(body)
    expect(await discover.createFeed(SECRET, 'own')).toEqual({ url: 'https://rss.plex.tv/own' })
    expect(await discover.createFeed(SECRET, 'friends')).toEqual({ url: 'https://rss.plex.tv/friends' })
    expect(asked.map(({ method, url }) => `${method} ${url.pathname}${url.search}`)).toEqual(
      Array(2).fill('POST /rss?X-Plex-Client-Identifier=usherr-1&format=json'),
    )
    expect(asked.map((one) => JSON.parse(one.body))).toEqual([
      { feedType: 'watchlist' },
      { feedType: 'friendsWatchlist' },
    ])
  })

  it.each([400, 401, 402, 403, 404])('is not for everybody: %i', async (status) => {
    expect(await (await answering({}, status)).createFeed('token', 'own')).toBeUndefined()
  })

  it('is none, or has no address', async () => {
    expect(await (await answering({ RSSInfo: [] })).createFeed('token', 'own')).toBeUndefined()
    const broken = await answering({ RSSInfo: [{ feedType: 'watchlist', url: 'soon' }] })
    expect(await faultOf(broken.createFeed('token', 'own'))).toMatchObject({ kind: 'bad-shape' })
  })

  it.runIf(hasShared)('is read as it was recorded', async () => {
    const discover = await answering(readShared(`${SAMPLES}/discover-rss-create.recorded.json`))
    expect(await discover.createFeed('token', 'friends')).toEqual({
      url: 'https://rss.plex.tv/b5adbd07-fc91-4636-b77a-89f34a703473',
    })
    expect(await discover.createFeed('token', 'own')).toBeUndefined()
  })

  badWeather((url, options) => at(url).createFeed(SECRET, 'own', options), ['401', '403', '404'])
})
