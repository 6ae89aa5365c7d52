import { expect, it } from 'vitest'
import { plexCalls } from '../../bench/plex-calls.ts'

it('asks Plex no more than it is to, however many members there are', { timeout: 240_000 }, async () => {
  const rows = await plexCalls.run({ isShort: true })
  expect(rows.filter(({ isReached }) => !isReached)).toEqual([])
  const quiet = rows.filter(({ of }) => of.endsWith('nothing new'))
  expect(quiet.map(({ of, value }) => [of, value])).toEqual([
    ['5 members, feeds: nothing new', 2],
    ['30 members, feeds: nothing new', 2],
    ['5 members, looks: nothing new', 5],
    ['30 members, looks: nothing new', 30],
  ])
})
