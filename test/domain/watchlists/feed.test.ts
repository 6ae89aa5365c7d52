import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type FeedLine,
  lineKey,
  readFeedNews,
  type Suspect,
  shownBy,
  stateOfFeed,
  weighSuspects,
} from '../../../src/domain/watchlists/feed.ts'

const NOW = 1_800_000_000_000
const MINUTE = 60_000

const line = (author: string | undefined, tmdb: string, more: Partial<FeedLine> = {}): FeedLine => ({
  ...(author === undefined ? {} : { author }),
  kind: 'film',
  ids: { tmdb },
  ...more,
})
/** Everybody whose name is short is known. */
const listOf = (author: string | undefined) => (author?.length === 1 ? `list-${author}` : undefined)
const news = (before: readonly FeedLine[] | undefined, lines: readonly FeedLine[]) =>
  readFeedNews(before?.map(lineKey), lines, listOf)

const lines = fc.uniqueArray(
  fc.record({
    author: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('film' as const, 'show' as const),
    ids: fc.record({ tmdb: fc.stringMatching(/^[1-9]$/) }),
  }),
  { selector: lineKey, maxLength: 12 },
)

describe('the news in a feed', () => {
  it('is what was not there before, whatever the order of its lines', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const known = new Set(before.map(lineKey))
        const { fresh } = news(before, after.toReversed())
        const told = [...fresh.values()].flat().map(lineKey).sort()
        const expected = after.map(lineKey).filter((key) => !known.has(key))
        expect(told).toEqual(expected.sort())
      }),
    )
  })

  it('is none when the same lines come in another order', () => {
    fc.assert(
      fc.property(lines, (all) => {
        expect(news(all, all.toReversed())).toEqual({
          fresh: new Map(),
          look: [],
          lookAtAll: false,
          hasStranger: false,
        })
      }),
    )
  })

  it('is two people’s when both add the same title', () => {
    const { fresh } = news([line('a', '1')], [line('a', '1'), line('b', '1')])
    expect([...fresh.keys()]).toEqual(['list-b'])
    expect([...news([], [line('a', '1'), line('b', '1')]).fresh.keys()]).toEqual(['list-a', 'list-b'])
  })

  it('has a list looked at when a line doesn’t tell of which kind it is, or has no ids', () => {
    const { kind: _, ...bare } = line('a', '1')
    const told = news([line('c', '9')], [line('c', '9'), bare, line('b', '2', { ids: {} })])
    expect(told).toMatchObject({ look: ['list-a', 'list-b'], lookAtAll: false })
    expect(told.fresh.size).toBe(0)
  })

  it('has all lists looked at when a line may be anybody’s, or when nothing that was there is left', () => {
    expect(news([line('a', '1')], [line('a', '1'), line(undefined, '2')]).lookAtAll).toBe(true)
    expect(news([line('a', '1')], [line('a', '2'), line('a', '3')]).lookAtAll).toBe(true)
    expect(news([line('a', '1')], [line('a', '2'), line('a', '1')]).lookAtAll).toBe(false)
    expect(news([line('a', '1')], []).lookAtAll).toBe(false)
    expect(news([], [line('a', '1')]).lookAtAll).toBe(false)
    expect(news(undefined, [line('a', '1')]).lookAtAll).toBe(false)
  })

  it('tells of strangers, and only when they are new', () => {
    expect(news([], [line('stranger', '1')]).hasStranger).toBe(true)
    expect(news([line('stranger', '1')], [line('stranger', '1')]).hasStranger).toBe(false)
  })
})

describe('what a feed owes', () => {
  const owed = (since: number, ...names: string[]): Suspect => ({ names, since })

  it('is paid by any of a title’s names', () => {
    const names = shownBy({ author: 'a', kind: 'film', ids: { tmdb: '1', imdb: 'tt1' } })
    const shown = new Set(shownBy({ author: 'a', kind: 'film', ids: { imdb: 'tt1' } }))
    expect(weighSuspects([owed(NOW - 60 * MINUTE, ...names)], shown, NOW)).toEqual({
      left: [],
      isStalled: false,
    })
  })

  it('is not paid by another’s, or by another kind of the same number', () => {
    const names = shownBy({ author: 'a', kind: 'film', ids: { tmdb: '1' } })
    const shown = new Set([
      ...shownBy({ author: 'b', kind: 'film', ids: { tmdb: '1' } }),
      ...shownBy({ author: 'a', kind: 'show', ids: { tmdb: '1' } }),
    ])
    expect(weighSuspects([owed(NOW, ...names)], shown, NOW).left).toHaveLength(1)
  })

  it('makes it a stalled feed after ten minutes, and is forgotten then', () => {
    const just = owed(NOW - 10 * MINUTE + 1, 'x')
    expect(weighSuspects([just], new Set(), NOW)).toEqual({ left: [just], isStalled: false })
    expect(weighSuspects([owed(NOW - 10 * MINUTE, 'x')], new Set(), NOW)).toEqual({
      left: [],
      isStalled: true,
    })
  })

  it('decides what it is good for, with how long it may be kept on its way', () => {
    expect(stateOfFeed(undefined, false)).toBe('open')
    expect(stateOfFeed(5 * MINUTE, false)).toBe('open')
    expect(stateOfFeed(5 * MINUTE + 1, false)).toBe('cached')
    expect(stateOfFeed(undefined, true)).toBe('stalled')
    expect(stateOfFeed(60 * MINUTE, true)).toBe('stalled')
  })
})
