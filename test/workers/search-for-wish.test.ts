import { expect, it } from 'vitest'
import type { ArrEpisode } from '../../src/clients/arr/types.ts'
import { EMPTY_WISH, type Wish } from '../../src/domain/seasons/wish.ts'
import { searchForWish } from '../../src/workers/search-for-wish.ts'
import { NOW } from '../actions/support/desk.ts'
import { fakeSonarr, season } from './support/fake-sonarr.ts'

const search = async (wish: Partial<Wish>, episodes: readonly ArrEpisode[]) => {
  const { sonarr, calls } = fakeSonarr(true, episodes)
  await searchForWish(sonarr, 7, { ...EMPTY_WISH, ...wish }, episodes, NOW)
  return calls
}

it('searches for seasons as a whole, in their order, and for nothing else', async () => {
  const all = [...season(1, 3), ...season(2, 3, 1), ...season(3, 3)]
  expect(await search({ seasons: [1, 2] }, all)).toEqual(['search season 1', 'search season 2'])
})

it('searches for single episodes, all in one', async () => {
  const episodes = [
    { season: 1, episode: 2 },
    { season: 2, episode: 3 },
  ]
  expect(await search({ episodes }, [...season(1, 3), ...season(2, 3)])).toEqual(['search episodes 102,203'])
})

it('searches for both where both are asked for', async () => {
  const wish = { seasons: [1], episodes: [{ season: 2, episode: 1 }] }
  expect(await search(wish, [...season(1, 3), ...season(2, 3)])).toEqual([
    'search season 1',
    'search episodes 201',
  ])
})

it.each<[string, Partial<ArrEpisode>]>([
  ['are here', { hasFile: true }],
  ['were searched for since', { lastSearchAt: NOW }],
])('leaves alone what it asks for when all of them %s', async (_, more) => {
  const all = [...season(1, 2), ...season(2, 2)].map((one) => ({ ...one, ...more }))
  expect(await search({ seasons: [1], episodes: [{ season: 2, episode: 1 }] }, all)).toEqual([])
})

it('searches again for what was searched for before the decision', async () => {
  const all = season(1, 2).map((one) => ({ ...one, lastSearchAt: NOW - 1 }))
  expect(await search({ seasons: [1] }, all)).toEqual(['search season 1'])
})

it('searches for a season of which one episode is missing', async () => {
  expect(await search({ seasons: [1] }, season(1, 8, 7))).toEqual(['search season 1'])
})

it('searches for no season that nobody knows yet, nor for later ones', async () => {
  expect(await search({ seasons: [9], future: true }, season(1, 2))).toEqual([])
})
