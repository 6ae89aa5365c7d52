import { expect, it } from 'vitest'
import { ask, friendsForTest } from './client.ts'

const LIST = '/library/sections/watchlist/all'

type Item = { title: string; ratingKey: string; Guid?: { id: string }[] }

const titles = ({ json }: { json: { MediaContainer: { Metadata?: Item[] } } }) =>
  json.MediaContainer.Metadata?.map(({ title }) => title)

it('lists the own watchlist, newest first, in pages, without external ids', async () => {
  const { plex, clock, olga } = await friendsForTest()
  for (const title of ['Arrival', 'Inception', 'Dark']) {
    plex.watchlist.add(olga.account, title)
    clock.pass(1000)
  }
  const { discover } = plex
  const read = (query: string) => ask(discover, `${LIST}${query}`, { token: olga.token })
  const all = await read('')
  expect(titles(all)).toEqual(['Dark', 'Inception', 'Arrival'])
  expect(all.json.MediaContainer).toMatchObject({ totalSize: 3, size: 3, offset: 0 })
  expect(all.json.MediaContainer.Metadata[0]).toMatchObject({
    type: 'show',
    guid: `plex://show/${plex.title('Dark').key}`,
    ratingKey: expect.stringMatching(/^[0-9a-f]{24}$/),
  })
  expect(all.json.MediaContainer.Metadata[0]).not.toHaveProperty('Guid')
  expect(titles(await read('?sort=watchlistedAt:asc'))).toEqual(['Arrival', 'Inception', 'Dark'])
  expect(titles(await read('?type=2'))).toEqual(['Dark'])
  expect(titles(await read('?X-Plex-Container-Start=1&X-Plex-Container-Size=1'))).toEqual(['Inception'])
  const headers = { 'X-Plex-Container-Start': '2', 'X-Plex-Container-Size': '5' }
  expect(titles(await ask(discover, LIST, { token: olga.token, headers }))).toEqual(['Arrival'])
  const beyond = await read('?X-Plex-Container-Start=3')
  expect(beyond.json.MediaContainer).toMatchObject({ offset: 3, totalSize: 3, size: 0 })
  expect(beyond.json.MediaContainer).not.toHaveProperty('Metadata')
})

it('tells by an entity tag that nothing changed', async () => {
  const { plex, olga } = await friendsForTest()
  plex.watchlist.add(olga.account, 'Arrival')
  const read = (tag?: string) =>
    ask(plex.discover, LIST, { token: olga.token, ...(tag && { headers: { 'if-none-match': tag } }) })
  const tag = (await read()).headers.get('etag') ?? ''
  expect((await read(tag)).status).toBe(304)
  plex.watchlist.add(olga.account, 'Inception')
  const changed = await read(tag)
  expect([changed.status, titles(changed)]).toEqual([200, ['Inception', 'Arrival']])
  expect((await read(changed.headers.get('etag') ?? '')).status).toBe(304)
})

it('knows what is out and what a server holds', async () => {
  const { plex, olga } = await friendsForTest()
  const server = plex.addServer({ owner: olga.account, name: 'Home' })
  const coming = plex.addTitle({ kind: 'movie', title: 'Not Yet', released: '2030-01-01' })
  plex.watchlist.add(olga.account, coming)
  plex.watchlist.add(olga.account, 'Inception')
  plex.watchlist.add(olga.account, 'Arrival')
  plex.hold(server, 'Arrival')
  const read = (filter: string) =>
    ask(plex.discover, `/library/sections/watchlist/${filter}`, { token: olga.token })
  expect(titles(await read('released'))).toEqual(['Arrival', 'Inception'])
  expect(titles(await read('available'))).toEqual(['Arrival'])
  expect((await read('wished')).status).toBe(404)
})

it('knows the external ids of a title, by it and of it, as far as Plex does', async () => {
  const { plex, olga } = await friendsForTest()
  const read = (path: string) => ask(plex.discover, path, { token: olga.token })
  const { key } = plex.title('Arrival')
  const found = await read(`/library/metadata/${key}`)
  expect(found.json.MediaContainer.Metadata[0].Guid).toEqual([
    { id: 'imdb://tt2543164' },
    { id: 'tmdb://329865' },
  ])
  const matched = await read('/library/metadata/matches?type=1&guid=tmdb://329865')
  expect(matched.json.MediaContainer.Metadata[0].ratingKey).toBe(key)
  expect((await read('/library/metadata/matches?type=2&guid=tmdb://329865')).json.MediaContainer.size).toBe(0)

  const bare = plex.addTitle({ kind: 'movie', title: 'Nobody Knows It' })
  const none = await read(`/library/metadata/${bare.key}`)
  expect(none.json.MediaContainer.Metadata[0]).not.toHaveProperty('Guid')
  bare.ids = { tmdb: 5 }
  const later = await read(`/library/metadata/${bare.key}`)
  expect(later.json.MediaContainer.Metadata[0].Guid).toEqual([{ id: 'tmdb://5' }])
  bare.isGone = true
  expect((await read(`/library/metadata/${bare.key}`)).status).toBe(404)

  const search = await read('/library/search?query=arriv&limit=5&searchTypes=movies,tv')
  const [results] = search.json.MediaContainer.SearchResults
  expect(results.SearchResult[0].Metadata.title).toBe('Arrival')
})

it('lets people add and remove, once', async () => {
  const { plex, olga } = await friendsForTest()
  const { key } = plex.title('Arrival')
  const { token } = olga
  const act = (what: string) =>
    ask(plex.discover, `/actions/${what}?ratingKey=${key}`, { token, method: 'PUT' })
  const state = async () =>
    (await ask(plex.discover, `/library/metadata/${key}/userState`, { token })).json.MediaContainer.UserState
  expect((await act('addToWatchlist')).status).toBe(200)
  expect((await act('addToWatchlist')).status).toBe(200)
  expect(plex.watchlist.list(olga.account).map(({ title }) => title)).toEqual(['Arrival'])
  expect((await state()).watchlistedAt).toBe(Date.parse('2026-08-01T12:00:00Z') / 1000)
  await act('removeFromWatchlist')
  expect(plex.watchlist.list(olga.account)).toEqual([])
  expect(await state()).not.toHaveProperty('watchlistedAt')
})

it('turns away whose token is worth nothing, and managed users have no list', async () => {
  const { plex, olga } = await friendsForTest()
  expect(() => plex.watchlist.add(plex.addHomeUser(olga.account, 'Kid'), 'Arrival')).toThrow(/managed/)
  plex.revokeAll(olga.account)
  for (const token of ['', olga.token]) {
    const refused = await ask(plex.discover, LIST, { token })
    expect([refused.status, refused.json.errors[0].code]).toEqual([401, 1001])
  }
})
