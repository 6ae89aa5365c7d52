import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ask } from '../../../src/clients/http/ask.ts'
import type { Call } from '../../../src/clients/http/types.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve, serveRaw, serveTls } from '../support/serve.ts'

const KEY = 'f00dfeedf00dfeedf00dfeedf00dfeed'

const callTo = (url: string, more: Partial<Call> = {}): Call => ({
  service: 'Radarr',
  operation: 'read the status',
  url: new URL(url),
  headers: { 'x-api-key': KEY },
  secrets: [KEY],
  ...more,
})

const any = z.unknown()
const faultFrom = async (url: string, more?: Partial<Call>) =>
  faultOf(ask(testHttp(), callTo(url, more), any))

describe('trouble on the way', () => {
  it('is unreachable when nobody listens', async () => {
    const server = createServer()
    const url = await serveRaw(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await faultFrom(url)).toEqual({
      kind: 'unreachable',
      service: 'Radarr',
      operation: 'read the status',
      code: 'ECONNREFUSED',
      said: 'ECONNREFUSED',
    })
  })

  it('is unreachable when the line is cut before an answer', async () => {
    const url = await serveRaw(createServer((socket) => socket.resetAndDestroy()))
    expect(await faultFrom(url)).toMatchObject({ kind: 'unreachable' })
  })

  it('is unreachable when the line is cut within an answer', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"a":')
      setTimeout(() => response.destroy(), 20)
    })
    expect(await faultFrom(url)).toMatchObject({ kind: 'unreachable' })
  })

  it.each(['ENOTFOUND', 'EAI_AGAIN'])('is name-not-found when the resolver says %s', async (code) => {
    const http = testHttp({
      resolve: (_name, _options, callback) => callback(Object.assign(new Error(code), { code }), []),
    })
    const fault = await faultOf(http.send(callTo('http://radarr.home.arpa/')))
    expect(fault).toMatchObject({ kind: 'name-not-found', said: code })
  })

  it('is tls when nobody vouches for the certificate', async () => {
    const fault = await faultFrom(await serveTls(json({})))
    expect(fault).toMatchObject({ kind: 'tls', said: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  })

  it('is tls when the other side does not speak it', async () => {
    const url = await serve(json({}))
    expect(await faultFrom(url.replace('http:', 'https:'))).toMatchObject({ kind: 'tls' })
  })

  it('is bad-shape when the other side does not speak HTTP', async () => {
    const url = await serveRaw(createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')))
    expect(await faultFrom(url)).toMatchObject({ kind: 'bad-shape' })
  })

  it('is timeout when no answer comes', async () => {
    const url = await serve(() => {})
    expect(await faultFrom(url, { deadlineMs: 100 })).toEqual({
      kind: 'timeout',
      service: 'Radarr',
      operation: 'read the status',
    })
  })

  it('is timeout, marked, when the caller gives up', async () => {
    const url = await serve(() => {})
    const fault = await faultFrom(url, { signal: AbortSignal.timeout(50) })
    expect(fault).toMatchObject({ kind: 'timeout', code: 'aborted' })
  })
})

describe('answers that are no success', () => {
  it.each([
    [400, 'rejected'],
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [408, 'timeout'],
    [409, 'conflict'],
    [422, 'rejected'],
    [429, 'rate-limited'],
    [500, 'server'],
    [502, 'server'],
    [503, 'server'],
  ] as const)('%i is %s', async (status, kind) => {
    const fault = await faultFrom(await serve(json({ message: 'No.' }, status)))
    expect(fault).toEqual({ kind, service: 'Radarr', operation: 'read the status', status, said: 'No.' })
  })

  it.each([
    [{ error: 'Unauthorized' }, 'Unauthorized'],
    [[{ propertyName: 'Title', errorMessage: 'Must not be empty' }], 'Must not be empty'],
    [
      { errors: [{ code: 1001, message: 'User could not be authenticated' }] },
      'User could not be authenticated',
    ],
    [{ status_code: 7, status_message: 'Invalid API key' }, 'Invalid API key'],
    [{ message: `two\n\tlines` }, 'two lines'],
    [{ message: 'x'.repeat(5_000) }, `${'x'.repeat(199)}…`],
    ['plain', 'plain'],
    [{ message: 5 }, undefined],
    [null, undefined],
  ])('repeats what %j says', async (body, said) => {
    expect((await faultFrom(await serve(json(body, 400)))).said).toBe(said)
  })

  it('never repeats a key, though the service does', async () => {
    const url = await serve((request, response) => {
      const message = `Wrong key ${request.headers['x-api-key']} at ${request.url}`
      json({ message }, 401)(request, response)
    })
    const fault = await faultFrom(`${url}/?apikey=${KEY}`)
    expect(fault.said).toBe('Wrong key [hidden] at /?apikey=[hidden]')
    expect(JSON.stringify(fault)).not.toContain(KEY)
  })

  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0.25' }, 250],
    [{ 'retry-after': '86400' }, 86_400_000],
    [{ 'retry-after': 'Fri, 01 Jan 2027 00:01:30 GMT', date: 'Fri, 01 Jan 2027 00:00:00 GMT' }, 90_000],
    [{ 'retry-after': 'Thu, 31 Dec 2026 00:00:00 GMT', date: 'Fri, 01 Jan 2027 00:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('waits as told: %j', async (headers, wait) => {
    const fault = await faultFrom(await serve(json({}, 429, headers as Record<string, string>)))
    expect(fault.retryAfterMs).toBe(wait)
  })
})

describe('redirects', () => {
  it.each([
    ['https://elsewhere.example/api?apikey=1', 'redirect to https://elsewhere.example'],
    ['//elsewhere.example:8443/x', 'redirect to http://elsewhere.example:8443'],
    ['http://user:pass@elsewhere.example/', 'redirect to http://elsewhere.example'],
    ['', 'redirect'],
    ['http://[', 'redirect'],
  ])('are not followed to "%s"', async (location, said) => {
    const fault = await faultFrom(await serve(json({}, 302, location ? { location } : {})))
    expect(fault).toMatchObject({ kind: 'rejected', code: 'redirect', status: 302, said })
  })

  it('tell the path when only a URL base is missing', async () => {
    const url = await serve(json({}, 307, { location: `/radarr/api/v3/system/status?apikey=${KEY}` }))
    expect((await faultFrom(url)).said).toBe(`redirect to ${url}/radarr/api/v3/system/status`)
  })

  it.each([301, 302, 303, 307, 308])('%i in a circle is one call', async (status) => {
    let calls = 0
    const url = await serve((request, response) => {
      calls += 1
      json({}, status, { location: '/' })(request, response)
    })
    expect(await faultFrom(url)).toMatchObject({ kind: 'rejected', status })
    expect(calls).toBe(1)
  })
})

describe('answers of another shape', () => {
  const text =
    (body: string, type?: string): Parameters<typeof serve>[0] =>
    (_request, response) => {
      response.writeHead(200, type === undefined ? {} : { 'content-type': type }).end(body)
    }

  it.each([
    ['<!doctype html><title>Radarr</title>', 'text/html', 'a web page'],
    ['<html></html>', 'application/json', 'a web page'],
    ['{"a":1}', 'text/plain', 'not JSON'],
    ['{"a":', 'application/json', 'broken JSON'],
    ['', 'application/json', 'broken JSON'],
    ['', undefined, 'broken JSON'],
    ['{"a":"one"}', 'application/json; charset=utf-8', 'unexpected value at "a"'],
    ['[]', 'application/json', 'unexpected value at ""'],
    ['null', 'application/json', 'unexpected value at ""'],
  ])('%j as %s is bad-shape', async (body, type, said) => {
    const url = await serve(text(body, type))
    const fault = await faultOf(ask(testHttp(), callTo(url), z.object({ a: z.number() })))
    expect(fault).toMatchObject({ kind: 'bad-shape', status: 200, said })
  })

  it('reads past a byte order mark and fields it does not know', async () => {
    const url = await serve(text('\ufeff{"a":1,"b":{"c":[]}}'))
    expect(await ask(testHttp(), callTo(url), z.object({ a: z.number() }))).toEqual({ a: 1 })
  })
})

describe('what is sent', () => {
  it('names the program, asks for JSON, and sends JSON', async () => {
    const url = await serve((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () =>
        json({ headers: request.headers, method: request.method, body })(request, response),
      )
    })
    const sent = await ask(
      testHttp(),
      callTo(url, { method: 'POST', body: { title: 'Dune' } }),
      z.object({ headers: z.record(z.string(), z.string()), method: z.string(), body: z.string() }),
    )
    expect(sent.method).toBe('POST')
    expect(sent.body).toBe('{"title":"Dune"}')
    expect(sent.headers['user-agent']).toMatch(/^Usherr\/\d+\.\d+\.\d+$/)
    expect(sent.headers).toMatchObject({ accept: 'application/json', 'content-type': 'application/json' })
  })
})
