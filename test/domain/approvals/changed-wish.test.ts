import { describe, expect, it } from 'vitest'
import { type AskedShow, changedWish, firstLater } from '../../../src/domain/approvals/changed-wish.ts'
import type { Wish } from '../../../src/domain/seasons/wish.ts'

const wish = (change: Partial<Wish> = {}): Wish => ({ seasons: [], episodes: [], future: false, ...change })
const show = (asked: Partial<Wish>, title: AskedShow['title'] = {}): AskedShow => ({
  wish: wish(asked),
  title: { seasons: [0, 1, 2, 3].map((number) => ({ number })), ended: false, ...title },
})

describe('the seasons that an approver chose', () => {
  it.each<[string, Partial<Wish>, string, Partial<Wish>]>([
    ['fewer', { seasons: [1, 2] }, '1', { seasons: [1] }],
    ['others', { seasons: [1] }, '2–3', { seasons: [2, 3] }],
    ['without later ones', { seasons: [1, 2], future: true }, '1,2', { seasons: [1, 2] }],
    ['with later ones, still', { seasons: [1], future: true }, '1,4+', { seasons: [1], future: true }],
    ['only later ones', { seasons: [1], future: true }, '4+', { future: true }],
    ['with later ones, newly', { seasons: [1] }, '1,4+', { seasons: [1], future: true }],
    ['from one on', { seasons: [1] }, '2+', { seasons: [2, 3], future: true }],
    ['beside single episodes', { episodes: [{ season: 1, episode: 4 }] }, '2', { seasons: [2] }],
  ])('are taken as they stand: %s', (_, asked, text, got) => {
    expect(changedWish(show(asked), text)).toEqual(wish({ episodes: asked.episodes ?? [], ...got }))
  })

  it('are those that were asked for when nothing was said', () => {
    expect(changedWish(show({ seasons: [1], future: true }), '')).toBeUndefined()
  })

  it('have to be there and to be read', () => {
    expect(changedWish(show({ seasons: [1] }), '7')).toEqual({
      code: 'season-unknown',
      season: 7,
      seasons: '0–3',
    })
    expect(changedWish(show({ seasons: [1] }), 'all')).toEqual({ code: 'seasons-unclear', text: 'all' })
  })

  it('are none to come of a show that has ended, unless such were asked for', () => {
    const ended = { ended: true }
    expect(firstLater(show({ seasons: [1] }, ended))).toBeUndefined()
    expect(firstLater(show({ future: true }, ended))).toBe(4)
    expect(firstLater(show({ seasons: [5] }))).toBe(6)
    expect(changedWish(show({ seasons: [1] }, ended), '2+')).toEqual(wish({ seasons: [2, 3] }))
    expect(changedWish(show({ seasons: [1] }, ended), '4+')).toMatchObject({ code: 'season-unknown' })
  })
})
