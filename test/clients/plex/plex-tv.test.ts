import { describe, expect, it, onTestFinished } from 'vitest'
import { startPlex } from '../../../sandbox/plex/start-plex.ts'
import { createPlexTv } from '../../../src/clients/plex/plex-tv.ts'
import { MINUTE } from '../../../src/platform/clock.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve } from '../support/serve.ts'

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
    expect(await read({})).toMatchObject({ id: '7', username: '7', title: '7' })
  })
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
