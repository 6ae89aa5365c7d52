import type { Writable } from 'node:stream'
import { createGzip, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Call } from '../../../src/clients/http/types.ts'
import { stopwatch } from '../../../src/platform/clock.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve } from '../support/serve.ts'

const MIB = 1024 * 1024

const callTo = (url: string, more: Partial<Call> = {}): Call => ({
  service: 'Radarr',
  operation: 'read the queue',
  url: new URL(url),
  ...more,
})

/** Writes for ever, as fast as the other side takes it; tells how much went out. */
const pour = (response: Writable) => {
  const chunk = Buffer.alloc(64 * 1024, 32)
  const poured = { bytes: 0 }
  const more = () => {
    while (!response.destroyed) {
      poured.bytes += chunk.length
      if (!response.write(chunk)) return response.once('drain', more)
    }
    return undefined
  }
  more()
  return poured
}

describe('a hostile service', () => {
  it('is left at 16 MiB when its body has no end', async () => {
    let poured = { bytes: 0 }
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      poured = pour(response)
    })
    expect(await faultOf(testHttp().send(callTo(url)))).toMatchObject({
      kind: 'bad-shape',
      said: 'more than 16777216 bytes',
    })
    expect(poured.bytes).toBeLessThan(32 * MIB)
  })

  it('is left at the cap of the call', async () => {
    const url = await serve((_request, response) => {
      pour(response)
    })
    expect(await faultOf(testHttp().send(callTo(url, { maxBytes: 1000 })))).toMatchObject({
      kind: 'bad-shape',
    })
  })

  it('is given exactly as much as the cap', async () => {
    const url = await serve((_request, response) => {
      response.end('x'.repeat(1000))
    })
    const { text } = await testHttp().send(callTo(url, { maxBytes: 1000 }))
    expect(text).toHaveLength(1000)
  })

  it('is left when a small body unpacks to a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * MIB))
    expect(bomb.length).toBeLessThan(MIB)
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb)
    })
    const before = process.memoryUsage().arrayBuffers
    expect(await faultOf(testHttp().send(callTo(url)))).toMatchObject({ kind: 'bad-shape' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * MIB)
  })

  it('is left when a packed body has no end', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      const gzip = createGzip()
      gzip.pipe(response)
      response.on('close', () => gzip.destroy())
      pour(gzip)
    })
    expect(await faultOf(testHttp().send(callTo(url)))).toMatchObject({ kind: 'bad-shape' })
  })

  it.each(['gzip, gzip', 'br', 'deflate', 'zstd', 'x-gzip', 'gzip, identity'])(
    'is left when it packs as %s, which was not asked for',
    async (encoding) => {
      const url = await serve((_request, response) => {
        response.writeHead(200, { 'content-encoding': encoding }).end(gzipSync(gzipSync('{}')))
      })
      expect(await faultOf(testHttp().send(callTo(url)))).toMatchObject({ kind: 'bad-shape' })
    },
  )

  it('is left when its packing is broken', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all')
    })
    expect(await faultOf(testHttp().send(callTo(url)))).toMatchObject({ kind: 'bad-shape' })
  })

  it('is read when it packs as was asked for', async () => {
    const url = await serve((request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}'))
    })
    expect((await testHttp().send(callTo(url))).text).toBe('{"a":1}')
  })

  it('is left at the deadline when it drips', async () => {
    const url = await serve((_request, response) => {
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    })
    const elapsed = stopwatch()
    expect(await faultOf(testHttp().send(callTo(url, { deadlineMs: 300 })))).toMatchObject({
      kind: 'timeout',
    })
    expect(elapsed()).toBeLessThan(2_000)
  })

  it('is left at the deadline when its headers drip', async () => {
    const url = await serve((request) => {
      const { socket } = request
      socket.write('HTTP/1.1 200 OK\r\n')
      const drip = setInterval(() => socket.write('x-drip: 1\r\n'), 20)
      socket.on('close', () => clearInterval(drip))
    })
    expect(await faultOf(testHttp().send(callTo(url, { deadlineMs: 300 })))).toMatchObject({
      kind: 'timeout',
    })
  })

  it('is left when its headers have no end', async () => {
    const url = await serve((request) => {
      request.socket.write(`HTTP/1.1 200 OK\r\n`)
      const line = `x-more: ${'x'.repeat(1000)}\r\n`
      for (let count = 0; count < 100; count += 1) request.socket.write(line)
    })
    expect(await faultOf(testHttp().send(callTo(url, { deadlineMs: 2_000 })))).toMatchObject({
      kind: 'bad-shape',
    })
  })

  it('keeps nobody else waiting', async () => {
    const silent = await serve(() => {})
    const healthy = await serve(json({ fine: true }))
    const http = testHttp()
    const lost = Array.from({ length: 40 }, () => faultOf(http.send(callTo(silent, { deadlineMs: 500 }))))
    const elapsed = stopwatch()
    expect((await http.send(callTo(healthy))).text).toBe('{"fine":true}')
    expect(elapsed()).toBeLessThan(400)
    for (const fault of await Promise.all(lost)) expect(fault.kind).toBe('timeout')
  })
})
