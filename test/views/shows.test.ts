import { describe, expect, it } from 'vitest'
import type { SeasonState } from '../../src/domain/seasons/standing.ts'
import { EMPTY_WISH, type Wish } from '../../src/domain/seasons/wish.ts'
import { wishText } from '../../src/domain/seasons/wish-text.ts'
import { refText } from '../../src/domain/titles/title.ts'
import { ids } from '../../src/views/ids.ts'
import { episodesNotice } from '../../src/views/notices/episodes-notice.ts'
import { type ShowCardInput, showCard } from '../../src/views/request/show-card.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { aView } from './support/build.ts'
import { read } from './support/judge.ts'
import { aShow } from './support/show-samples.ts'

const say = sayIn('en')
const ref = { kind: 'show', source: 'tmdb', value: '70523' } as const

const card = (
  states: readonly SeasonState[],
  chosen: Wish,
  ended = true,
  more: Partial<ShowCardInput> = {},
) => {
  const seasons = states.map((_, at) => ({ number: at + 1, episodes: 8 }))
  return showCard(
    {
      title: aShow(0, { name: 'Dark', year: 2017, seasons, ended }),
      ref,
      standings: states.map((state, at) => ({ number: at + 1, state, episodes: 8, here: 2 })),
      known: true,
      chosen,
      isPicked: false,
      episodes: [],
      has4k: false,
      ...more,
    },
    say,
  )
}

const seasons = (...numbers: number[]): Wish => ({ ...EMPTY_WISH, seasons: numbers })

describe('the card of a show', () => {
  it('says how each season stands, what is chosen, and has one thing to press', () => {
    const text = read(card(['here', 'partly', 'asked', 'missing', 'missing', 'not-aired'], seasons(2, 4, 5)))
    expect(text).toContain('Here: season 1')
    expect(text).toContain('Here in part: season 2')
    expect(text).toContain('Asked for: season 3')
    expect(text).toContain('Missing: seasons 4, 5')
    expect(text).toContain('Not aired yet: season 6')
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

  it('still has the specials of a show that is here', () => {
    const standings = [
      { number: 0, state: 'missing', here: 0 },
      { number: 1, state: 'here', here: 8 },
    ] as const
    const body = card(['here'], EMPTY_WISH, true, { standings })
    expect(read(body)).toContain('It’s already here.')
    expect(read(body)).toContain('[Seasons]')
    expect(JSON.stringify(body)).toContain('"label":"Specials"')
    expect(JSON.stringify(body)).not.toContain('"label":"Season 1"')
  })

  it('takes neither specials alone nor nothing at all for a show that is here', () => {
    const specials = card([], EMPTY_WISH, true, { standings: [{ number: 0, state: 'missing', here: 0 }] })
    expect(read(specials)).not.toContain('already here')
    expect(read(specials)).toContain('[Seasons]')
    const unknown = read(card([], EMPTY_WISH))
    expect(unknown).toContain('Nothing is known of its seasons yet.')
    expect(unknown).not.toContain('[Request]')
  })

  it('asks in 4K also for what is here, and else only for what is missing', () => {
    const body = card(['here', 'missing'], seasons(1, 2), true, { has4k: true })
    expect(read(body)).toContain('Here already, so only in 4K: Season 1')
    const json = JSON.stringify(body)
    expect(json).toContain(ids.ask.make({ ref: refText(ref), wish: wishText(seasons(2)) }))
    expect(json).toContain(ids.ask.make({ ref: refText(ref), wish: wishText(seasons(1, 2)), quality: '4k' }))
    expect(read(card(['here'], EMPTY_WISH, true, { has4k: true }))).toContain('[Request in 4K]')
  })

  it('says of each episode how it stands', () => {
    const episodes = (['here', 'asked', 'missing', 'not-aired'] as const).map((state, at) => ({
      episode: at + 1,
      state,
    }))
    const json = JSON.stringify(card(['partly'], seasons(1), true, { episodes }))
    for (const words of ['Here', 'Asked for already; choose it to join', 'Missing', 'Not aired yet'])
      expect(json).toContain(`"description":"${words}"`)
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
    [of([0]), 'Dark (2017): Specials are ready!'],
  ])('is %j', (text, wanted) => {
    expect(text).toContain(wanted)
  })
})
