import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArrNews, decideProgress } from '../../../src/domain/requests/progress.ts'
import { STATES } from '../../../src/domain/requests/request.ts'
import { requestIn } from '../support/requests.ts'

const nothing = { kind: 'nothing' }
const sent = ['approved', 'added', 'downloading'] as const
const all: readonly ArrNews[] = [
  { what: 'grabbed' },
  { what: 'progress', percent: 50 },
  { what: 'imported' },
  { what: 'blocked', said: 'a sample' },
  { what: 'idle' },
]

const NOW = 1_000_000

describe('news from an *arr', () => {
  it.each(STATES.filter((state) => !sent.some((one) => one === state)))(
    'mean nothing to a request that is %s',
    (state) => {
      for (const news of all) expect(decideProgress(requestIn(state), news, NOW)).toEqual(nothing)
    },
  )

  it.each(sent)('of a file make a request that is %s available, and clear what was on the way', (state) => {
    expect(decideProgress(requestIn(state), { what: 'imported' }, NOW)).toEqual({
      kind: 'change',
      change: { state: 'available', percent: null, eta: null, trouble: null },
      events: ['request.available'],
    })
  })

  it('of a file bring the number of the title there, unless it is known', () => {
    const news = { what: 'imported', arrId: 7 } as const
    const { arrId: _, ...overtaken } = requestIn('approved')
    expect(decideProgress(overtaken, news, NOW)).toMatchObject({ change: { arrId: 7 } })
    expect(decideProgress({ ...overtaken, arrId: 3 }, news, NOW)).not.toHaveProperty('change.arrId')
  })

  it.each(['approved', 'added'] as const)('of a grab begin the download of one that is %s', (state) => {
    expect(decideProgress(requestIn(state), { what: 'grabbed' }, NOW)).toEqual({
      kind: 'change',
      change: { state: 'downloading', trouble: null },
      events: ['request.downloading'],
    })
  })

  it('of a second grab mean nothing', () => {
    expect(decideProgress(requestIn('downloading'), { what: 'grabbed' }, NOW)).toEqual(nothing)
  })

  it.each(['added', 'downloading', 'available'] as const)(
    'of a removal end one that is %s, so that it can be asked for again',
    (state) => {
      expect(decideProgress(requestIn(state), { what: 'removed' }, NOW)).toMatchObject({
        change: { state: 'removed' },
        events: ['request.removed'],
      })
    },
  )

  it('of a removal mean nothing before it was there', () => {
    expect(decideProgress(requestIn('approved'), { what: 'removed' }, NOW)).toEqual(nothing)
  })

  it('of a better copy are noted where there was one, and nowhere else', () => {
    expect(decideProgress(requestIn('available'), { what: 'upgraded' }, NOW)).toMatchObject({
      change: { upgradedAt: NOW },
    })
    for (const state of sent)
      expect(decideProgress(requestIn(state), { what: 'upgraded' }, NOW)).toEqual(nothing)
  })

  it('of an import that needs a person are told once, and forgotten when it goes on', () => {
    const blocked = { what: 'blocked', said: 'a sample' } as const
    const trouble = { code: 'import-blocked', said: 'a sample' } as const
    expect(decideProgress(requestIn('downloading'), blocked, NOW)).toMatchObject({
      change: { trouble },
      events: ['request.troubled'],
    })
    const stuck = requestIn('downloading', { trouble, percent: 100 })
    expect(decideProgress(stuck, blocked, NOW)).toEqual(nothing)
    expect(decideProgress(stuck, { what: 'progress', percent: 100 }, NOW)).toMatchObject({
      change: { trouble: null },
    })
  })

  it('of an empty queue bring a download back to the search, but not at once', () => {
    const idle = { what: 'idle' } as const
    const lately = requestIn('downloading', { updatedAt: NOW - 60_000 })
    expect(decideProgress(lately, idle, NOW)).toEqual(nothing)
    expect(decideProgress(requestIn('downloading', { percent: 40 }), idle, NOW)).toMatchObject({
      change: { state: 'added', percent: null, lookingSince: NOW },
      events: ['request.added'],
    })
    expect(decideProgress(requestIn('added'), idle, NOW)).toEqual(nothing)
  })

  it.each(['grabbed', 'blocked'] as const)(
    'of what was %s mean nothing to those who asked for none of it',
    (what) => {
      const wish = { seasons: [2], episodes: [{ season: 4, episode: 3 }], future: false }
      const show = requestIn('added', { kind: 'show', wish })
      const of = (...episodes: readonly [number, number][]) => {
        const list = episodes.map(([season, episode]) => ({ season, episode }))
        return decideProgress(show, { what, episodes: list }, NOW)
      }
      expect(of([1, 1])).toEqual(nothing)
      expect(of([4, 2])).toEqual(nothing)
      expect(of()).toEqual(nothing)
      for (const asked of [of([2, 9]), of([4, 3]), of([1, 1], [2, 1])])
        expect(asked).toMatchObject({ change: { state: 'downloading' } })
    },
  )
})

describe('percent', () => {
  const at = (percent: number | undefined, news: number, eta?: number) =>
    decideProgress(
      requestIn('downloading', percent === undefined ? {} : { percent }),
      {
        what: 'progress',
        percent: news,
        ...(eta === undefined ? {} : { eta }),
      },
      NOW,
    )
  const shown = (percent: number, eta: number | null = null) => ({
    kind: 'change',
    change: { state: 'downloading', percent, eta, trouble: null },
    events: ['request.downloading'],
  })

  it.each(sent)('bring a request that is %s to downloading', (state) => {
    expect(decideProgress(requestIn(state), { what: 'progress', percent: 12.4, eta: 9_000 }, NOW)).toEqual(
      shown(12, 9_000),
    )
  })

  it('are news in steps of ten, up and down', () => {
    expect(at(undefined, 0)).toEqual(shown(0))
    expect(at(30, 39.4)).toEqual(nothing)
    expect(at(30, 40)).toEqual(shown(40))
    expect(at(30, 21)).toEqual(nothing)
    expect(at(30, 20)).toEqual(shown(20))
  })

  it('forget an end that is no longer foreseen', () => {
    expect(at(30, 60)).toEqual(shown(60, null))
  })

  it('stay whole and between 0 and 100, whatever is told', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (told) => {
        const decision = at(undefined, told)
        const percent = decision.kind === 'change' ? decision.change.percent : undefined
        expect(Number.isInteger(percent)).toBe(true)
        expect(percent).toBeGreaterThanOrEqual(0)
        expect(percent).toBeLessThanOrEqual(100)
      }),
    )
  })
})
