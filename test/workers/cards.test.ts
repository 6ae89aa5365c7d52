import { beforeEach, expect, it } from 'vitest'
import { approveRequest } from '../../src/actions/requests/decide-request.ts'
import { recordCard } from '../../src/actions/telling/record-card.ts'
import { findCard } from '../../src/db/queries/cards.ts'
import { Fault } from '../../src/platform/faults.ts'
import { showApprovalCardJob, showStatusCardJob } from '../../src/workers/jobs/show-cards.ts'
import { actAs } from '../../src/workers/system.ts'
import { cast } from '../actions/support/cast.ts'
import { furnish } from '../actions/support/desk.ts'
import { ownRequest } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { another } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'

const trouble = (kind: 'not-found' | 'forbidden', code: number) =>
  new Fault({ kind, service: 'Discord', operation: 'change a message', code })
const MESSAGE_GONE = trouble('not-found', 10008)
const CHANNEL_GONE = trouble('not-found', 10003)
const MUTE = trouble('forbidden', 50013)

onEachDatabase('a card', (ledger: Ledger) => {
  beforeEach(() => furnish(ledger.db))

  /** A pending request with its approval card shown. */
  const shown = async () => {
    const table = bench(ledger.db)
    const { id } = await ledger.write((tx) => ownRequest(tx, another()))
    const show = () => showApprovalCardJob.run(id, table.deps)
    await show()
    const decide = () => approveRequest(table.deps, cast.approver, { requestId: id })
    const card = () => findCard(ledger.db, id, 'approval')
    /** Discord rations edits of one channel, so the next one comes later. */
    const wait = () => table.clock.pass(60_000)
    return { ...table, id, show, decide, card, wait }
  }

  it('is posted once, and not touched while it shows what is true', async () => {
    const { posts, calls, show, card, wait, clock } = await shown()
    expect(posts).toMatchObject([{ channelId: '401' }])
    expect(await card()).toMatchObject({ messageId: '900', channelId: '401', sentAt: clock.now() })
    wait()
    await show()
    expect(calls).toEqual(['send'])
  })

  it('is edited when it changed, once', async () => {
    const { posts, calls, show, decide, wait } = await shown()
    await decide()
    wait()
    await show()
    await show()
    expect(calls).toEqual(['send', 'edit'])
    expect(posts).toMatchObject([{ edits: 1 }])
    expect(JSON.stringify(posts[0]?.body)).toContain(cast.approver.discordId)
  })

  it('is edited once more when another process edited it meanwhile: who knows which edit came first', async () => {
    const { calls, hooks, show, decide, wait, card, deps, id, clock } = await shown()
    await decide()
    wait()
    hooks.after = async (call) => {
      hooks.after = () => undefined
      if (call !== 'edit') return
      const { channelId, messageId, sentAt } = (await card()) ?? {}
      const theirs = { channelId: channelId ?? '', messageId: messageId ?? '', seenAt: sentAt ?? null }
      await recordCard(deps, actAs('b'), { requestId: id, purpose: 'approval', print: 'older', ...theirs })
      clock.pass(10)
    }
    expect(await show()).toMatchObject({ end: 'wait' })
    wait()
    await show()
    wait()
    await show()
    expect(calls).toEqual(['send', 'edit', 'edit'])
  })

  it('that nobody needs any more is not posted', async () => {
    const { deps, posts } = bench(ledger.db)
    const { id } = await ledger.write((tx) => ownRequest(tx, another(), { state: 'denied' }))
    await showApprovalCardJob.run(id, deps)
    expect(posts).toEqual([])
    expect(await findCard(ledger.db, id, 'approval')).toBeUndefined()
  })

  it('has nowhere to be while no channel is chosen; the asker’s is their DM', async () => {
    await furnish(ledger.db, { adminChannel: null, requestChannel: null })
    const { deps, posts } = bench(ledger.db)
    const asker = another()
    const { id } = await ledger.write((tx) => ownRequest(tx, asker))
    await showApprovalCardJob.run(id, deps)
    expect(posts).toEqual([])
    await showStatusCardJob.run(id, deps)
    expect(posts).toMatchObject([{ channelId: `dm-${asker}` }])
  })

  it('that was deleted is made anew while somebody has to decide, under a nonce of its own', async () => {
    const { posts, hooks, show, card, wait, id } = await shown()
    await ledger.db.updateTable('cards').set({ print: 'other' }).where('requestId', '=', id).execute()
    hooks.trouble = (call) => {
      if (call === 'edit') throw MESSAGE_GONE
    }
    wait()
    await show()
    expect(posts).toHaveLength(2)
    expect(posts[1]?.nonce).not.toBe(posts[0]?.nonce)
    expect(await card()).toMatchObject({ messageId: '901' })
  })

  it('that was deleted after it was decided stays away', async () => {
    const { posts, hooks, show, decide, wait } = await shown()
    await decide()
    hooks.trouble = (call) => {
      if (call === 'edit') throw MESSAGE_GONE
    }
    wait()
    expect(await show()).toEqual({ end: 'done', note: 'the card is gone' })
    expect(posts).toHaveLength(1)
  })

  it.each([
    ['was deleted', CHANNEL_GONE, 'gone'],
    ['can’t be written in', MUTE, 'mute'],
  ])('waits when its channel %s, and the home knows why', async (words, fault, known) => {
    const { deps, hooks, posts } = bench(ledger.db)
    const { id } = await ledger.write((tx) => ownRequest(tx, another()))
    hooks.trouble = () => {
      throw fault
    }
    expect(await showApprovalCardJob.run(id, deps)).toMatchObject({
      end: 'wait',
      why: `the admin channel ${words}`,
    })
    const home = await ledger.db.selectFrom('home').selectAll().executeTakeFirstOrThrow()
    expect(home.adminTrouble).toBe(known)
    hooks.trouble = () => undefined
    await showApprovalCardJob.run(id, deps)
    expect(posts).toHaveLength(1)
  })

  it('moves with the channel: in one that was left and deleted it is not waited for', async () => {
    const { hooks, show, card, wait, id, posts } = await shown()
    await furnish(ledger.db, { adminChannel: '499' })
    await ledger.db.updateTable('cards').set({ print: 'other' }).where('requestId', '=', id).execute()
    hooks.trouble = (call) => {
      if (call === 'edit') throw CHANNEL_GONE
    }
    wait()
    await show()
    expect(posts[1]).toMatchObject({ channelId: '499' })
    expect(await card()).toMatchObject({ channelId: '499' })
  })

  it('that many want to show at once is posted once, and shows the last of it', async () => {
    const table = bench(ledger.db)
    const { id } = await ledger.write((tx) => ownRequest(tx, another()))
    const ends = await Promise.all(Array.from({ length: 10 }, () => showApprovalCardJob.run(id, table.deps)))
    expect(table.posts).toHaveLength(1)
    expect(table.calls).toEqual(['send'])
    expect(new Set(ends.map(({ end }) => end))).toEqual(new Set(['done']))
  })

  it('whose trouble is another’s is left to the patience of all jobs', async () => {
    const { hooks, show, decide, wait } = await shown()
    await decide()
    const away = new Fault({ kind: 'server', service: 'Discord', operation: 'change a message', status: 502 })
    hooks.trouble = () => {
      throw away
    }
    wait()
    await expect(show()).rejects.toBe(away)
  })
})
