import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createDiscord } from '../../../src/clients/discord/discord.ts'
import { stopwatch } from '../../../src/platform/clock.ts'
import { faultOf } from '../support/fault.ts'
import { json, serve, serveRaw } from '../support/serve.ts'

const TOKEN = 'MTAw.Gtest.abcdefghijklmnopqrstuvwxyz'
const at = (url: string) => createDiscord({ token: TOKEN, apiUrl: `${url}/api` })

describe('a Discord in trouble', () => {
  it('is unreachable when nobody listens', async () => {
    const server = createServer()
    const url = await serveRaw(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await faultOf(at(url).application())).toEqual({
      kind: 'unreachable',
      service: 'Discord',
      operation: 'read the application',
      code: 'ECONNREFUSED',
      said: 'ECONNREFUSED',
    })
  })

  it('is unreachable when it cuts the line', async () => {
    const url = await serveRaw(createServer((socket) => socket.resetAndDestroy()))
    expect(await faultOf(at(url).application())).toMatchObject({ kind: 'unreachable' })
  })

  it('is asked again after an error, three times', async () => {
    let calls = 0
    const url = await serve((request, response) => {
      calls += 1
      json({}, 500)(request, response)
    })
    expect(await faultOf(at(url).application())).toMatchObject({ kind: 'server', status: 500 })
    expect(calls).toBe(4)
  })

  it.each([
    ['7', 7_000],
    ['3600', 3_600_000],
  ])('is left alone as long as it says: %s s', async (seconds, least) => {
    const body = { message: 'You are being rate limited.', retry_after: Number(seconds), global: false }
    const url = await serve(json(body, 429, { 'retry-after': seconds }))
    const elapsed = stopwatch()
    const fault = await faultOf(at(url).application())
    expect(fault).toMatchObject({ kind: 'rate-limited', status: 429 })
    expect(fault.retryAfterMs).toBeGreaterThanOrEqual(least)
    expect(fault.retryAfterMs).toBeLessThan(least + 1_000)
    expect(elapsed()).toBeLessThan(2_000)
  })

  it('is waited for when that is short', async () => {
    let calls = 0
    const url = await serve((request, response) => {
      calls += 1
      const answer =
        calls === 1 ? json({}, 429, { 'retry-after': '0.2' }) : json({ id: '1', owner: { id: '2' } })
      answer(request, response)
    })
    expect(await at(url).application()).toEqual({ id: '1', ownerIds: ['2'] })
  })

  it('is not stormed when it names no wait', async () => {
    let calls = 0
    const url = await serve((request, response) => {
      calls += 1
      json({}, 429)(request, response)
    })
    const fault = await faultOf(at(url).application())
    expect(fault).toEqual({
      kind: 'rate-limited',
      service: 'Discord',
      operation: 'read the application',
      status: 429,
    })
    expect(calls).toBe(1)
  })

  it.each([
    ['a web page', '<html></html>', 'text/html'],
    ['broken JSON', '{"id":', 'application/json'],
    ['another shape', '{"id":5}', 'application/json'],
    ['nothing', '', 'application/json'],
  ])('is bad-shape with %s', async (_what, body, type) => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': type }).end(body)
    })
    expect(await faultOf(at(url).application())).toMatchObject({ kind: 'bad-shape' })
  })

  it('takes the token nowhere else', async () => {
    let calls = 0
    const elsewhere = await serve(() => {
      calls += 1
    })
    const url = await serve(json({}, 302, { location: elsewhere }))
    expect(await faultOf(at(url).application())).toMatchObject({ kind: 'bad-shape', said: 'redirect' })
    expect(calls).toBe(0)
  })

  it('is left at 16 MiB when its answer has no end', async () => {
    const chunk = Buffer.alloc(256 * 1024, 32)
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = () => {
        while (!response.destroyed) if (!response.write(chunk)) return response.once('drain', more)
        return undefined
      }
      more()
    })
    expect(await faultOf(at(url).application())).toMatchObject({ kind: 'bad-shape' })
  })

  it('is given up by its caller', async () => {
    const url = await serve(() => {})
    const signal = AbortSignal.timeout(100)
    const elapsed = stopwatch()
    expect(await faultOf(at(url).application({ signal }))).toMatchObject({ kind: 'timeout', code: 'aborted' })
    expect(elapsed()).toBeLessThan(2_000)
  })

  it('has three seconds for the first answer, though it drips', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const drip = setInterval(() => response.write(' '), 50)
      response.on('close', () => clearInterval(drip))
    })
    const elapsed = stopwatch()
    const fault = await faultOf(at(url).answer('100000000000000000', 'token', { type: 6 }))
    expect(fault).toMatchObject({ kind: 'timeout', operation: 'answer an interaction' })
    expect(fault).not.toHaveProperty('code')
    expect(elapsed()).toBeLessThan(4_000)
  })
})

describe('what Discord says', () => {
  it('is repeated with the fields it names, and without the token', async () => {
    const body = {
      code: 50035,
      message: `Invalid Form Body for Bot ${TOKEN}`,
      errors: {
        components: { 0: { label: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Too long' }] } } },
      },
    }
    const fault = await faultOf(at(await serve(json(body, 400))).application())
    expect(fault).toMatchObject({ kind: 'rejected', code: 50035, status: 400 })
    expect(fault.said).toContain('Too long')
    expect(fault.said).toContain('[hidden]')
    expect(JSON.stringify(fault)).not.toContain(TOKEN)
  })

  it.each([
    [400, 40003, 'rate-limited'],
    [403, 50007, 'forbidden'],
    [400, 50278, 'forbidden'],
    [403, 50013, 'forbidden'],
    [404, 10062, 'not-found'],
    [409, 0, 'conflict'],
    [400, 50006, 'rejected'],
  ])('%i with %i is %s', async (status, code, kind) => {
    const fault = await faultOf(at(await serve(json({ code, message: 'No.' }, status))).application())
    expect(fault).toMatchObject({ kind, code, status, said: 'No.' })
  })
})

describe('the people behind the application', () => {
  const member = (id: string, membership_state: number) => ({ membership_state, user: { id } })

  it.each([
    [{ owner: { id: '2' }, team: null }, ['2']],
    [{ owner: { id: '2' }, team: { members: [member('3', 2), member('4', 1)] } }, ['3']],
    [{ owner: { id: '2' }, team: { members: [member('4', 1)] } }, []],
    [{}, []],
  ])('are those who accepted: %j', async (facts, ownerIds) => {
    const url = await serve(json({ id: '1', ...facts }))
    expect(await at(url).application()).toEqual({ id: '1', ownerIds })
  })
})
