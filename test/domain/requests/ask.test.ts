import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Ask, decideAsk } from '../../../src/domain/requests/ask.ts'
import type { Claim } from '../../../src/domain/seasons/claims.ts'
import { EMPTY_WISH, type Wish } from '../../../src/domain/seasons/wish.ts'
import { frozen } from '../support/requests.ts'

const season = fc.integer({ min: 0, max: 5 })
const wishes: fc.Arbitrary<Wish> = fc
  .record({
    seasons: fc.array(season, { maxLength: 4 }),
    episodes: fc.array(fc.record({ season, episode: fc.integer({ min: 1, max: 4 }) }), { maxLength: 4 }),
    future: fc.boolean(),
  })
  .map(frozen)

const ask = (wish: Wish, claims: readonly Claim[]): Ask =>
  decideAsk('show', wish, frozen([...claims])) ?? { fresh: undefined, joins: [] }

/** What is held after several have asked one after the other, each as a request of their own. */
const heldAfter = (earlier: readonly Wish[]): Claim[] => {
  const held: Claim[] = []
  for (const [index, wish] of earlier.entries()) {
    for (const part of ask(wish, held).fresh?.claims ?? []) held.push({ ...part, requestId: `r${index}` })
  }
  return held
}

const keyOf = ({ season, episode }: Omit<Claim, 'requestId'>): string => `${season}.${episode ?? 'all'}`

it('however many ask, nothing is held twice', () => {
  fc.assert(
    fc.property(fc.array(wishes, { maxLength: 6 }), (asked) => {
      const keys = heldAfter(asked).map(keyOf)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

it('whoever asks gets all of it: what is new, and from those they join the rest', () => {
  fc.assert(
    fc.property(fc.array(wishes, { maxLength: 5 }), wishes, (earlier, wish) => {
      const held = heldAfter(earlier)
      const { fresh, joins } = ask(wish, held)
      const theirs = [
        ...held.filter(({ requestId }) => joins.includes(requestId)),
        ...(fresh?.claims ?? []),
      ].map(keyOf)
      for (const part of fresh?.claims ?? []) expect(held.map(keyOf)).not.toContain(`${part.season}.all`)
      for (const whole of wish.seasons) expect(theirs).toContain(`${whole}.all`)
      for (const one of wish.episodes) {
        expect([`${one.season}.all`, keyOf(one)].some((key) => theirs.includes(key))).toBe(true)
      }
    }),
  )
})

it('asking for the same again asks for nothing new', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const again = ask(wish, heldAfter([wish]))
      expect(again.fresh).toBeUndefined()
      expect(again.joins).toEqual(ask(wish, []).fresh === undefined ? [] : ['r0'])
    }),
  )
})

it('a film is asked for as a whole, and nothing is no wish for a show', () => {
  expect(decideAsk('film', undefined, [])).toEqual({ fresh: { claims: undefined }, joins: [] })
  expect(decideAsk('film', undefined, [{ requestId: 'r', season: -1 }])).toEqual({
    fresh: undefined,
    joins: ['r'],
  })
  expect(decideAsk('show', EMPTY_WISH, [])).toBeUndefined()
})
