import { describe, expect, it } from 'vitest'
import { findDelivery } from '../../src/db/queries/deliveries.ts'
import { Fault } from '../../src/platform/faults.ts'
import { markOf, nonceOf } from '../../src/platform/nonce.ts'
import { message, text } from '../../src/views/kit/message.ts'
import { sendDeliveryJob } from '../../src/workers/jobs/send-delivery.ts'
import { showStatusCardJob } from '../../src/workers/jobs/show-cards.ts'
import { sendOnce } from '../../src/workers/send-once.ts'
import { furnish, NOW, stillClock } from '../actions/support/desk.ts'
import { delivery, ownRequest } from '../actions/support/things.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { another } from '../db/support/rows.ts'
import { bench, fakeDiscord } from './support/bench.ts'

const MINUTE = 60_000
const BODY = message('quiet', [text('Up is here.')])
const silence = new Fault({ kind: 'timeout', service: 'Discord', operation: 'send a message' })

describe('a message that must appear once', () => {
  const clock = stillClock()
  const open = () => {
    const fake = fakeDiscord(clock)
    return { ...fake, deps: { discord: fake.discord, clock, applicationId: '1' } }
  }

  it('is sent under a nonce and with a mark of its thing, and nothing is looked up the first time', async () => {
    const { deps, posts, calls } = open()
    expect(await sendOnce(deps, 'c', BODY, { id: 'd1', triedAt: null })).toBe(posts[0]?.id)
    expect(posts).toMatchObject([{ nonce: nonceOf('d1'), mark: markOf('d1'), channelId: 'c' }])
    expect(calls).toEqual(['send'])
    expect(BODY.components[0]).not.toHaveProperty('id')
  })

  it('is not looked for while Discord knows the nonce, and found by its mark afterwards', async () => {
    const { deps, posts, calls } = open()
    const id = await sendOnce(deps, 'c', BODY, { id: 'd1', triedAt: null })
    const triedAt = clock.now()
    clock.pass(MINUTE)
    expect(await sendOnce(deps, 'c', BODY, { id: 'd1', triedAt })).toBe(id)
    expect(calls).toEqual(['send', 'send'])
    clock.pass(MINUTE + 1)
    expect(await sendOnce(deps, 'c', BODY, { id: 'd1', triedAt })).toBe(id)
    expect(calls).toEqual(['send', 'send', 'recent'])
    expect(posts).toHaveLength(1)
  })

  it('is not taken for another’s with the same mark, nor for another thing', async () => {
    const { deps, posts, discord } = open()
    await sendOnce(deps, 'c', BODY, { id: 'd2', triedAt: null })
    const foreign = { id: '5', authorId: '666', sentAt: 1, mark: markOf('d1'), customIds: [] }
    const talkative = { ...deps, discord: { ...discord, send: discord.send, recent: async () => [foreign] } }
    await sendOnce(talkative, 'c', BODY, { id: 'd1', triedAt: 1 })
    await sendOnce(deps, 'c', BODY, { id: 'd3', triedAt: 1 })
    expect(posts).toHaveLength(3)
  })
})

onEachDatabase('after a crash', (ledger) => {
  /** The first try reaches Discord, but its answer does not reach us. For a while the next ones don't get there. */
  const lostAnswer = ({ hooks, clock }: ReturnType<typeof bench>, silentMs: number) => {
    const begun = clock.now()
    hooks.after = (call) => {
      if (call === 'send' && clock.now() === begun) throw silence
    }
    hooks.trouble = () => {
      if (clock.now() > begun && clock.now() < begun + silentMs) throw silence
    }
  }

  it.each([
    ['at once', 0, [1_000]],
    ['after ten minutes', 0, [10 * MINUTE]],
    ['again and again, each minute', 4 * MINUTE, [MINUTE, MINUTE, MINUTE, MINUTE, MINUTE]],
  ] as const)('a delivery that is tried again %s is one message', async (_, silentMs, pauses) => {
    await furnish(ledger.db)
    const table = bench(ledger.db)
    const { id } = await ledger.write((tx) => delivery(tx, another()))
    lostAnswer(table, silentMs)
    await expect(sendDeliveryJob.run(id, table.deps)).rejects.toThrow(silence)
    for (const pause of pauses) {
      table.clock.pass(pause)
      await sendDeliveryJob.run(id, table.deps).catch(() => undefined)
    }
    expect(table.posts).toHaveLength(1)
    expect(await findDelivery(ledger.db, id)).toMatchObject({ state: 'sent', way: 'dm', messageId: '900' })
    await sendDeliveryJob.run(id, table.deps)
    expect(table.posts).toHaveLength(1)
  })

  it.each([
    ['at once', 0, [1_000]],
    ['after ten minutes', 0, [10 * MINUTE]],
    ['again and again, each minute', 4 * MINUTE, [MINUTE, MINUTE, MINUTE, MINUTE, MINUTE]],
  ] as const)('a card that is tried again %s is one message', async (_, silentMs, pauses) => {
    await furnish(ledger.db)
    const table = bench(ledger.db)
    const { id } = await ledger.write((tx) => ownRequest(tx, another()))
    lostAnswer(table, silentMs)
    await expect(showStatusCardJob.run(id, table.deps)).rejects.toThrow(silence)
    for (const pause of pauses) {
      table.clock.pass(pause)
      await showStatusCardJob.run(id, table.deps).catch(() => undefined)
    }
    expect(table.posts).toHaveLength(1)
    const card = await ledger.db
      .selectFrom('cards')
      .selectAll()
      .where('requestId', '=', id)
      .executeTakeFirst()
    expect(card).toMatchObject({ messageId: '900', channelId: '402' })
    expect(card?.sentAt).toBeGreaterThan(NOW)
  })
})
