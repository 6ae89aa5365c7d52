import { expect, it, onTestFinished } from 'vitest'
import { createClock } from '../../../sandbox/arr/kit/clock.ts'
import { apiSpan, apiTime, compact } from '../../../sandbox/arr/kit/json.ts'
import { folderTitle, sceneTitle, searchTitles, sortTitle } from '../../../sandbox/arr/kit/titles.ts'
import { since } from '../../../sandbox/arr/kit/versions.ts'
import { TITLES } from './titles.ts'

it('has a clock that runs at a rate and can be moved', async () => {
  const clock = createClock({ rate: 100, start: 0 })
  onTestFinished(() => clock.stop())
  await clock.sleep(1000)
  expect(clock.now()).toBeGreaterThanOrEqual(1000)
  const woken: string[] = []
  clock.sleep(3_600_000).then(() => woken.push('world'))
  clock.network(60_000).then(() => woken.push('network'))
  await clock.advance(3_600_000)
  expect(woken).toEqual(['world'])
  await clock.advance(2_400_000)
  expect(woken).toEqual(['world', 'network'])
})

it('compares versions by their numbers', () => {
  expect(since('4.0.10.2656', '4.0.10.2656')).toBe(true)
  expect(since('4.0.9.9999', '4.0.10')).toBe(false)
  expect(since('5.16.1', '5.16.0.1')).toBe(true)
})

it('writes moments to the second and spans with days', () => {
  expect(apiTime(Date.UTC(2026, 0, 2, 3, 4, 5, 678))).toBe('2026-01-02T03:04:05Z')
  expect([apiSpan(75_400), apiSpan(93_600_000)]).toEqual(['00:01:15', '1.02:00:00'])
  expect(compact({ a: null, b: [{ c: undefined, d: 0 }], e: '' })).toEqual({ b: [{ d: 0 }], e: '' })
})

it('finds titles by their words, whatever the accents, and a year', () => {
  const amelie = { tmdbId: 1, title: 'Amélie', year: 2001, runtime: 1, genres: [], overview: '' }
  expect(searchTitles([...TITLES, amelie], 'amelie 2001')).toEqual([amelie])
  expect(searchTitles(TITLES, 'sintel').map(({ title }) => title)).toEqual(['Sintel', 'Sintel: Tomorrow'])
  expect(searchTitles(TITLES, 'sintel 2011')).toEqual([])
})

it('makes names for folders, lists and releases', () => {
  expect(folderTitle('What: Now?')).toBe('What - Now')
  expect(sortTitle('The Thing')).toBe('thing')
  expect(sceneTitle('Amélie: A Film!')).toBe('Amelie.A.Film')
})
