import { beforeEach, expect, it } from 'vitest'
import { dropFeeds, type FeedKind, findFeed, listFeeds, saveFeed } from '../../src/db/queries/feeds.ts'
import { onEachDatabase } from './support/ledger.ts'

onEachDatabase('a feed', (ledger) => {
  beforeEach(() => ledger.write(dropFeeds))

  const save = (kind: FeedKind, patch: Parameters<typeof saveFeed>[2], now = 1) =>
    ledger.write((tx) => saveFeed(tx, kind, patch, now))

  it('is new once, and keeps what isn’t told anew', async () => {
    expect(await findFeed(ledger.db, 'own')).toBeUndefined()
    await save('own', { keys: '["a"]' }, 5)
    expect(await findFeed(ledger.db, 'own')).toMatchObject({
      kind: 'own',
      state: 'unknown',
      keys: '["a"]',
      suspects: '[]',
      since: 5,
      failures: 0,
    })
    await save('own', { state: 'open', failures: 2 }, 9)
    expect(await findFeed(ledger.db, 'own')).toMatchObject({
      state: 'open',
      keys: '["a"]',
      since: 5,
      failures: 2,
    })
    await save('own', {}, 12)
    expect(await findFeed(ledger.db, 'own')).toMatchObject({ state: 'open', since: 5, failures: 2 })
  })

  it('is one of two, each by itself, in one order, and both are forgotten together', async () => {
    await save('own', { state: 'open' })
    await save('friends', { state: 'cached' })
    const stateOf = async () => (await listFeeds(ledger.db)).map(({ kind, state }) => [kind, state])
    expect(await stateOf()).toEqual([
      ['friends', 'cached'],
      ['own', 'open'],
    ])
    await save('own', { state: 'gone' })
    expect(await stateOf()).toEqual([
      ['friends', 'cached'],
      ['own', 'gone'],
    ])
    await ledger.write(dropFeeds)
    expect(await listFeeds(ledger.db)).toEqual([])
  })

  it('that two save at the same moment is one', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((key) => save('friends', { keys: JSON.stringify([key]) })))
    expect(await listFeeds(ledger.db)).toHaveLength(1)
  })
})
