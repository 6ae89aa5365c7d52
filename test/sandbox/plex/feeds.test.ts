import { expect, it } from 'vitest'
import { ask, friendsForTest } from './client.ts'

const feedFor = async (
  { plex }: Awaited<ReturnType<typeof friendsForTest>>,
  token: string,
  feedType: string,
) => {
  const made = await ask(plex.discover, '/rss?format=json', { method: 'POST', token, json: { feedType } })
  return { status: made.status, url: made.json.RSSInfo?.[0].url as string }
}

type Item = { title: string; author?: string; guids?: string[] }

const readFeed = async (url: string) => {
  const sent = await ask({ url }, '?format=json')
  if (sent.status !== 302) return { status: sent.status, items: [] as Item[], etag: null }
  const stored = await ask({ url: sent.headers.get('location') ?? '' }, '')
  return {
    status: stored.status,
    items: stored.json.items as Item[],
    etag: stored.headers.get('etag'),
  }
}

const titles = (items: Item[]) => items.map(({ title }) => title)

it('keeps one feed of the own list and one of all friends, for who has a Plex Pass', async () => {
  const house = await friendsForTest()
  const { plex, clock, olga, ana, ben } = house
  expect((await feedFor(house, ana.token, 'watchlist')).status).toBe(403)
  const own = await feedFor(house, olga.token, 'watchlist')
  const friends = await feedFor(house, olga.token, 'friendsWatchlist')
  expect(await feedFor(house, olga.token, 'watchlist')).toEqual(own)
  expect(own.url.startsWith(plex.rssUrl)).toBe(true)
  for (const [account, title] of [
    [olga, 'Inception'],
    [ana, 'Arrival'],
    [ben, 'Arrival'],
  ] as const) {
    plex.watchlist.add(account.account, title)
    clock.pass(60_000)
  }
  expect((await readFeed(own.url)).items).toEqual([
    expect.not.objectContaining({ author: expect.anything() }),
  ])
  expect((await readFeed(friends.url)).items).toMatchObject([
    { title: 'Arrival (2016)', author: ben.account.uuid, category: 'movie' },
    { title: 'Arrival (2016)', author: ana.account.uuid, guids: ['imdb://tt2543164', 'tmdb://329865'] },
  ])
  plex.watchlist.hide(ben.account)
  expect((await readFeed(friends.url)).items).toHaveLength(1)
  plex.unfriend(olga.account, ana.account)
  expect((await readFeed(friends.url)).items).toEqual([])
})

it('ends a feed with the fiftieth entry', async () => {
  const house = await friendsForTest()
  const { plex, olga } = house
  const { url } = await feedFor(house, olga.token, 'watchlist')
  for (let number = 1; number <= 60; number++) {
    plex.watchlist.add(olga.account, plex.addTitle({ kind: 'movie', title: `Film ${number}` }))
  }
  const { items } = await readFeed(url)
  expect([items.length, items[0]?.title, items[49]?.title]).toEqual([50, 'Film 60 (2020)', 'Film 11 (2020)'])
})

it('sends readers on to a storage that must not see a token, with a new tag each time', async () => {
  const house = await friendsForTest()
  const { plex, olga } = house
  const { url } = await feedFor(house, olga.token, 'watchlist')
  const tags = [(await readFeed(url)).etag, (await readFeed(url)).etag]
  expect(tags[0]).not.toBe(tags[1])
  const sent = await ask({ url }, '?format=json', { method: 'HEAD' })
  expect([sent.status, sent.headers.get('cache-control')]).toEqual([302, 'public, max-age=0, s-maxage=10'])
  const location = sent.headers.get('location') ?? ''
  expect(new URL(location).origin).not.toBe(plex.rssUrl)
  expect(plex.violations).toEqual([])
  expect((await ask({ url: location }, '', { token: olga.token })).status).toBe(400)
  expect((await ask({ url: location }, `?X-Plex-Token=${olga.token}`)).status).toBe(400)
  expect(plex.violations).toHaveLength(2)
  expect((await ask({ url }, '')).text).toContain('<rss version="2.0">')
})

it('stalls, loses its address, and lacks authors or ids as the weather has it', async () => {
  const house = await friendsForTest()
  const { plex, olga, ana } = house
  const { url } = await feedFor(house, olga.token, 'friendsWatchlist')
  plex.watchlist.add(ana.account, 'Inception')
  plex.feeds.stall()
  plex.watchlist.add(ana.account, 'Arrival')
  expect(titles((await readFeed(url)).items)).toEqual(['Inception (2010)'])
  plex.feeds.stall(false)
  expect(titles((await readFeed(url)).items)).toEqual(['Arrival (2016)', 'Inception (2010)'])

  plex.weather.feedLacks.add('author').add('guids')
  const [bare] = (await readFeed(url)).items
  expect(Object.keys(bare ?? {})).not.toEqual(expect.arrayContaining(['author']))
  expect(Object.keys(bare ?? {})).not.toEqual(expect.arrayContaining(['guids']))
  plex.weather.feedCache = 'public, s-maxage=7200'
  expect((await ask({ url }, '?format=json')).headers.get('cache-control')).toBe('public, s-maxage=7200')

  plex.feeds.forget(olga.account)
  expect((await readFeed(url)).status).toBe(404)
  expect((await feedFor(house, olga.token, 'friendsWatchlist')).url).not.toBe(url)
})
