import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { Agent, request } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refused } from './loopback-only.ts'

let server: Server
let port: number
beforeAll(async () => {
  server = createServer((_, response) => response.end('here')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
})

describe('this machine may be reached', () => {
  test.each(['127.0.0.1', 'localhost'])('as %s', async (host) => {
    const { body } = await request(`http://${host}:${port}/`)
    expect(await body.text()).toBe('here')
  })

  test("by a name that the code's own lookup turns into a loopback address", async () => {
    const dispatcher = new Agent({
      connect: { lookup: (_, __, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) },
    })
    const { body } = await request(`http://radarr.test:${port}/`, { dispatcher })
    expect(await body.text()).toBe('here')
  })
})

describe('nothing else may', () => {
  const attempts: [string, () => unknown][] = [
    ['fetch', () => fetch('http://api.example.test/3')],
    ['undici', () => request('https://api.example.test/3')],
    ['a bare socket', () => connect(443, 'api.example.test')],
    ['a bare socket to an address', () => connect({ host: '192.0.2.7', port: 443 })],
    ['tls', () => connectTls({ host: 'api.example.test', port: 443 })],
    [
      "a name that the code's own lookup turns into another address",
      () =>
        request('http://api.example.test', {
          dispatcher: new Agent({
            connect: { lookup: (_, __, done) => done(null, [{ address: '192.0.2.7', family: 4 }]) },
          }),
        }),
    ],
  ]

  test.each(attempts)('by %s', async (_, attempt) => {
    await expect((async () => attempt())()).rejects.toThrow()
    expect(refused.splice(0)).toEqual([expect.stringMatching(/api\.example\.test|192\.0\.2\.7/)])
  })
})
