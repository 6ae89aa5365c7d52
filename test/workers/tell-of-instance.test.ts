import { beforeEach, expect, it } from 'vitest'
import { recordLook, recordVisit } from '../../src/actions/setup/record-visit.ts'
import { tellOfInstance } from '../../src/actions/telling/tell-of-instance.ts'
import type { LineFailure } from '../../src/domain/instances/line.ts'
import { Fault } from '../../src/platform/faults.ts'
import { sendDeliveryJob } from '../../src/workers/jobs/send-delivery.ts'
import { tellOfInstanceJob } from '../../src/workers/jobs/tell-of-instance.ts'
import { cast } from '../actions/support/cast.ts'
import { furnish } from '../actions/support/desk.ts'
import { instance, OFFER, title } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { request } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const OWNER = '307'

/** An instance called Films, and whatever its owner hears of it. */
const arrange = async (ledger: Ledger) => {
  const table = bench(ledger.db)
  const { deps, clock, posts } = table
  const { id } = await ledger.write((tx) => instance(tx, { name: 'Films', appVersion: '6.0' }))
  const say = (met: Parameters<typeof recordVisit>[2]['met']) => recordVisit(deps, cast.system, { id, met })
  const fails = async (failure: LineFailure, said = 'Lidarr') => {
    for (let count = 0; count < 3; count += 1) await say({ ok: false, failure, said })
  }
  const offers = (choices: Parameters<typeof recordLook>[2]['choices'] = OFFER.choices) =>
    recordLook(deps, cast.system, { id, version: '6.0', choices })
  const recovers = () => say({ ok: true })
  const tell = () => tellOfInstanceJob.run(id, deps)
  /** Sends what was planned; the first line of everything that the owner has heard. */
  const heard = async () => {
    const planned = await ledger.db
      .selectFrom('deliveries')
      .select('id')
      .where('state', '=', 'planned')
      .execute()
    for (const { id: delivery } of planned) await sendDeliveryJob.run(delivery, deps)
    return posts
      .filter(({ channelId }) => channelId === `dm-${OWNER}`)
      .map(({ body }) => JSON.stringify(body).match(/### .+?(?=\\n)/)?.[0])
  }
  /** Lets time pass, and whoever waits to tell come again. */
  const later = async (ms: number) => {
    clock.pass(ms)
    return tell()
  }
  return { ...table, id, fails, offers, recovers, tell, heard, later }
}

onEachDatabase('the owner', (ledger) => {
  beforeEach(async () => {
    for (const name of ['deliveries', 'requests', 'instances'] as const)
      await ledger.db.deleteFrom(name).execute()
    await furnish(ledger.db, { claimedBy: OWNER })
  })

  it('hears of trouble once it lasted for two minutes, and only once', async () => {
    const { fails, tell, later, heard } = await arrange(ledger)
    await fails('unreachable')
    expect(await tell()).toEqual({ end: 'wait', ms: 2 * MINUTE, why: 'it may pass' })
    expect(await later(MINUTE)).toMatchObject({ end: 'wait', ms: MINUTE })
    expect(await heard()).toEqual([])
    expect(await later(MINUTE)).toEqual({ end: 'done', note: 'trouble' })
    for (let day = 0; day < 3; day += 1) await later(24 * 60 * MINUTE)
    expect(await heard()).toEqual(['### ⚠️ Films doesn’t answer.'])
  })

  it('hears that it is over also when Discord kept quiet about having told of the trouble', async () => {
    const { fails, recovers, tell, later, heard, hooks } = await arrange(ledger)
    await fails('unreachable')
    await tell()
    await later(2 * MINUTE)
    hooks.after = (call) => {
      if (call === 'send') throw new Fault({ kind: 'timeout', service: 'Discord', operation: 'send' })
    }
    await expect(heard()).rejects.toThrow(Fault)
    hooks.after = () => undefined
    await recovers()
    expect(await heard()).toHaveLength(1)
    await later(2 * MINUTE)
    await later(2 * MINUTE)
    expect(await heard()).toHaveLength(2)
  })

  it('hears nothing of what was over sooner', async () => {
    const { fails, recovers, later, heard } = await arrange(ledger)
    await fails('unreachable')
    await later(MINUTE)
    await recovers()
    expect(await later(2 * MINUTE)).toEqual({ end: 'done', note: 'nothing to tell' })
    expect(await heard()).toEqual([])
  })

  it('hears once that it is well again, after half a minute without trouble', async () => {
    const { fails, recovers, tell, later, heard } = await arrange(ledger)
    await fails('unreachable')
    await later(2 * MINUTE)
    await heard()
    await recovers()
    expect(await tell()).toEqual({ end: 'wait', ms: 30 * SECOND, why: 'it may pass' })
    expect(await later(30 * SECOND)).toEqual({ end: 'done', note: 'ok' })
    await heard()
    expect(await later(MINUTE)).toEqual({ end: 'done', note: 'ok' })
    expect(await later(MINUTE)).toEqual({ end: 'done', note: 'nothing to tell' })
    expect(await heard()).toEqual(['### ⚠️ Films doesn’t answer.', '### ✅ Films is well again.'])
  })

  it('is not told again of trouble that pauses for less than that', async () => {
    const { fails, recovers, later, heard } = await arrange(ledger)
    await fails('unreachable')
    await later(2 * MINUTE)
    for (let count = 0; count < 5; count += 1) {
      await recovers()
      await later(29 * SECOND)
      await fails('timeout')
      await later(2 * MINUTE)
    }
    expect(await heard()).toEqual(['### ⚠️ Films takes too long to answer.'])
  })

  it('hears of the next trouble after it was well', async () => {
    const { fails, recovers, later, heard } = await arrange(ledger)
    for (let count = 0; count < 2; count += 1) {
      await fails('unreachable')
      await later(2 * MINUTE)
      await heard()
      await recovers()
      await later(30 * SECOND)
      await heard()
    }
    expect(await heard()).toHaveLength(4)
  })

  it('is not told that something is well of which they never heard that it was not', async () => {
    const { fails, recovers, later, heard } = await arrange(ledger)
    await fails('unreachable')
    await later(2 * MINUTE)
    // It is over before the message went out, which then would no longer be true.
    await recovers()
    expect(await heard()).toEqual([])
    await later(30 * SECOND)
    expect(await heard()).toEqual([])
  })

  it('hears of no trouble again before they heard that the last was over', async () => {
    const { fails, recovers, tell, later, heard } = await arrange(ledger)
    await fails('unreachable')
    await later(2 * MINUTE)
    await heard()
    // Discord is away from here on: that it is well again reaches nobody before it is ill anew.
    await recovers()
    await later(30 * SECOND)
    await fails('unreachable')
    expect(await later(2 * MINUTE)).toEqual({
      end: 'wait',
      ms: 10 * SECOND,
      why: 'earlier news are on their way',
    })
    expect(await heard()).toHaveLength(1)
    expect(await tell()).toEqual({ end: 'done', note: 'trouble' })
    expect(await heard()).toEqual(['### ⚠️ Films doesn’t answer.'])
    await recovers()
    await later(30 * SECOND)
    expect(await heard()).toEqual(['### ⚠️ Films doesn’t answer.', '### ✅ Films is well again.'])
  })

  it('hears once that it is well though it was ill again before that reached them', async () => {
    const { fails, recovers, tell, later, heard } = await arrange(ledger)
    await fails('unreachable')
    await later(2 * MINUTE)
    await heard()
    for (let count = 0; count < 3; count += 1) {
      await recovers()
      await later(30 * SECOND)
      await fails('unreachable')
      await later(2 * MINUTE)
    }
    await recovers()
    await later(30 * SECOND)
    await heard()
    await tell()
    await heard()
    await tell()
    expect(await heard()).toEqual(['### ⚠️ Films doesn’t answer.', '### ✅ Films is well again.'])
  })

  it('hears of trouble that came back after its message was no longer true', async () => {
    const { fails, recovers, later, heard } = await arrange(ledger)
    await fails('unreachable')
    await later(2 * MINUTE)
    await recovers()
    expect(await heard()).toEqual([])
    await fails('unreachable')
    await later(2 * MINUTE)
    expect(await heard()).toEqual(['### ⚠️ Films doesn’t answer.'])
  })

  it('hears of each matter of one trouble, and of its end once', async () => {
    const { fails, offers, recovers, later, heard } = await arrange(ledger)
    await fails('timeout')
    await later(2 * MINUTE)
    await heard()
    await fails('unauthorised')
    await later(2 * MINUTE)
    await heard()
    await offers({ ...OFFER.choices, folders: [{ path: '/more' }] })
    await later(2 * MINUTE)
    await heard()
    await fails('server')
    await later(2 * MINUTE)
    await offers()
    await recovers()
    await later(30 * SECOND)
    expect(await heard()).toEqual([
      '### ⚠️ Films takes too long to answer.',
      '### ⚠️ Films refuses its API key.',
      '### ⚠️ Films no longer has the root folder “/films”.',
      '### ✅ Films is well again.',
    ])
  })

  it('does not hear of a matter that became another before the message went out', async () => {
    const { fails, later, heard } = await arrange(ledger)
    await fails('timeout')
    await later(2 * MINUTE)
    await fails('unauthorised')
    expect(await heard()).toEqual([])
    await later(2 * MINUTE)
    expect(await heard()).toEqual(['### ⚠️ Films refuses its API key.'])
  })

  it('hears nothing too soon, whoever says so', async () => {
    const { id, deps, fails, heard } = await arrange(ledger)
    await fails('timeout')
    await tellOfInstance(deps, cast.system, { id })
    expect(await heard()).toEqual([])
  })

  it.each<[LineFailure, RegExp]>([
    ['unauthorised', /Its API key was changed\..+press Edit/],
    ['another-application', /Lidarr.+press Edit to enter its new address/],
    ['too-old', /Lidarr.+Update it there/],
    ['bad-shape', /address leads to a web page/],
  ])('is told how to mend it: %s', async (failure, words) => {
    const { fails, later, heard, posts } = await arrange(ledger)
    await fails(failure)
    await later(2 * MINUTE)
    await heard()
    expect(JSON.stringify(posts[0]?.body)).toMatch(words)
  })

  it('is told how much waits for it, and how much goes on', async () => {
    const { id, fails, recovers, later, heard, posts } = await arrange(ledger)
    await ledger.write(async (tx) => {
      for (const state of ['approved', 'approved', 'added', 'pending'] as const) {
        const { titleId } = await title(tx)
        await request(tx, { titleId, change: { state, instanceId: id } })
      }
    })
    await fails('unreachable')
    await later(2 * MINUTE)
    await heard()
    await recovers()
    await later(30 * SECOND)
    await heard()
    expect(posts.map(({ body }) => JSON.stringify(body).match(/\d+ requests[^.]+/)?.[0])).toEqual([
      '2 requests wait, and I tell you when it’s well again',
      '2 requests that waited for it go on',
    ])
  })

  it('hears nothing of an instance that was removed', async () => {
    const { id, fails, later, heard } = await arrange(ledger)
    await fails('unreachable')
    await ledger.db.updateTable('instances').set({ state: 'removed' }).where('id', '=', id).execute()
    expect(await later(2 * MINUTE)).toEqual({ end: 'done', note: 'nothing to tell' })
    expect(await heard()).toEqual([])
  })

  it('is nobody before a server is home', async () => {
    const { fails, later, heard } = await arrange(ledger)
    await ledger.db.deleteFrom('home').execute()
    await fails('unreachable')
    expect(await later(2 * MINUTE)).toMatchObject({ end: 'done' })
    expect(await heard()).toEqual([])
  })
})
