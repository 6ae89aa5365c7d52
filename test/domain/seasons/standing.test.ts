import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/domain/seasons/claims.ts'
import type { EpisodeFact } from '../../../src/domain/seasons/snapshot.ts'
import {
  areAllHere,
  episodeStandings,
  missingSeasons,
  seasonStandings,
  wantableSeasons,
} from '../../../src/domain/seasons/standing.ts'

const NOW = 1_000
/** Episodes of a season: `h` here, `m` aired and missing, `l` to be aired later, `t` announced without a day. */
const season = (number: number, letters: string): EpisodeFact[] =>
  [...letters].map((letter, at) => ({
    season: number,
    episode: at + 1,
    here: letter === 'h',
    ...(letter === 't' ? {} : { airsAt: letter === 'l' ? NOW + 1 : NOW - 1 }),
  }))
const held = (number: number, episode?: number): Claim => ({
  requestId: 'r',
  season: number,
  ...(episode === undefined ? {} : { episode }),
})
const stateOf = (letters: string, claims: readonly Claim[] = []) =>
  seasonStandings([{ number: 1, episodes: 8 }], season(1, letters), claims, NOW)[0]?.state

describe('how a season stands', () => {
  it.each([
    ['hhh', 'here'],
    ['hhht', 'here'],
    ['hhm', 'partly'],
    ['mmm', 'missing'],
    ['mml', 'missing'],
    ['lll', 'not-aired'],
    ['tt', 'not-aired'],
    ['', 'missing'],
  ])('with %s it is %s', (letters, state) => {
    expect(stateOf(letters)).toBe(state)
  })

  it('is not here while it still runs, so that the rest of it can be asked for', () => {
    const standings = seasonStandings([{ number: 1 }], season(1, 'hhll'), [], NOW)
    expect(standings).toMatchObject([{ state: 'partly', here: 2, episodes: 4 }])
    expect(missingSeasons(standings)).toEqual([1])
    expect(stateOf('hhll', [held(1)])).toBe('asked')
  })

  it('is asked for when all of it is, not when one episode is', () => {
    expect(stateOf('mm', [held(1)])).toBe('asked')
    expect(stateOf('mm', [held(1, 2)])).toBe('missing')
  })

  it('counts the seasons that only the instance knows of', () => {
    const standings = seasonStandings([{ number: 1 }, { number: 3 }], season(2, 'm'), [], NOW)
    expect(standings.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(wantableSeasons(standings)).toEqual([1, 2, 3])
  })

  it('makes nothing of a show without seasons', () => {
    expect(areAllHere([])).toBe(false)
    expect(areAllHere(seasonStandings([{ number: 0 }], season(0, 'h'), [], NOW))).toBe(false)
    expect(areAllHere(seasonStandings([{ number: 0 }, { number: 1 }], season(1, 'h'), [], NOW))).toBe(true)
  })
})

describe('how an episode stands', () => {
  it('is here, asked for, missing or not aired', () => {
    const named = [{ episode: 1, name: 'Secrets' }]
    expect(episodeStandings(1, named, season(1, 'hmmlt'), [held(1, 2)], NOW)).toEqual([
      { episode: 1, name: 'Secrets', state: 'here' },
      { episode: 2, state: 'asked' },
      { episode: 3, state: 'missing' },
      { episode: 4, state: 'not-aired' },
      { episode: 5, state: 'not-aired' },
    ])
  })

  it('goes by the numbers of the instance, where it knows the season', () => {
    const named = [{ episode: 1 }, { episode: 2 }]
    expect(episodeStandings(1, named, season(1, 'm'), [], NOW)).toHaveLength(1)
    expect(episodeStandings(1, named, season(2, 'm'), [], NOW)).toHaveLength(2)
  })

  it('is missing when nobody knows a day of it, unless its season was asked for', () => {
    expect(episodeStandings(1, [{ episode: 1 }], [], [], NOW)).toEqual([{ episode: 1, state: 'missing' }])
    expect(episodeStandings(1, [{ episode: 1, airsAt: 2_000 }], [], [], NOW)).toEqual([
      { episode: 1, state: 'not-aired' },
    ])
    expect(episodeStandings(1, [{ episode: 1 }], [], [held(1)], NOW)[0]?.state).toBe('asked')
  })
})
