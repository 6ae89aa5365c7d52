import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  candidateOf,
  homeRelease,
  readRef,
  refText,
  type TitleRef,
} from '../../../src/domain/titles/title.ts'

const number = fc.integer({ min: 0, max: 9_999_999_999 }).map(String)
const refs: fc.Arbitrary<TitleRef> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('film' as const, 'show' as const),
    source: fc.constantFrom('tmdb' as const, 'tvdb' as const),
    value: number,
  }),
  fc.record({
    kind: fc.constantFrom('film' as const, 'show' as const),
    source: fc.constant('imdb' as const),
    value: fc.integer({ min: 10_000, max: 9_999_999_999 }).map((digits) => `tt${digits}`),
  }),
)

describe('the text of a ref', () => {
  it('reads back as it was', () => {
    expect(refText({ kind: 'film', source: 'tmdb', value: '438631' })).toBe('film-tmdb-438631')
    fc.assert(
      fc.property(refs, (ref) => {
        expect(readRef(refText(ref))).toEqual(ref)
      }),
    )
  })

  it('is never the same for two titles', () => {
    fc.assert(
      fc.property(refs, refs, (one, other) => {
        const same = one.kind === other.kind && one.source === other.source && one.value === other.value
        expect(refText(one) === refText(other)).toBe(same)
      }),
    )
  })

  it.each([
    'film-tmdb-tt0133093',
    'film-imdb-133093',
    'film-tvdb-tt0133093',
    'song-tmdb-1',
    'film-plex-1',
    'film-tmdb-',
    'film-tmdb-12345678901',
    'film-tmdb-1 ',
    'film-tmdb-1\n',
    'film-tmdb-1; drop table titles',
    'film-tmdb-٣',
    '',
  ])('%j is none', (forged) => {
    expect(readRef(forged)).toBeUndefined()
  })
})

describe('the day a film comes home', () => {
  it.each([
    [{}, undefined],
    [{ cinema: 1 }, undefined],
    [{ cinema: 1, digital: 5 }, 5],
    [{ physical: 7 }, 7],
    [{ digital: 9, physical: 7 }, 7],
    [{ digital: 0, physical: 7 }, 0],
  ])('of %o is %s', (releases, day) => {
    expect(homeRelease({ releases })).toBe(day)
  })
})

it('a candidate carries only what is known', () => {
  const ref: TitleRef = { kind: 'film', source: 'tmdb', value: '1' }
  const title = { kind: 'film' as const, ids: { tmdb: '1' }, name: 'Dune', genres: [], releases: {} }
  expect(candidateOf(title, ref)).toStrictEqual({ ref, name: 'Dune' })
  expect(candidateOf({ ...title, year: 2021, posterPath: '/d.jpg' }, ref)).toStrictEqual({
    ref,
    name: 'Dune',
    year: 2021,
    posterPath: '/d.jpg',
  })
})
