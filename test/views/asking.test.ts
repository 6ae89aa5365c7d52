import { describe, expect, it } from 'vitest'
import type { Title } from '../../src/domain/titles/title.ts'
import { askCard, type Standing } from '../../src/views/request/ask-card.ts'
import { askedCard } from '../../src/views/request/asked-card.ts'
import { choicesFor } from '../../src/views/request/choices.ts'
import { resultsPicker } from '../../src/views/request/results-picker.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { ANNA, aTitle, aView, BELA, ID, NOW } from './support/build.ts'
import { breachesOfMessage, read } from './support/judge.ts'

const say = sayIn('en')
const ref = { kind: 'film', source: 'tmdb', value: '329865' } as const

const card = (standing: Standing, title: Title = aTitle()) =>
  askCard({ title, ref, standing, has4k: false, now: NOW, posterUrl: 'https://image.example.org/a.jpg' }, say)

describe('the asking card', () => {
  it('shows what it is, how it stands, two lines of plot, and one thing to press', () => {
    expect(read(card({ what: 'open' }))).toBe(
      [
        '## Arrival (2016)',
        '-# Film · 1 h 56 min · 12A · Drama · Science Fiction',
        '**Not here yet.**',
        'Twelve silent ships hang over the earth, and a linguist is asked what their crews want.',
        '[Request]',
      ].join('\n'),
    )
  })

  it.each<[Standing, string, string | undefined]>([
    [{ what: 'open' }, '**Not here yet.**', 'Request'],
    [{ what: 'here' }, '🍿 **It’s already here.**', undefined],
    [{ what: 'unknown' }, '**I can’t tell right now whether it’s here.**', 'Request'],
    [
      { what: 'asked', requestId: ID, askers: [{ discordId: ANNA }, { discordId: BELA }] },
      `for by <@${ANNA}> and <@${BELA}>.**`,
      'Me too',
    ],
    [
      { what: 'asked-by-you', requestId: ID, askers: [{ discordId: ANNA }] },
      '🙋 **You’re waiting for this one.**',
      undefined,
    ],
    [{ what: 'denied-before', reason: 'No room.' }, '-# The reason then: No room.', 'Request'],
  ])('of %j says %s and offers %s', (standing, words, button) => {
    const text = read(card(standing))
    expect(text).toContain(words)
    expect(text.match(/\[(.+)\]/g) ?? []).toEqual(button === undefined ? [] : [`[${button}]`])
  })

  it('says from when on it can be watched at home, while that lies ahead', () => {
    const line = 'Not out until <t:'
    const later = aTitle({ releases: { digital: NOW + 1_000, physical: NOW + 9_000 } })
    expect(read(card({ what: 'open' }, later))).toContain(`${line}${NOW / 1_000 + 1}:D>.`)
    expect(read(card({ what: 'here' }, later))).not.toContain(line)
    expect(read(card({ what: 'open' }, aTitle({ releases: { digital: NOW } })))).not.toContain(line)
  })

  it('cuts a long plot after a word', () => {
    const overview = 'It was a dark and stormy night, and nobody, least of all she, knew why. '.repeat(9)
    const text = read(card({ what: 'open' }, aTitle({ overview })))
    const plot = text.split('\n')[3] ?? ''
    expect(plot).toMatch(/ \w+…$/)
    expect(plot.length).toBeLessThanOrEqual(151)
  })

  it('cuts a plot in a language without spaces where it has to', () => {
    const text = read(card({ what: 'open' }, aTitle({ overview: '静かな船が地球の上に浮かぶ。'.repeat(30) })))
    expect(text.split('\n')[3]).toHaveLength(150)
  })
})

it('what was asked for is confirmed in the place of the card, with nothing left to press', () => {
  const asked = read(askedCard({ view: aView({ state: 'evaluating' }), joined: false }, say))
  expect(asked).toContain('🙋 **Asked. You’ll hear when there’s news.**')
  expect(asked).not.toContain('[')
  const joined = read(askedCard({ view: aView({ state: 'added' }), joined: true }, say))
  expect(joined).toContain('🙋 **You’re on the list. You’ll hear when it’s ready.**')
})

describe('what a text may mean', () => {
  const candidate = (value: number, more: object = {}) => ({
    ref: { kind: 'film', source: 'tmdb', value: String(value) } as const,
    name: 'Arrival',
    ...more,
  })

  it('can be picked by title, year and kind', () => {
    const show = { ...candidate(2), ref: { kind: 'show', source: 'tmdb', value: '2' } as const }
    const body = resultsPicker({ query: 'arr', candidates: [candidate(1, { year: 2016 }), show] }, say)
    expect(read(body)).toBe('## Which one?\n-# 2 titles for “arr”\n[Results]')
    expect(JSON.stringify(body)).toContain(
      '"label":"Arrival (2016)","value":"film-tmdb-1","description":"Film"',
    )
    expect(JSON.stringify(body)).toContain('"label":"Arrival","value":"show-tmdb-2","description":"Show"')
  })

  it('is offered once each, and 25 times at most', () => {
    const many = Array.from({ length: 60 }, (_, at) => candidate(at % 40))
    const body = resultsPicker({ query: 'arr', candidates: many }, say)
    expect(read(body)).toContain('25 titles')
    expect(breachesOfMessage(body)).toEqual([])
  })

  it('is completed with a sign, a title and a year, ten at most', () => {
    const choices = choicesFor(Array.from({ length: 60 }, (_, at) => candidate(at, { year: 2016 })))
    expect(choices).toHaveLength(10)
    expect(choices[0]).toEqual({ name: '🎬 Arrival (2016)', value: 'film-tmdb-0' })
  })

  it('is completed within 100 characters, and never with nothing', () => {
    const names = choicesFor([
      candidate(1, { name: 'x'.repeat(300), year: 2016 }),
      candidate(2, { name: '\u200b' }),
    ])
    expect(names.map(({ name }) => name.length)).toEqual([100, 4])
    expect(names[0]?.name).toMatch(/… \(2016\)$/)
  })
})
