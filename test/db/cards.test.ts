import { expect, it } from 'vitest'
import {
  clearCard,
  findCard,
  listCardChannels,
  listCardless,
  reserveCard,
  updateCard,
} from '../../src/db/queries/cards.ts'
import { finishWork, insertWork } from '../../src/db/queries/work.ts'
import { onEachDatabase } from './support/ledger.ts'
import { request } from './support/rows.ts'

onEachDatabase('a card', (ledger) => {
  const { write } = ledger
  const reserve = (id: string, nonce: string) => write((tx) => reserveCard(tx, id, 'approval', nonce))

  it('has one nonce, however often and by whomever it is reserved', async () => {
    const { id } = await write((tx) => request(tx))
    const cards = await Promise.all(['a', 'b', 'c', 'd'].map((nonce) => reserve(id, nonce)))
    expect(new Set(cards.map(({ nonce }) => nonce)).size).toBe(1)
    expect(cards[0]).toEqual({
      requestId: id,
      purpose: 'approval',
      nonce: cards[0]?.nonce,
      channelId: null,
      messageId: null,
      print: null,
      triedAt: null,
      sentAt: null,
    })
    expect(await findCard(ledger.db, id, 'status')).toBeUndefined()
    await expect(reserve('none', 'a')).rejects.toThrow(/foreign key/i)
  })

  it('of one purpose is not touched by what happens to the other', async () => {
    const { id } = await write((tx) => request(tx))
    await reserve(id, 'a')
    await write((tx) => reserveCard(tx, id, 'status', 's'))
    await write((tx) => updateCard(tx, id, 'approval', { messageId: '5', print: 'x', sentAt: 9_000 }))
    expect(await findCard(ledger.db, id, 'approval')).toMatchObject({
      messageId: '5',
      print: 'x',
      sentAt: 9_000,
    })
    expect(await findCard(ledger.db, id, 'status')).toMatchObject({ messageId: null, print: null })
  })

  it('whose message is gone gets a new nonce, unless another message took its place', async () => {
    const { id } = await write((tx) => request(tx))
    await reserve(id, 'a')
    const sent = { channelId: '1', messageId: '5', print: 'x', triedAt: 1, sentAt: 2 }
    await write((tx) => updateCard(tx, id, 'approval', sent))
    const clear = (messageId: string) =>
      write((tx) => clearCard(tx, { requestId: id, purpose: 'approval', nonce: 'a', messageId }))
    await clear('4')
    expect(await findCard(ledger.db, id, 'approval')).toMatchObject({ nonce: 'a', ...sent })
    await clear('5')
    const first = await findCard(ledger.db, id, 'approval')
    expect(first).toEqual({
      requestId: id,
      purpose: 'approval',
      nonce: expect.stringMatching(/^[0-9a-f]{25}$/),
      channelId: null,
      messageId: null,
      print: null,
      triedAt: null,
      sentAt: null,
    })
    await write((tx) => updateCard(tx, id, 'approval', { messageId: '6' }))
    await clear('6')
    const second = await findCard(ledger.db, id, 'approval')
    expect(new Set(['a', first?.nonce, second?.nonce]).size).toBe(3)
  })
})

onEachDatabase('cards', (ledger) => {
  it('that are missing are those that nothing shows or is about to show', async () => {
    const { db, write } = ledger
    const made = await write(async (tx) => {
      const rows = []
      for (let createdAt = 1; createdAt <= 5; createdAt++) {
        rows.push(await request(tx, { state: 'pending', createdAt }))
      }
      rows.push(await request(tx, { state: 'denied', createdAt: 6 }))
      return rows.map(({ id }) => id)
    })
    const [none, reserved, here, elsewhere, coming] = made
    await write(async (tx) => {
      for (const id of [reserved, here, elsewhere]) await reserveCard(tx, id ?? '', 'approval', 'n')
      await updateCard(tx, here ?? '', 'approval', { channelId: '1', messageId: '10' })
      await updateCard(tx, elsewhere ?? '', 'approval', { channelId: '2', messageId: '11' })
      await insertWork(tx, [{ id: 'w', job: 'show-approval-card', subject: coming ?? '', dueAt: 1 }], 1)
      await insertWork(tx, [{ id: 'x', job: 'show-status-card', subject: none ?? '', dueAt: 1 }], 1)
    })
    const missing = async (lost: readonly string[] = []) =>
      (await listCardless(db, 'approval', ['pending'], lost)).map(({ id }) => id)
    expect(await missing()).toEqual([none, reserved])
    expect(await listCardless(db, 'approval', ['pending'], ['2'])).toEqual([
      { id: none, nonce: null, messageId: null },
      { id: reserved, nonce: 'n', messageId: null },
      { id: elsewhere, nonce: 'n', messageId: '11' },
    ])
    expect(await missing(['2'])).toEqual([none, reserved, elsewhere])
    await finishWork(db, 'w', 'done', null, 2)
    expect(await missing()).toEqual([none, reserved, coming])
    expect((await listCardChannels(db, 'approval', ['pending'])).sort()).toEqual(['1', '2'])
    expect(await listCardChannels(db, 'approval', ['denied'])).toEqual([])
    expect(await listCardChannels(db, 'status', ['pending'])).toEqual([])
  })
})
