import { describe, expect, it } from 'vitest'
import type { SeasonState } from '../../src/domain/seasons/standing.ts'
import { EMPTY_WISH, type Wish } from '../../src/domain/seasons/wish.ts'
import { episodesNotice } from '../../src/views/notices/episodes-notice.ts'
import { showCard } from '../../src/views/request/show-card.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { aView } from './support/build.ts'
import { read } from './support/judge.ts'
import { aShow } from './support/show-samples.ts'

const say = sayIn('en')
const ref = { kind: 'show', source: 'tmdb', value: '70523' } as const

const card = (states: readonly SeasonState[], chosen: Wish, ended = true) => {
  const seasons = states.map((_, at) => ({ number: at + 1, episodes: 8 }))
  return showCard(
    {
      title: aShow(0, { name: 'Dark', year: 2017, seasons, ended }),
      ref,
      standings: states.map((state, at) => ({ number: at + 1, state, episodes: 8, here: 2 })),
      known: true,
      chosen,
      isPicked: false,
      has4k: false,
    },
    say,
  )
}

const seasons = (...numbers: number[]): Wish => ({ ...EMPTY_WISH, seasons: numbers })

describe('the card of a show', () => {
  it('says how each season stands, what is chosen, and has one thing to press', () => {
    const text = read(card(['here', 'partly', 'asked', 'missing', 'missing', 'not-aired'], seasons(2, 4, 5)))
    expect(text).toContain('Here: 1')
    expect(text).toContain('Here in part: 2')
    expect(text).toContain('Asked for: 3')
    expect(text).toContain('Missing: 4, 5')
    expect(text).toContain('Not aired yet: 6')
    expect(text).toContain('**Chosen: Seasons 2, 4, 5**')
    for (const label of ['All seasons', 'Missing', 'Latest', 'Seasons', 'Request'])
      expect(text).toContain(`[${label}]`)
    expect(text).not.toContain('Choose seasons…')
  })

  it('offers later seasons of a show that goes on, and of no other', () => {
    const options = (ended: boolean) => JSON.stringify(card(['here', 'missing'], seasons(2), ended))
    expect(options(false)).toContain('Later seasons')
    expect(options(true)).not.toContain('Later seasons')
  })

  it('has seasons typed when a select does not hold them, and hides none', () => {
    const states = (count: number): SeasonState[] => Array.from({ length: count }, () => 'missing')
    const at25 = read(card(states(25), seasons(1)))
    expect(at25).toContain('[Seasons]')
    expect(at25).not.toContain('Choose seasons…')
    const at26 = read(card(states(26), seasons(1)))
    expect(at26).toContain('[Choose seasons…]')
    expect(at26).not.toContain('[Seasons]')
  })

  it('can’t be sent off while nothing is chosen', () => {
    const json = JSON.stringify(card(['missing'], EMPTY_WISH))
    expect(json).toMatch(/"label":"Request","style":1,"disabled":true|"disabled":true[^}]*"label":"Request"/)
  })

  it('says that all of an ended show is here, and asks for nothing', () => {
    const text = read(card(['here', 'here'], EMPTY_WISH))
    expect(text).toContain('It’s already here.')
    expect(text).not.toContain('[Request]')
  })
})

describe('the news of what arrived', () => {
  const of = (wholeSeasons: number[], ...episodes: [number, number][]) =>
    read(
      episodesNotice(
        aView({ kind: 'show' }, { title: aShow(0, { name: 'Dark', year: 2017 }) }),
        { seasons: wholeSeasons, episodes: episodes.map(([season, episode]) => ({ season, episode })) },
        say,
      ),
    ).split('\n')[0]

  it.each([
    [of([2]), 'Dark (2017): Season 2 is ready!'],
    [of([1, 2, 3]), 'Dark (2017): Seasons 1–3 are ready!'],
    [of([], [2, 10]), 'Dark (2017): Season 2, episode 10 is ready!'],
    [of([], [2, 1], [2, 2], [2, 3]), 'Dark (2017): Season 2, episodes 1–3 are ready!'],
    [of([1], [2, 1]), 'Dark (2017): Season 1 and Season 2, episode 1 are ready!'],
    [of([0]), 'Dark (2017): Specials is ready!'],
  ])('is %j', (text, wanted) => {
    expect(text).toContain(wanted)
  })
})
