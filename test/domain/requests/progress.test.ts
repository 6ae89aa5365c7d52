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
  { what: 'removed' },
]

describe('news from an *arr', () => {
  it.each(STATES.filter((state) => !sent.some((one) => one === state)))(
    'mean nothing to a request that is %s',
    (state) => {
      for (const news of all) expect(decideProgress(requestIn(state), news)).toEqual(nothing)
    },
  )

  it.each(sent)('of a file make a request that is %s available, and clear what was on the way', (state) => {
    expect(decideProgress(requestIn(state), { what: 'imported' })).toEqual({
      kind: 'change',
      change: { state: 'available', percent: null, eta: null, trouble: null },
      events: ['request.available'],
    })
  })

  it.each(['approved', 'added'] as const)('of a grab begin the download of one that is %s', (state) => {
    expect(decideProgress(requestIn(state), { what: 'grabbed' })).toEqual({
      kind: 'change',
      change: { state: 'downloading', trouble: null },
      events: ['request.downloading'],
    })
  })

  it('of a second grab or a removed download mean nothing', () => {
    expect(decideProgress(requestIn('downloading'), { what: 'grabbed' })).toEqual(nothing)
    for (const state of sent) expect(decideProgress(requestIn(state), { what: 'removed' })).toEqual(nothing)
  })
})

describe('percent', () => {
  const at = (percent: number | undefined, news: number, eta?: number) =>
    decideProgress(requestIn('downloading', percent === undefined ? {} : { percent }), {
      what: 'progress',
      percent: news,
      ...(eta === undefined ? {} : { eta }),
    })
  const shown = (percent: number, eta: number | null = null) => ({
    kind: 'change',
    change: { state: 'downloading', percent, eta, trouble: null },
    events: ['request.downloading'],
  })

  it.each(sent)('bring a request that is %s to downloading', (state) => {
    expect(decideProgress(requestIn(state), { what: 'progress', percent: 12.4, eta: 9_000 })).toEqual(
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
