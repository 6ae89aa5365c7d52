import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everything } from '../actions/support/desk.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { countArrivals, type Door, knownInstance, openDoor, SECRET } from './support/door.ts'

const MIB = 1024 * 1024
const headers = { 'x-usherr-secret': SECRET, 'content-type': 'application/json' }

onEachDatabase('bodies of all sorts', (ledger) => {
  let door: Door
  let url: string
  let id: string
  beforeAll(async () => {
    door = openDoor(ledger.db)
    ;({ url, id } = await knownInstance(ledger.db))
  })
  const send = (payload: string | Buffer) => door.app.inject({ method: 'POST', url, headers, payload })

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['half an object', '{"eventType":"Grab"'],
    ['an object and more', '{}{}'],
    ['a list', '[{"eventType":"Grab"}]'],
    ['a text', '"Grab"'],
    ['a number', '7'],
    ['null', 'null'],
    ['no JSON', 'eventType=Grab'],
    ['a byte order mark', '\uFEFF{}'],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('%s: 400, and nothing is stored', async (_, payload) => {
    const before = await everything(ledger.db)
    const answer = await send(payload)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toEqual({ error: { code: 'not-an-object', message: expect.any(String) } })
    expect(await everything(ledger.db)).toEqual(before)
  })

  it('1 MiB is taken, a byte more is 413', async () => {
    const body = (size: number) => `{"a":"${'x'.repeat(size - 8)}"}`
    expect((await send(body(MIB))).statusCode).toBe(202)
    const answer = await send(body(MIB + 1))
    expect([answer.statusCode, answer.json().error.code]).toEqual([413, 'too-large'])
  })

  it.each([
    ['lists', '['.repeat(400_000) + ']'.repeat(400_000)],
    ['objects', `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`],
  ])('%s as deep as the sea are taken like anything else', async (_, deep) => {
    const body = `{"eventType":"Grab","deep":${deep}}`
    const before = await countArrivals(ledger.db, id)
    expect((await send(body)).statusCode).toBe(202)
    expect((await send(body)).statusCode).toBe(202)
    expect(await countArrivals(ledger.db, id)).toBe(before + 1)
  })

  it('whatever it is: 202 for an object, 400 for the rest, and each object once', async () => {
    const anything = fc.oneof(
      fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()).map((value) => JSON.stringify(value)),
      fc
        .record({ eventType: fc.string({ unit: 'binary' }), movie: fc.jsonValue() })
        .map((value) => JSON.stringify(value)),
      fc.json({ noUnicodeString: false }),
      fc.string({ unit: 'binary' }),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    )
    const isObject = (payload: string | Buffer): boolean => {
      try {
        const value = JSON.parse(String(payload))
        return typeof value === 'object' && value !== null && !Array.isArray(value)
      } catch {
        return false
      }
    }
    await fc.assert(
      fc.asyncProperty(anything, async (payload) => {
        const answer = await send(payload)
        expect(answer.statusCode).toBe(isObject(payload) ? 202 : 400)
        const stored = await countArrivals(ledger.db, id)
        expect((await send(payload)).statusCode).toBe(answer.statusCode)
        expect(await countArrivals(ledger.db, id)).toBe(stored)
      }),
      { seed: 4, numRuns: 250 },
    )
    expect(door.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('fuzzed addresses and methods find nothing, and no stack', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
        fc.oneof(
          fc.webPath().map((path) => `/${path}`),
          fc.string({ unit: 'binary' }).map((part) => `/webhooks/radarr/${encodeURI(part.toWellFormed())}`),
        ),
        async (method, path) => {
          const answer = await door.app.inject({ method: method as 'GET', url: path, headers, payload: '{}' })
          expect([404, 400]).toContain(answer.statusCode)
          expect(answer.body).not.toMatch(/\.ts|node_modules|\bat /)
          expect(Object.keys(method === 'HEAD' ? { error: 1 } : answer.json())).toEqual(['error'])
        },
      ),
      { seed: 5, numRuns: 150 },
    )
  })
})

describe('senders on the wire', () => {
  let ledger: { door: Door; port: number; url: string; count(): Promise<number>; close(): Promise<void> }
  beforeAll(async () => {
    const { connect: open } = await import('../../src/db/connect.ts')
    const { migrate } = await import('../../src/db/migrate.ts')
    const db = open({ kind: 'sqlite', path: ':memory:' })
    await migrate(db)
    const door = openDoor(db)
    const { url, id } = await knownInstance(db)
    await door.app.listen({ host: '127.0.0.1', port: 0 })
    ledger = {
      door,
      url,
      port: (door.app.server.address() as AddressInfo).port,
      count: () => countArrivals(db, id),
      close: async () => {
        await door.app.close()
        await db.destroy()
      },
    }
  })
  afterAll(() => ledger.close())

  const dial = async (words: string): Promise<Socket> => {
    const socket = connect(ledger.port, '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    socket.write(words)
    return socket
  }
  const head = (length: number | 'chunked', secret = SECRET) =>
    [
      `POST ${ledger.url} HTTP/1.1`,
      'Host: here',
      'Connection: close',
      `X-Usherr-Secret: ${secret}`,
      length === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`,
      '\r\n',
    ].join('\r\n')

  it('a wrong secret is refused while the body is still to come', async () => {
    const socket = await dial(head(1_000_000, 'guess'))
    const [said] = await once(socket, 'data')
    expect(String(said)).toMatch(/^HTTP\/1\.1 401 /)
    socket.destroy()
  })

  it.each([
    ['breaks off halfway', 100, '{"eventType":"Grab"'],
    ['sends less than it said', 21, '{"eventType":"Grab"}'],
  ])('one that %s stores nothing', async (_, length, body) => {
    const before = await ledger.count()
    const socket = await dial(head(length) + body)
    await new Promise((resolve) => setTimeout(resolve, 30))
    socket.destroy()
    await once(socket, 'close')
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(await ledger.count()).toBe(before)
    expect(ledger.door.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('one that drips keeps nobody waiting, and is let go in the end', async () => {
    const slow = await dial(`${head(100)}{`)
    const quick = await dial(`${head(20)}{"eventType":"Grab"}`)
    expect(await text(quick)).toMatch(/^HTTP\/1\.1 202 /)
    expect(slow.destroyed).toBe(false)
    expect(ledger.door.app.server.requestTimeout).toBe(30_000)
    expect(ledger.door.app.server.headersTimeout).toBeLessThanOrEqual(60_000)
    slow.destroy()
  })

  it('one that says no length and sends too much is cut off with 413', async () => {
    const socket = await dial(head('chunked'))
    const said = text(socket)
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    for (let sent = 0; sent < 20 && socket.writable; sent++) socket.write(chunk)
    expect(await said).toMatch(/^HTTP\/1\.1 413 /)
    expect(await ledger.count()).toBe(1)
  })

  it('noise is answered as an error, in the shape of all errors', async () => {
    const said = await text(await dial('\u0001\u0002 no HTTP\r\n\r\n'))
    expect(said).toMatch(/^HTTP\/1\.1 400 /)
    expect(JSON.parse(said.split('\r\n\r\n')[1] ?? '')).toEqual({
      error: { code: 'bad-request', message: expect.any(String) },
    })
  })
})
