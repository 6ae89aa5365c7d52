import { describe, expect, it } from 'vitest'
import { ids } from '../../src/views/ids.ts'
import { requestsList } from '../../src/views/requests/requests-list.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { ANNA, aTitle, aView, ID } from './support/build.ts'
import { breachesOfMessage, read } from './support/judge.ts'

const say = sayIn('en')

const rows = Array.from({ length: 6 }, (_, at) =>
  aView({ id: `${ID.slice(0, -1)}${at}`, state: at === 0 ? 'available' : 'pending' }),
)

const list = (change: Partial<Parameters<typeof requestsList>[0]> = {}) =>
  requestsList({ rows, page: 0, pages: 1, total: 6, everybody: false, ...change }, say)

/** Where the buttons for turning pages lead, and whether they can be pressed. */
const turns = (body: ReturnType<typeof list>) =>
  (JSON.stringify(body).match(/"custom_id":"u1:page:[^}]*/g) ?? []).map((found) => {
    const { custom_id, label, disabled } = JSON.parse(`{${found}}`)
    return [label, ids.requestsPage.read(custom_id)?.page, !disabled]
  })

describe('the list of requests', () => {
  it('shows each with its state, why, and a button', () => {
    const lines = read(list()).split('\n')
    expect(lines.slice(0, 7)).toEqual([
      '## Your requests',
      '**Arrival (2016)**',
      '-# 🍿 Ready · It’s in Plex. Enjoy.',
      '[Open]',
      '**Arrival (2016)**',
      '-# ⏳ Asked · Waiting for an approver.',
      '[Open]',
    ])
    expect(lines.at(-1)).toBe('-# Page 1 of 1 · 6 requests')
  })

  it('names who asked, for those who see everybody’s', () => {
    const text = read(list({ everybody: true }))
    expect(text).toContain('## All requests')
    expect(text).toContain(`**Arrival (2016)** · <@${ANNA}>`)
  })

  it('says in the last line what it is narrowed to', () => {
    expect(read(list({ state: 'over' }))).toContain('6 requests · only denied or withdrawn')
  })

  it.each([
    [undefined, 'Nothing asked for yet. Start with `/request`.'],
    ['waiting', 'Nothing is waiting.'],
    ['ready', 'Nothing is ready yet.'],
  ] as const)('says so when nothing is there (%s)', (state, words) => {
    expect(read(list({ rows: [], total: 0, ...(state === undefined ? {} : { state }) }))).toContain(words)
  })

  it.each([
    [0, 1, []],
    [
      0,
      3,
      [
        ['Previous', 3, false],
        ['Next', 1, true],
      ],
    ],
    [
      1,
      3,
      [
        ['Previous', 0, true],
        ['Next', 2, true],
      ],
    ],
    [
      2,
      3,
      [
        ['Previous', 1, true],
        ['Next', 3, false],
      ],
    ],
    [
      7,
      3,
      [
        ['Previous', 2, true],
        ['Next', 8, false],
      ],
    ],
  ])('turns from page %i of %i', (page, pages, expected) => {
    const body = list({ page, pages, state: 'waiting' })
    expect(turns(body)).toEqual(expected)
    expect(breachesOfMessage(body)).toEqual([])
  })

  it('fits eight requests with the longest words', () => {
    const long = Array.from({ length: 8 }, (_, at) =>
      aView(
        { id: `${ID.slice(0, -1)}${at}`, state: 'denied', reason: '*'.repeat(500) },
        { title: aTitle({ name: '@'.repeat(300) }) },
      ),
    )
    expect(breachesOfMessage(list({ rows: long, pages: 9_999, everybody: true, state: 'over' }))).toEqual([])
  })
})
