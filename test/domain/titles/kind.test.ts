import { expect, it } from 'vitest'
import { arrRef, isFetchable } from '../../../src/domain/titles/kind.ts'

it.each([
  ['film', { tmdb: '5', tvdb: '7' }, { kind: 'film', source: 'tmdb', value: '5' }],
  ['show', { tmdb: '5', tvdb: '7' }, { kind: 'show', source: 'tvdb', value: '7' }],
  ['film', { tvdb: '7', imdb: 'tt1', plex: 'p' }, undefined],
  ['show', { tmdb: '5', imdb: 'tt1', plex: 'p' }, undefined],
] as const)('a %s of which %j is known is asked for by %j', (kind, ids, ref) => {
  expect(arrRef({ kind, ids })).toEqual(ref)
  expect(isFetchable({ kind, ids })).toBe(ref !== undefined)
})
