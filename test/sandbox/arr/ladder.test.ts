import { describe, expect, it } from 'vitest'
import { ALL, startHooked } from './radarr-support.ts'
import { connectionTo } from './support.ts'
import { BUNNY } from './titles.ts'

const { tmdbId } = BUNNY
const MINUTE = 60_000

describe('the ladder of failures', () => {
  const setUp = async () => {
    const world = await startHooked()
    world.radarr.have(tmdbId)
    await world.radarr.advance(16 * MINUTE)
    const grab = async (): Promise<string> => {
      await world.radarr.grab(tmdbId)
      return world.radarr.hooks.at(-1)?.outcome ?? ''
    }
    /** For how many minutes events are held back from now on. */
    const heldFor = () =>
      Math.round(
        ((world.radarr.connections[0]?.standing.blockedUntil ?? 0) - world.radarr.clock.now()) / MINUTE,
      )
    return { ...world, grab, heldFor }
  }

  it('forgives the first five minutes, then holds back for 5, 15, 30 and 60 minutes', async () => {
    const { radarr, receiver, grab, heldFor } = await setUp()
    receiver.answers(() => 500)
    expect([await grab(), await grab()]).toEqual(['failed', 'failed'])
    await radarr.advance(6 * MINUTE)
    for (const minutes of [5, 15, 30, 60, 60]) {
      expect(await grab()).toBe('failed')
      expect(heldFor()).toBe(minutes)
      await radarr.advance((minutes - 1) * MINUTE)
      expect(await grab()).toBe('blocked')
      await radarr.advance(MINUTE)
    }
  })

  it('tells of it in its own health, and never sends what it held back', async () => {
    const { radarr, ask, receiver, grab } = await setUp()
    receiver.answers(() => 500)
    await grab()
    await radarr.advance(6 * MINUTE)
    await grab()
    expect((await ask('GET', 'health')).json).toMatchObject([
      { source: 'NotificationStatusCheck', type: 'error' },
    ])
    const before = receiver.received.length
    await grab()
    await radarr.advance(6 * MINUTE)
    expect(receiver.received).toHaveLength(before)
    expect((await ask('GET', 'health')).json).toEqual([])
  })

  it('steps down once for every success', async () => {
    const { radarr, receiver, grab } = await setUp()
    receiver.answers(() => 500)
    await grab()
    await radarr.advance(6 * MINUTE)
    await grab()
    await radarr.advance(6 * MINUTE)
    receiver.answers(() => 200)
    expect(radarr.connections[0]?.standing.level).toBe(2)
    await grab()
    expect(radarr.connections[0]?.standing.level).toBe(1)
    await grab()
    expect(radarr.connections[0]?.standing.level).toBe(0)
  })

  it('opens again at a successful test of the saved connection, and of no other', async () => {
    const { radarr, ask, receiver, grab } = await setUp()
    receiver.answers(() => 500)
    await grab()
    await radarr.advance(6 * MINUTE)
    await grab()
    receiver.answers(() => 200)
    await ask('POST', 'notification/test', connectionTo(receiver.url, ALL, { name: 'Another' }))
    expect(await grab()).toBe('blocked')
    const saved = (await ask('GET', 'notification/1')).json
    expect((await ask('POST', 'notification/test', saved)).status).toBe(200)
    expect(await grab()).toBe('delivered')
  })

  it('stays low while Radarr has just started', async () => {
    const { radarr, receiver } = await startHooked()
    radarr.have(tmdbId)
    receiver.answers(() => 500)
    await radarr.grab(tmdbId)
    await radarr.advance(6 * MINUTE)
    await radarr.grab(tmdbId)
    expect(radarr.connections[0]?.standing.level).toBe(1)
    await radarr.advance(MINUTE)
    await radarr.grab(tmdbId)
    expect(radarr.hooks.at(-1)?.outcome).toBe('failed')
  })

  it('is left alone by events that the network swallowed', async () => {
    const { radarr, receiver, grab } = await setUp()
    radarr.dropHooks(true)
    expect(await grab()).toBe('dropped')
    expect(receiver.events()).toEqual(['Test'])
    expect(radarr.connections[0]?.standing.level).toBe(0)
  })
})
