import { expect, it } from 'vitest'
import { ask, friendsForTest } from './client.ts'

const LIST = '/library/sections/watchlist/all'

const house = async () => {
  const friends = await friendsForTest()
  const { plex, olga } = friends
  plex.watchlist.add(olga.account, 'Inception')
  plex.watchlist.add(olga.account, 'Arrival')
  const page = (start: number, size = 1) => {
    const query = `?X-Plex-Container-Start=${start}&X-Plex-Container-Size=${size}`
    return ask(plex.discover, `${LIST}${query}`, { token: olga.token })
  }
  const title = async (start: number) => (await page(start)).json.MediaContainer.Metadata?.[0].title
  return { ...friends, page, title }
}

it('fails on one route as it is told, and on no other', async () => {
  const { plex, olga, page } = await house()
  const until = 'Sat, 01 Aug 2026 12:00:30 GMT'
  plex.discover.answer('/watchlist/', 429, '', 1, { 'retry-after': until })
  plex.discover.answer('/watchlist/', 200, '<html></html>', 1, { 'content-type': 'text/html' })
  plex.discover.answer('/watchlist/', 503, '', 1)
  const { key } = plex.title('Inception')
  expect((await ask(plex.discover, `/library/metadata/${key}`, { token: olga.token })).status).toBe(200)
  const slowedDown = await page(0)
  expect([slowedDown.status, slowedDown.headers.get('retry-after')]).toEqual([429, until])
  expect((await page(0)).headers.get('content-type')).toBe('text/html')
  expect([(await page(0)).status, (await page(0)).status]).toEqual([503, 200])
})

it('fails for one friend’s list alone', async () => {
  const { plex, olga, ana, ben } = await house()
  const list = (uuid: string) =>
    ask(plex.community, '/api', {
      method: 'POST',
      token: olga.token,
      json: { query: `{ userV2(user: {id: "${uuid}"}) { id } }` },
    })
  plex.community.answer(({ body }) => JSON.stringify(body).includes(ana.account.uuid), 500)
  expect([(await list(ana.account.uuid)).status, (await list(ben.account.uuid)).status]).toEqual([500, 200])
})

it('sends half a page as if it were a whole one', async () => {
  const { plex, page, title } = await house()
  plex.discover.cut('/watchlist/', 1)
  await expect(page(0)).rejects.toThrow(SyntaxError)
  expect(await title(0)).toBe('Arrival')
})

it('changes a list between two pages, and repeats entries', async () => {
  const { plex, clock, olga, title, page } = await house()
  clock.pass(60_000)
  plex.discover.after('/watchlist/', () => plex.watchlist.add(olga.account, 'Dark'), 1)
  expect([await title(0), await title(1), await title(2)]).toEqual(['Arrival', 'Arrival', 'Inception'])
  plex.weather.overlap = 1
  const { Metadata, totalSize } = (await page(2, 2)).json.MediaContainer
  expect(Metadata).toMatchObject([{ title: 'Arrival' }, { title: 'Inception' }])
  expect(totalSize).toBe(4)
})

it('knows every call that was made of any service', async () => {
  const { plex, clock, title } = await house()
  plex.addServer({ owner: plex.addAccount({ name: 'Rich' }), name: 'Home' })
  const [server] = plex.world.servers
  await title(0)
  clock.pass(1000)
  if (server) await ask(await plex.mediaServer(server), '/identity')
  clock.pass(1000)
  await ask(plex.rss, '/nothing')
  const log = await plex.log()
  expect(log.slice(-3).map(({ host, path }) => [host, path])).toEqual([
    ['discover', '/library/sections/watchlist/all'],
    ['media', '/identity'],
    ['rss', '/nothing'],
  ])
  for (const host of await plex.hosts()) await host.down()
  await expect(title(0)).rejects.toThrow()
})
