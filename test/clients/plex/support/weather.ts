import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { CallOptions } from '../../../../src/clients/http/types.ts'
import type { FaultFacts } from '../../../../src/platform/faults.ts'
import { faultOf } from '../../support/fault.ts'
import { json, serve } from '../../support/serve.ts'

/** Stands for everything in a call that nobody may read of in a Fault. */
export const SECRET = 'secret-token-1234'

export const text =
  (body: string, type: string, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type, ...headers })
    response.end(body)
  }

/** Answers half of what was announced, and hangs up. */
const cutOff: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"MediaContainer":{"size":1,')
  setTimeout(() => response.destroy(), 20)
}

const NO = { errors: [{ code: 1, message: `No ${SECRET}` }] }
const DATE = { date: 'Sat, 21 Nov 2026 12:00:00 GMT', 'retry-after': 'Sat, 21 Nov 2026 12:01:30 GMT' }

type Weather = readonly [name: string, handler: RequestListener, fault: Partial<FaultFacts>]

const WEATHER: readonly Weather[] = [
  ['401', json(NO, 401), { kind: 'unauthorised', status: 401, said: 'No [hidden]' }],
  ['403', json(NO, 403), { kind: 'forbidden', status: 403 }],
  ['404', json(NO, 404), { kind: 'not-found', status: 404 }],
  ['422', json(NO, 422), { kind: 'rejected', status: 422 }],
  ['429 and seconds', json(NO, 429, { 'retry-after': '90' }), { kind: 'rate-limited', retryAfterMs: 90_000 }],
  ['429 and a date', json(NO, 429, DATE), { kind: 'rate-limited', retryAfterMs: 90_000 }],
  ['500', json(NO, 500), { kind: 'server', status: 500 }],
  ['a gateway’s page', text('<html>Bad gateway</html>', 'text/html', 502), { kind: 'server', status: 502 }],
  ['a web page', text('<!doctype html><p>Hello', 'text/html'), { kind: 'bad-shape', said: 'a web page' }],
  ['XML', text('<MediaContainer/>', 'application/xml'), { kind: 'bad-shape' }],
  ['half a page', text('{"MediaContainer":{"si', 'application/json'), { kind: 'bad-shape' }],
  ['nothing', text('', 'application/json'), { kind: 'bad-shape' }],
  ['null', json(null), { kind: 'bad-shape' }],
  ['a list', json([1]), { kind: 'bad-shape' }],
  ['a line that breaks', cutOff, {}],
  ['too much', text(' '.repeat(9 * 1024 * 1024), 'application/json'), { kind: 'bad-shape' }],
]

/**
 * Takes a call through everything that a service may answer when it is not well. What fares differently is named in
 * `spared`; no Fault ever tells the secret.
 */
export const badWeather = (
  call: (url: string, options?: CallOptions) => Promise<unknown>,
  spared: readonly string[] = [],
): void => {
  describe('in bad weather', () => {
    it.each(WEATHER.filter(([name]) => !spared.includes(name)))('%s', async (_name, handler, fault) => {
      const found = await faultOf(call(await serve(handler)))
      expect(found).toMatchObject(fault)
      expect(JSON.stringify(found)).not.toContain(SECRET)
    })

    it('is given up when the caller gives up', async () => {
      const url = await serve(() => {})
      const fault = await faultOf(call(url, { signal: AbortSignal.timeout(20) }))
      expect(fault).toMatchObject({ kind: 'timeout', code: 'aborted' })
    })
  })
}
