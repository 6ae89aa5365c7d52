import { expect, it } from 'vitest'
import { ask, plexForTest } from './client.ts'

it('goes away, comes back, and remembers what it was asked', async () => {
  const { plex } = await plexForTest()
  await plex.down()
  await expect(ask(plex, '/api/v2/ping')).rejects.toThrow()
  await plex.up()
  expect((await ask(plex, '/api/v2/ping')).status).toBe(401)
  expect(plex.calls).toMatchObject([{ method: 'GET', path: '/api/v2/ping', status: 401 }])
})

it('misbehaves as it is told, until it is healed', async () => {
  const { plex } = await plexForTest()
  plex.answer('/api/v2/ping', 503, 'busy', 1, { 'retry-after': '7' })
  const busy = await ask(plex, '/api/v2/ping')
  expect([busy.status, busy.text, busy.headers.get('retry-after')]).toEqual([503, 'busy', '7'])
  expect((await ask(plex, '/api/v2/ping')).status).toBe(401)
  plex.answer(/^GET .*ping$/, 200, { pong: true })
  expect((await ask(plex, '/api/v2/ping')).json).toEqual({ pong: true })
  plex.html()
  expect((await ask(plex, '/api/v2/ping')).text).toContain('<!doctype html>')
  plex.heal()
  plex.slow(80)
  const began = performance.now()
  await ask(plex, '/api/v2/ping')
  expect(performance.now() - began).toBeGreaterThan(70)
  plex.reset(1)
  await expect(ask(plex, '/api/v2/ping')).rejects.toThrow()
  expect((await ask(plex, '/api/v2/ping')).status).toBe(401)
  plex.hang()
  await expect(fetch(`${plex.url}/api/v2/ping`, { signal: AbortSignal.timeout(100) })).rejects.toThrow()
})

it('knows no other paths', async () => {
  const { plex } = await plexForTest()
  const { status, text } = await ask(plex, '/api/v2/nothing')
  expect([status, text]).toEqual([404, expect.stringContaining('<h1>Not Found</h1>')])
})
