import { expect, it } from 'vitest'
import { ask, plexForTest, tokenOf } from './client.ts'

type Resource = { clientIdentifier: string; provides: string; owned: boolean; accessToken: string }

const household = async () => {
  const { plex, clock } = await plexForTest()
  const [owner, ana, ben] = ['Olga', 'Ana', 'Ben'].map((name) => plex.addAccount({ name }))
  if (!owner || !ana || !ben) throw new Error('Nobody is home.')
  const server = plex.addServer({ owner, name: 'Home' })
  plex.share(server, ana)
  return { plex, clock, owner, ana, ben, server }
}

const serversOf = (resources: Resource[]) => resources.filter(({ provides }) => provides === 'server')

it('lists servers among the players, each with a token of its own for who shares it', async () => {
  const { plex, owner, ana, ben, server } = await household()
  const list = async (account: typeof ana) => {
    const token = await tokenOf(plex, account)
    const resources: Resource[] = (await ask(plex, '/api/v2/resources?includeHttps=1', { token })).json
    expect(resources.length).toBeGreaterThan(serversOf(resources).length)
    return { token, servers: serversOf(resources) }
  }
  const [own, shared, none] = [await list(owner), await list(ana), await list(ben)]
  expect(own.servers).toMatchObject([
    { owned: true, accessToken: own.token, ownerId: null, sourceTitle: null },
  ])
  expect(shared.servers).toMatchObject([
    { owned: false, ownerId: owner.id, sourceTitle: 'Olga', clientIdentifier: server.machineIdentifier },
  ])
  expect(shared.servers[0]?.accessToken).not.toBe(shared.token)
  expect(none.servers).toEqual([])
  plex.unshare(server, ana)
  expect((await list(ana)).servers).toEqual([])
})

it('gives plain addresses unless it is asked for more', async () => {
  const { plex, owner, server } = await household()
  server.reachedBy = ['the world']
  const token = await tokenOf(plex, owner)
  const connections = async (query: string) =>
    (await ask(plex, `/api/v2/resources${query}`, { token })).json.at(-1).connections
  expect(await connections('')).toMatchObject([
    { uri: 'http://172.18.0.3:32400', local: true },
    { protocol: 'http' },
  ])
  const all = await connections('?includeHttps=1&includeRelay=1&includeIPv6=1')
  expect(all).toHaveLength(4)
  expect(all[0].uri).toMatch(/^https:\/\/172-18-0-3\.[0-9a-f]{40}\.plex\.direct:32400$/)
})

it('tells the owner what each friend may use', async () => {
  const { plex, owner, ana, server } = await household()
  const guest = plex.addHomeUser(owner, 'Kid')
  const token = await tokenOf(plex, owner)
  const { json } = await ask(plex, '/api/v2/friends', { token })
  expect(json).toMatchObject([
    { id: ana.id, username: 'Ana', restricted: false, home: false },
    { id: guest.id, username: null, email: null, restricted: true, home: true, sharedServers: [] },
  ])
  expect(json[0].sharedServers).toMatchObject([{ machineIdentifier: server.machineIdentifier, owned: true }])
  expect(() => plex.signIn('nothing', guest)).toThrow()
  const home = (await ask(plex, '/api/v2/home/users', { token })).json
  expect(home.users).toMatchObject([
    { id: owner.id, admin: true },
    { id: guest.id, admin: false, restricted: true },
  ])
})

it('speaks XML in the old interface, whatever one accepts', async () => {
  const { plex, owner, ana, ben, server } = await household()
  plex.rename(ana, 'Ana & <co> "x"')
  const token = await tokenOf(plex, owner)
  const users = await ask(plex, '/api/users', { token })
  expect(users.headers.get('content-type')).toContain('xml')
  expect(users.text).toContain(`<User id="${ana.id}" title="Ana &amp; &lt;co&gt; &quot;x&quot;"`)
  expect(users.text).toContain(`machineIdentifier="${server.machineIdentifier}"`)
  expect(users.text).not.toContain(`id="${ben.id}"`)

  const path = `/api/servers/${server.machineIdentifier}/shared_servers`
  const shared = await ask(plex, path, { token })
  expect(shared.text).toMatch(
    new RegExp(`<SharedServer id="\\d+"[^>]* userID="${ana.id}" accessToken="[\\w-]{20}"`),
  )
  expect((await ask(plex, path, { token: await tokenOf(plex, ana) })).status).toBe(404)

  plex.revoke(token)
  const refused = await ask(plex, path, { token })
  expect([refused.status, refused.text]).toEqual([
    422,
    expect.stringContaining('<error>Invalid token</error>'),
  ])
  expect((await ask(plex, path, { token: 'made-up' })).status).toBe(401)
})

it('keeps webhooks for who has a Plex Pass, as one list', async () => {
  const { plex, ana } = await household()
  const rich = plex.addAccount({ name: 'Rich', plexPass: true })
  const token = await tokenOf(plex, rich)
  const path = '/api/v2/user/webhooks'
  const set = (body: string) => ask(plex, path, { token, method: 'POST', body: new URLSearchParams(body) })
  expect((await set('urls[]=https://a.example/1&urls[]=https://a.example/2')).status).toBe(201)
  expect((await ask(plex, path, { token })).json).toEqual([
    { url: 'https://a.example/1' },
    { url: 'https://a.example/2' },
  ])
  await set('urls=')
  expect((await ask(plex, path, { token })).json).toEqual([])
  const poor = await ask(plex, path, { token: await tokenOf(plex, ana) })
  expect([poor.status, poor.json.errors[0].code]).toEqual([403, 1043])
})
