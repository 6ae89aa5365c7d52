import { describe, expect, it } from 'vitest'
import { ask, newPin, plexForTest, tokenOf } from './client.ts'

const UNAUTHENTICATED = {
  errors: [{ code: 1001, message: 'User could not be authenticated', status: 401 }],
}
const GONE = { errors: [{ code: 1020, message: 'Code not found or expired' }] }

describe('signing in', () => {
  it('begins with a long code that waits for fifteen minutes', async () => {
    const { plex } = await plexForTest()
    const { status, json } = await ask(plex, '/api/v2/pins?strong=true', { method: 'POST' })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      code: expect.stringMatching(/^[a-z0-9]{25}$/),
      product: 'Usherr',
      clientIdentifier: 'usherr-test',
      expiresIn: 900,
      createdAt: '2026-08-01T12:00:00Z',
      expiresAt: '2026-08-01T12:15:00Z',
      authToken: null,
      newRegistration: null,
    })
  })

  it('takes what it needs by header, in the query, in a form or in JSON', async () => {
    const { plex } = await plexForTest()
    const facts = { strong: 'true', 'X-Plex-Product': 'Usherr', 'X-Plex-Client-Identifier': 'elsewhere' }
    const ways: [string, RequestInit][] = [
      [`?${new URLSearchParams(facts)}`, {}],
      ['', { body: new URLSearchParams(facts) }],
      ['', { body: JSON.stringify(facts), headers: { 'content-type': 'application/json' } }],
    ]
    for (const [query, init] of ways) {
      const headers = { accept: 'application/json', ...(init.headers as object) }
      const response = await fetch(`${plex.url}/api/v2/pins${query}`, { method: 'POST', ...init, headers })
      expect(await response.json()).toMatchObject({
        clientIdentifier: 'elsewhere',
        code: expect.stringMatching(/^.{25}$/),
      })
    }
  })

  it('gives a short code to who asks for none that is strong', async () => {
    const { plex } = await plexForTest()
    expect((await ask(plex, '/api/v2/pins', { method: 'POST' })).json.code).toMatch(/^[A-Z0-9]{4}$/)
  })

  it('refuses a client that does not say who it is', async () => {
    const { plex } = await plexForTest()
    const nameless = await ask(plex, '/api/v2/pins', { method: 'POST', client: '' })
    expect([nameless.status, nameless.json.errors[0].code]).toEqual([400, 1000])
    const response = await fetch(`${plex.url}/api/v2/pins`, {
      method: 'POST',
      headers: { 'X-Plex-Client-Identifier': 'usherr-test', accept: 'application/json' },
    })
    expect(response.status).toBe(400)
  })

  it('gives the token once the person signed in, to the client that began alone', async () => {
    const { plex } = await plexForTest()
    const ana = plex.addAccount({ name: 'Ana' })
    const { id, code } = await newPin(plex)
    expect((await ask(plex, `/api/v2/pins/${id}?code=${code}`)).json.authToken).toBeNull()
    const token = plex.signIn(code, ana)
    const linked = await ask(plex, `/api/v2/pins/${id}?code=${code}`)
    expect(linked.json).toMatchObject({ authToken: token, newRegistration: false })
    expect((await ask(plex, `/api/v2/pins/${id}`, { client: 'another' })).json).toEqual(GONE)
    expect((await ask(plex, `/api/v2/pins/${id}?code=wrong`)).status).toBe(404)
  })

  it('understands the address of the sign-in page, and that it names the right client', async () => {
    const { plex } = await plexForTest()
    const ana = plex.addAccount({ name: 'Ana' })
    const { code } = await newPin(plex)
    const page = (client: string) =>
      `${plex.appUrl}/auth#?clientID=${client}&code=${code}&context%5Bdevice%5D%5Bproduct%5D=Usherr`
    expect(() => plex.signIn(page('another'), ana)).toThrow(/client/)
    expect(plex.signIn(page('usherr-test'), ana)).toMatch(/^[\w-]{20}$/)
    expect(() => plex.signIn(code, ana)).toThrow(/over/)
  })

  it('counts down and then forgets', async () => {
    const { plex, clock } = await plexForTest()
    const { id, code } = await newPin(plex)
    clock.pass(24_000)
    expect((await ask(plex, `/api/v2/pins/${id}`)).json.expiresIn).toBe(876)
    clock.pass(876_000)
    const { status, json } = await ask(plex, `/api/v2/pins/${id}`)
    expect([status, json]).toEqual([404, GONE])
    expect(() => plex.signIn(code, plex.addAccount({ name: 'Ana' }))).toThrow(/ran out/)
  })

  it('can be made to run out, and waits in vain for who said no', async () => {
    const { plex } = await plexForTest()
    const first = await newPin(plex)
    plex.expirePin(first.code)
    expect((await ask(plex, `/api/v2/pins/${first.id}`)).status).toBe(404)
    const second = await newPin(plex)
    plex.deny(second.code)
    expect((await ask(plex, `/api/v2/pins/${second.id}`)).json.authToken).toBeNull()
    expect(() => plex.signIn(second.code, plex.addAccount({ name: 'Ana' }))).toThrow(/over/)
  })

  it('slows down a program that asks too often, and lets it ask once a second', async () => {
    const { plex, clock } = await plexForTest()
    const { id } = await newPin(plex)
    const statuses: number[] = []
    for (let poll = 0; poll < 20; poll++) {
      clock.pass(1000)
      statuses.push((await ask(plex, `/api/v2/pins/${id}`)).status)
    }
    expect(new Set(statuses)).toEqual(new Set([200]))
    for (let poll = 0; poll < 10; poll++) statuses.push((await ask(plex, `/api/v2/pins/${id}`)).status)
    expect(statuses.at(-1)).toBe(429)
    expect((await ask(plex, `/api/v2/pins/${id}`)).headers.get('retry-after')).toBe('5')
  })
})

describe('an account', () => {
  it('is told who its token belongs to', async () => {
    const { plex } = await plexForTest()
    const ana = plex.addAccount({ name: 'Ana', email: 'ana@example.org', plexPass: true })
    const token = await tokenOf(plex, ana)
    const { json } = await ask(plex, '/api/v2/user', { token })
    expect(json).toMatchObject({ id: ana.id, uuid: ana.uuid, username: 'Ana', authToken: token })
    expect(json.subscription).toMatchObject({ active: true, status: 'Active', plan: 'lifetime' })
    plex.rename(ana, 'Anna')
    expect((await ask(plex, '/api/v2/user', { token })).json).toMatchObject({ id: ana.id, title: 'Anna' })
    expect((await ask(plex, `/api/v2/user?X-Plex-Token=${token}`)).status).toBe(200)
  })

  it('is nobody with a token that is unknown, signed out or revoked', async () => {
    const { plex } = await plexForTest()
    const ana = plex.addAccount({ name: 'Ana' })
    const [first, second] = [await tokenOf(plex, ana), await tokenOf(plex, ana)]
    expect(first).not.toBe(second)
    expect((await ask(plex, '/api/v2/user', { token: 'made-up' })).json).toEqual(UNAUTHENTICATED)
    expect((await ask(plex, '/api/v2/user')).status).toBe(401)
    expect((await ask(plex, '/api/v2/users/signout', { method: 'DELETE', token: first })).status).toBe(204)
    expect((await ask(plex, '/api/v2/users/signout', { method: 'DELETE', token: first })).status).toBe(401)
    expect((await ask(plex, '/api/v2/ping', { token: second })).json).toEqual({ pong: true })
    plex.revoke(second)
    expect((await ask(plex, '/api/v2/user', { token: second })).json).toEqual(UNAUTHENTICATED)
  })
})
