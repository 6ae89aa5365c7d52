import { describe, expect, it, onTestFinished } from 'vitest'
import { startPlex } from '../../../sandbox/plex/start-plex.ts'
import { createPlexTv } from '../../../src/clients/plex/plex-tv.ts'
import { MINUTE } from '../../../src/platform/clock.ts'
import { hasShared, readShared } from '../../sandbox/support/shared.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve } from '../support/serve.ts'
import { badWeather, SECRET } from './support/weather.ts'

const CLIENT = { clientId: 'usherr-1', product: 'Usherr' }

const open = async () => {
  const plex = await startPlex()
  onTestFinished(() => plex.close())
  const settings = { tvUrl: plex.url, appUrl: plex.appUrl, ...CLIENT }
  return { plex, tv: createPlexTv(settings, testHttp()), settings }
}

const tvAt = (tvUrl: string) =>
  createPlexTv({ tvUrl, appUrl: 'https://app.plex.test', ...CLIENT }, testHttp())

describe('a sign-in', () => {
  it('begins on Plex’s own page', async () => {
    const { plex, tv } = await open()
    const pin = await tv.createPin()
    const [page, words] = pin.url.split('#?')
    expect(page).toBe(`${plex.appUrl}/auth`)
    expect(Object.fromEntries(new URLSearchParams(words))).toEqual({
      clientID: 'usherr-1',
      code: pin.code,
      'context[device][product]': 'Usherr',
    })
    expect(pin.code.length).toBeGreaterThan(10)
    const left = pin.expiresAt - plex.world.now()
    expect(left).toBeGreaterThan(10 * MINUTE)
    expect(left).toBeLessThanOrEqual(15 * MINUTE)
  })

  it('waits, and then has a token that tells who it was', async () => {
    const { plex, tv } = await open()
    const anna = plex.addAccount({ name: 'Anna' })
    const pin = await tv.createPin()
    expect(await tv.readPin(pin.id, pin.code)).toBe('waiting')
    const token = plex.signIn(pin.url, anna)
    expect(await tv.readPin(pin.id, pin.code)).toEqual({ token })
    expect(await tv.account(token)).toEqual({
      id: String(anna.id),
      uuid: anna.uuid,
      username: 'Anna',
      title: 'Anna',
      plexPass: anna.plexPass,
    })
  })

  it('is gone when it ran out, or never was', async () => {
    const { plex, tv } = await open()
    const pin = await tv.createPin()
    expect(await tv.readPin(pin.id, 'another-code')).toBe('gone')
    plex.expirePin(pin.url)
    expect(await tv.readPin(pin.id, pin.code)).toBe('gone')
    expect(await tv.readPin('999999', 'code')).toBe('gone')
  })

  it('still waits for who left the page', async () => {
    const { plex, tv } = await open()
    const pin = await tv.createPin()
    plex.deny(pin.url)
    expect(await tv.readPin(pin.id, pin.code)).toBe('waiting')
  })

  it('is asked after as often as Plex allows', async () => {
    const { tv } = await open()
    const pin = await tv.createPin()
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => tv.readPin(pin.id, pin.code)))
    const refused = asked.filter((one) => one.status === 'rejected').map(({ reason }) => reason.facts)
    expect(refused.length).toBeGreaterThan(0)
    for (const fault of refused) {
      expect(fault).toMatchObject({ kind: 'rate-limited', status: 429, retryAfterMs: 5_000 })
      expect(JSON.stringify(fault)).not.toContain(pin.code)
    }
  })
})

describe('an account', () => {
  it('sees its own servers and those shared with it, and no players', async () => {
    const { plex, tv } = await open()
    const [olga, anna] = [plex.addAccount({ name: 'Olga' }), plex.addAccount({ name: 'Anna' })]
    const home = plex.addServer({ owner: olga, name: 'Home' })
    plex.addServer({ owner: olga, name: 'Attic' })
    plex.share(home, anna)
    const tokenOf = async (account: typeof anna) => plex.signIn((await tv.createPin()).url, account)
    const shared = await tv.servers(await tokenOf(anna))
    expect(shared).toMatchObject([{ machineId: home.machineIdentifier, name: 'Home', owned: false }])
    const own = await tv.servers(await tokenOf(olga))
    expect(own.map(({ name, owned }) => [name, owned])).toEqual([
      ['Home', true],
      ['Attic', true],
    ])
  })

  it('signs out, once or twice', async () => {
    const { plex, tv } = await open()
    const token = plex.signIn((await tv.createPin()).url, plex.addAccount({ name: 'Anna' }))
    await tv.signOut(token)
    const fault = await faultOf(tv.account(token))
    expect(fault).toMatchObject({ kind: 'unauthorised', said: 'User could not be authenticated' })
    expect(JSON.stringify(fault)).not.toContain(token)
    await tv.signOut(token)
  })

  it('has a name though Plex knows but a number', async () => {
    const read = async (facts: object) =>
      tvAt(await serve(json({ id: 7, uuid: 'u', ...facts }))).account('token')
    expect(await read({ username: null, title: 'Kit' })).toMatchObject({ username: 'Kit', title: 'Kit' })
    expect(await read({ username: 'anna', title: '' })).toMatchObject({ username: 'anna', title: 'anna' })
    expect(await read({})).toMatchObject({ id: '7', username: '7', title: '7', plexPass: false })
    expect(await read({ subscription: { active: true } })).toMatchObject({ plexPass: true })
  })
})

describe('a server', () => {
  const read = async (facts: object) => {
    const tv = tvAt(await serve(json([{ clientIdentifier: 'm1', provides: 'server', ...facts }])))
    return tv.servers('token')
  }
  const at = (uri: string, local: boolean, relay = false, more: object = {}) => ({
    uri,
    local,
    relay,
    ...more,
  })

  it('is at home first, then outside, then behind the relay, and unencrypted last', async () => {
    const connections = [
      at('https://relay.plex.direct:8443', false, true, { address: '198.51.100.9', port: 8443 }),
      at('https://out.plex.direct:32400/', false),
      at('https://in.plex.direct:32400', true, false, { address: '192.168.1.2', port: 32400 }),
      at('https://in6.plex.direct:32400', true, false, { address: 'fd00::2', port: 32400 }),
      at('https://out.plex.direct:32400', false),
      at('file:///etc/passwd', true),
      at('nowhere', true),
      {},
    ]
    const encrypted = [
      'https://in.plex.direct:32400',
      'https://in6.plex.direct:32400',
      'https://out.plex.direct:32400',
      'https://relay.plex.direct:8443',
    ]
    const plain = ['http://192.168.1.2:32400', 'http://[fd00::2]:32400']
    expect(await read({ accessToken: 'key', connections })).toEqual([
      { machineId: 'm1', name: 'm1', owned: false, accessToken: 'key', addresses: [...encrypted, ...plain] },
    ])
    expect(await read({ connections, httpsRequired: true })).toMatchObject([{ addresses: encrypted }])
  })

  it('has no address', async () => {
    expect(await read({ connections: null })).toEqual([
      { machineId: 'm1', name: 'm1', owned: false, addresses: [] },
    ])
  })

  it.runIf(hasShared)('is read as it was recorded', async () => {
    const tv = tvAt(await serve(json(readShared('specs/plex/recorded/resources.json'))))
    expect(await tv.servers('token')).toEqual([
      {
        machineId: 'client_id2',
        name: 'Box',
        owned: true,
        accessToken: 'auth_token',
        addresses: [
          'https://172-18-0-3.client-id2.plex.direct:32400',
          'https://example.org:443',
          'https://2-2-2-2.client-id2.plex.direct:443',
          'https://178-3-2-1.client-id2.plex.direct:8443',
          'http://172.18.0.3:32400',
        ],
      },
    ])
  })
})

describe('the people of an account', () => {
  const tvOf = async (friends: unknown, users: unknown) =>
    tvAt(
      await serve((request, response) => {
        const home = request.url === '/api/v2/home/users'
        json(home ? { users } : friends)(request, response)
      }),
    )

  it('are friends and the Home, with the servers they may use', async () => {
    const { plex, tv } = await open()
    const [olga, anna, ben] = ['Olga', 'Anna', 'Ben'].map((name) => plex.addAccount({ name }))
    if (!olga || !anna || !ben) throw new Error('somebody is missing')
    const kit = plex.addHomeUser(olga, 'Kit')
    const home = plex.addServer({ owner: olga, name: 'Home' })
    const attic = plex.addServer({ owner: anna, name: 'Attic' })
    plex.share(home, anna)
    plex.share(home, kit)
    plex.share(attic, olga)
    const found = await tv.people(plex.signIn((await tv.createPin()).url, olga))
    expect(found.map(({ username, servers }) => [username, servers]).toSorted()).toEqual([
      ['Anna', [home.machineIdentifier]],
      ['Kit', [home.machineIdentifier]],
      ['Olga', []],
    ])
    expect(found).toContainEqual({
      id: String(kit.id),
      uuid: kit.uuid,
      username: 'Kit',
      title: 'Kit',
      restricted: true,
      home: true,
      servers: [home.machineIdentifier],
    })
  })

  it('are one each, whoever tells of them, and only open shares count', async () => {
    const anna = { id: 1, uuid: 'a', username: 'anna', title: 'Anna' }
    const share = (machineIdentifier: string | null, more: object = {}) => ({ machineIdentifier, ...more })
    const sharedServers = [
      share('m1', { owned: true, accepted: true }),
      share('m1'),
      share('m2', { owned: false }),
      share('m3', { accepted: false }),
      share('m4', { deletedAt: '2026-01-01T00:00:00Z' }),
      share('m5', { leftAt: '2026-01-01T00:00:00Z' }),
      share(null),
    ]
    const friends = [
      { ...anna, sharedServers },
      { ...anna, sharedServers: [share('m6')] },
    ]
    const tv = await tvOf(friends, [anna, { id: 2, uuid: 'b', restricted: true }])
    expect(await tv.people('token')).toEqual([
      {
        id: '1',
        uuid: 'a',
        username: 'anna',
        title: 'Anna',
        restricted: false,
        home: true,
        servers: ['m1', 'm6'],
      },
      { id: '2', uuid: 'b', username: '2', title: '2', restricted: true, home: true, servers: [] },
    ])
  })

  it('are not believed to be gone when an answer is none', async () => {
    expect(await faultOf((await tvOf({}, [])).people('token'))).toMatchObject({ kind: 'bad-shape' })
    expect(await faultOf((await tvOf([{ id: 1 }], [])).people('token'))).toMatchObject({ kind: 'bad-shape' })
    expect(await faultOf((await tvOf([], {})).people('token'))).toMatchObject({ kind: 'bad-shape' })
  })

  it.runIf(hasShared)('are read as they were recorded', async () => {
    const tv = await tvOf(readShared('specs/plex/recorded/friends_accepted_mixed.json'), null)
    expect(await tv.people('token')).toEqual([
      {
        id: '5',
        uuid: 'deadbeef2',
        username: 'Guest',
        title: 'Guest',
        restricted: true,
        home: true,
        servers: ['deadb33f'],
      },
      {
        id: '6',
        uuid: 'deadbeed3',
        username: 'username',
        title: 'username',
        restricted: false,
        home: false,
        servers: ['deadb33f'],
      },
    ])
  })

  badWeather((url, options) => tvAt(url).people(SECRET, options))
})

describe('plex.tv in trouble', () => {
  it.each([
    [401, 'unauthorised'],
    [422, 'rejected'],
    [429, 'rate-limited'],
    [500, 'server'],
    [503, 'server'],
  ])('says %i: %s', async (status, kind) => {
    const tv = tvAt(await serve(json({ errors: [{ code: 1, message: 'No.' }] }, status)))
    expect(await faultOf(tv.servers('token'))).toMatchObject({
      kind,
      status,
      service: 'plex.tv',
      said: 'No.',
    })
    expect(await faultOf(tv.readPin('1', 'code'))).toMatchObject({ kind })
    expect(await faultOf(tv.createPin())).toMatchObject({ kind })
  })

  it('fails to sign out', async () => {
    const tv = tvAt(await serve(json({}, 500)))
    expect(await faultOf(tv.signOut('token'))).toMatchObject({ kind: 'server' })
  })

  it('gives a date that is none', async () => {
    const tv = tvAt(await serve(json({ id: 1, code: 'code', expiresAt: 'soon' }, 201)))
    expect(await faultOf(tv.createPin())).toMatchObject({ kind: 'bad-shape' })
  })

  it('is told of the token in a header, never in the address', async () => {
    let seen = ''
    const tv = tvAt(
      await serve((request, response) => {
        seen = `${request.url} ${request.headers['x-plex-token']} ${request.headers['x-plex-client-identifier']}`
        json([])(request, response)
      }),
    )
    await tv.servers('secret-token')
    expect(seen).toBe('/api/v2/resources?includeHttps=1&includeRelay=1&includeIPv6=1 secret-token usherr-1')
  })
})
