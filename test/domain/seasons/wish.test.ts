import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAsk } from '../../../src/domain/requests/ask.ts'
import { type Claim, FUTURE } from '../../../src/domain/seasons/claims.ts'
import { tidyWish, type Wish } from '../../../src/domain/seasons/wish.ts'
import { fitsText, readWish, wishText } from '../../../src/domain/seasons/wish-text.ts'

const wish = (change: Partial<Wish>): Wish => ({ seasons: [], episodes: [], future: false, ...change })
const episodes = (season: number, ...numbers: number[]) => numbers.map((episode) => ({ season, episode }))
const held = (season: number, requestId = 'first', episode?: number): Claim => ({
  requestId,
  season,
  ...(episode === undefined ? {} : { episode }),
})

describe('a wish as text', () => {
  it.each([
    wish({ seasons: [1] }),
    wish({ seasons: [0] }),
    wish({ seasons: [0, 2, 3, 31], future: true }),
    wish({ seasons: Array.from({ length: 99 }, (_, at) => at + 1) }),
    wish({ seasons: [2003, 2024] }),
    wish({ future: true }),
    wish({ episodes: episodes(4, 1, 2, 24) }),
    wish({ episodes: episodes(0, 5) }),
    wish({ episodes: episodes(2024, 1, 250) }),
  ])('comes back as it was: %j', (given) => {
    const text = wishText(given)
    expect(readWish(text)).toEqual(given)
    expect(text).toMatch(/^[a-z0-9.-]+$/)
    expect(text.length).toBeLessThanOrEqual(69)
  })

  it.each([
    '',
    'x',
    's',
    's1',
    's1.0',
    's01.1',
    'f-z',
    'z-z',
    's1.1-s2.1',
    'e1.1',
    's1.1:',
    'S1.1',
    `s1.${'z'.repeat(61)}`,
  ])('is nothing when it was not made by us: %j', (text) => {
    expect(readWish(text)).toBeUndefined()
  })
})

const numbers = (most: number) => fc.array(fc.integer({ min: 0, max: most }), { maxLength: 40 })

describe('any wish as text', () => {
  const wishes = fc.record({
    seasons: numbers(9_999),
    episodes: fc.array(fc.record({ season: fc.nat(60), episode: fc.nat(9_999) }), { maxLength: 40 }),
    future: fc.boolean(),
  })

  it('comes back as it was, however far its numbers are apart', () => {
    fc.assert(
      fc.property(
        wishes.map(tidyWish).filter((one) => wishText(one) !== ''),
        (given) => {
          expect(readWish(wishText(given))).toEqual(given)
        },
      ),
    )
  })

  it('is read without trouble, whatever somebody made of it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'zfse01a9.-'), maxLength: 80 })
    fc.assert(
      fc.property(text, (forged) => {
        const read = readWish(forged)
        if (read !== undefined) expect(wishText(read)).toBe(forged)
      }),
    )
  })

  it('says when it has no room', () => {
    expect(fitsText(wish({ seasons: [1, 9_999], episodes: [], future: true }))).toBe(true)
    expect(fitsText(wish({ episodes: episodes(1, ...Array.from({ length: 9 }, (_, at) => at * 300)) }))).toBe(
      false,
    )
  })
})

describe('a wish', () => {
  it('has one form', () => {
    const given = wish({ seasons: [3, 1, 3], episodes: [...episodes(3, 1), ...episodes(2, 5, 4, 5)] })
    expect(tidyWish(given)).toEqual(wish({ seasons: [1, 3], episodes: episodes(2, 4, 5) }))
  })
})

describe('asking beside others', () => {
  it.each([
    ['nobody else', wish({ seasons: [1, 2] }), [], wish({ seasons: [1, 2] }), []],
    ['one season asked for', wish({ seasons: [1, 2] }), [held(1)], wish({ seasons: [2] }), ['first']],
    [
      'all asked for',
      wish({ seasons: [1, 2] }),
      [held(1), held(2, 'second')],
      undefined,
      ['first', 'second'],
    ],
    ['an episode of a season asked for', wish({ episodes: episodes(1, 3) }), [held(1)], undefined, ['first']],
    [
      'one of two episodes asked for',
      wish({ episodes: episodes(1, 3, 4) }),
      [held(1, 'first', 3)],
      wish({ episodes: episodes(1, 4) }),
      ['first'],
    ],
    [
      'a season of which an episode is asked for',
      wish({ seasons: [1] }),
      [held(1, 'first', 3)],
      wish({ seasons: [1] }),
      [],
    ],
    [
      'later seasons asked for',
      wish({ seasons: [1], future: true }),
      [held(FUTURE)],
      wish({ seasons: [1] }),
      ['first'],
    ],
  ])('%s', (_, asked, claims, fresh, joins) => {
    const ask = decideAsk('show', asked, claims)
    expect(ask?.fresh?.wish).toEqual(fresh)
    expect(ask?.joins).toEqual(joins)
  })

  it('asks for a film once', () => {
    expect(decideAsk('film', undefined, [])).toEqual({ fresh: { claims: undefined }, joins: [] })
    expect(decideAsk('film', undefined, [held(-1)])).toEqual({ fresh: undefined, joins: ['first'] })
  })

  it('asks for nothing when nothing was chosen', () => {
    expect(decideAsk('show', wish({}), [])).toBeUndefined()
    expect(decideAsk('show', undefined, [])).toBeUndefined()
  })
})
