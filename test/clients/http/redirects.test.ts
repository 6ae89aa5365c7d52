import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Call } from '../../../src/clients/http/types.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve, serveTls } from '../support/serve.ts'

const callTo = (url: string, more: Partial<Call> = {}): Call => ({
  service: 'Plex RSS',
  operation: 'read a feed',
  url: new URL(url),
  redirects: 2,
  ...more,
})

/** Leads to where it is told, and keeps what was sent along. */
const leading = async (location: (path: string) => string, status = 302) => {
  const seen: IncomingHttpHeaders[] = []
  const url = await serve((request, response) => {
    seen.push(request.headers)
    response.writeHead(status, { location: location(request.url ?? '') }).end('moved')
  })
  return { url, seen }
}

/** Answers, and keeps what was sent along. */
const ending = async () => {
  const seen: IncomingHttpHeaders[] = []
  const url = await serve((request, response) => {
    seen.push(request.headers)
    json({ path: request.url })(request, response)
  })
  return { url, seen }
}

const KEY = { 'x-api-key': 'secret', accept: 'text/plain' }

describe('a redirect that may be followed', () => {
  it.each([301, 302, 303, 307, 308])('%i leads on, and no key goes to another origin', async (status) => {
    const end = await ending()
    const start = await leading(() => `${end.url}/there?a=1`, status)
    const answer = await testHttp().send(callTo(start.url, { headers: KEY }))
    expect(JSON.parse(answer.text)).toEqual({ path: '/there?a=1' })
    expect(start.seen[0]).toMatchObject(KEY)
    expect(end.seen[0]).toMatchObject({
      accept: 'text/plain',
      'user-agent': expect.stringContaining('Usherr'),
    })
    expect(end.seen[0]).not.toHaveProperty('x-api-key')
  })

  it('keeps the headers within an origin, and loses them for good outside', async () => {
    const end = await ending()
    const start = await leading((path) => (path === '/' ? '/further' : `${end.url}/there`))
    await testHttp().send(callTo(start.url, { headers: KEY }))
    expect(start.seen[1]).toMatchObject(KEY)
    expect(end.seen[0]).not.toHaveProperty('x-api-key')
  })

  it('leads on only so often', async () => {
    const start = await leading((path) => `${path}x`)
    const fault = await faultOf(testHttp().send(callTo(start.url)))
    expect(fault).toMatchObject({ kind: 'rejected', code: 'redirect', said: `redirect to ${start.url}/xxx` })
    expect(start.seen).toHaveLength(3)
  })

  it('leads nowhere that is forbidden', async () => {
    const metadata = await leading(() => 'http://169.254.169.254/latest')
    expect(await faultOf(testHttp().send(callTo(metadata.url)))).toMatchObject({ kind: 'forbidden' })
    const port = Number(new URL((await ending()).url).port)
    const own = await leading(() => `http://127.0.0.1:${port}/`)
    const http = testHttp({ forbidden: [{ address: '127.0.0.1', port }] })
    expect(await faultOf(http.send(callTo(own.url)))).toMatchObject({ kind: 'forbidden' })
  })

  it.each(['ftp://127.0.0.1/', 'http://user:pass@127.0.0.1/'])('leads not to %s', async (location) => {
    const start = await leading(() => location)
    const fault = await faultOf(testHttp().send(callTo(start.url)))
    expect(fault).toMatchObject({ kind: 'rejected', code: 'address-invalid' })
  })

  it('needs an address', async () => {
    for (const location of ['http://[', ''])
      expect(await faultOf(testHttp().send(callTo((await leading(() => location)).url)))).toMatchObject({
        code: 'redirect',
      })
  })

  it('is not for what changes something', async () => {
    const start = await leading(() => '/further')
    const fault = await faultOf(testHttp().send(callTo(start.url, { method: 'POST', body: {} })))
    expect(fault).toMatchObject({ code: 'redirect' })
    expect(start.seen).toHaveLength(1)
  })

  it('has the time of one call', async () => {
    const end = await serve(() => {})
    const start = await leading(() => end)
    const fault = await faultOf(testHttp().send(callTo(start.url, { deadlineMs: 200 })))
    expect(fault).toMatchObject({ kind: 'timeout' })
  })
})

it('a certificate that nobody trusts ends a redirect too', async () => {
  const start = await leading(() => '')
  expect(start.seen).toEqual([])
  const end = await serveTls(json({}))
  expect(await faultOf(testHttp().send(callTo((await leading(() => end)).url)))).toMatchObject({
    kind: 'tls',
  })
})

it('that nothing has changed is no redirect', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(304, { etag: '"a"' }).end()
  })
  expect(await testHttp().send(callTo(url, { redirects: 0 }))).toMatchObject({ status: 304, text: '' })
})
