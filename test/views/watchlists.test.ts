import { describe, expect, it } from 'vitest'
import { markup } from '../../src/platform/i18n.ts'
import { memberStatusPage } from '../../src/views/status/status-page.ts'
import { sayIn } from '../../src/views/texts/say.ts'
import { exclusionsPage } from '../../src/views/watchlists/exclusions-page.ts'
import { itemPage } from '../../src/views/watchlists/item-page.ts'
import { watchlistPage } from '../../src/views/watchlists/watchlist-page.ts'
import { aTitle, aView, ID, NOW } from './support/build.ts'
import { read } from './support/judge.ts'
import { itemsOf } from './support/watch-samples.ts'

const say = sayIn('en')
const items = itemsOf('Attic')

const pageOf = (view: (typeof items)[string], more: Partial<Parameters<typeof itemPage>[0]> = {}) =>
  read(itemPage({ view, mine: true, isAdmin: false, excluded: { person: false, all: false }, ...more }, say))

const listOf = (more: Partial<Parameters<typeof watchlistPage>[0]> = {}) =>
  read(
    watchlistPage(
      {
        plexId: '5',
        rows: [],
        filter: 'all',
        page: 0,
        pages: 1,
        all: 0,
        before: 3,
        standing: { by: 'look', everyMs: 30_000, readAt: NOW },
        isAdmin: false,
        ...more,
      },
      say,
    ),
  )

describe('something on a watchlist', () => {
  it.each(Object.keys(items))(
    'that stands as %s says so in a word and a sentence, without our words',
    (name) => {
      const view = items[name]
      const words = listOf({ rows: view === undefined ? [] : [view] })
      expect(words).toMatch(/-# \S+ [A-Z][a-z ]+ · .{10}/)
      expect(words).not.toMatch(/null|undefined|state|instance/i)
    },
  )

  it('has the state of its request, in the same words as its card', () => {
    const request = aView({ state: 'downloading', percent: 42 })
    const view = { item: { ...items.asked?.item, id: ID }, title: aTitle(), request }
    const words = pageOf(view as (typeof items)[string])
    expect(words).toContain('Asked · Approved · **Downloading** · Ready')
    expect(words).toContain('42%')
  })

  it.each([
    ['new', false],
    ['before', true],
    ['asked', false],
    ['denied', true],
    ['gone', false],
    ['here true', false],
    ['ids-missing false', true],
  ])('that stands as %s can be asked for: %s', (name, isOffered) => {
    expect(pageOf(items[name] ?? raise()).includes('[Request]')).toBe(isOffered)
  })

  it.each([
    { mine: true, isAdmin: false, buttons: ['[Exclude]', '[Remove]'] },
    { mine: false, isAdmin: true, buttons: ['[Exclude for all]'] },
  ])('is changed by whoever may', ({ mine, isAdmin, buttons }) => {
    const words = pageOf(items.new ?? raise(), { mine, isAdmin })
    expect(words.match(/\[[^\]]+\]/g)).toEqual(buttons)
  })
})

describe('a watchlist', () => {
  it('offers what stood there before to admins alone, while it is read', () => {
    expect(listOf()).not.toContain('from before')
    expect(listOf({ isAdmin: true })).toContain('[Ask for all from before (3)]')
    const off = { by: 'look', everyMs: 1, problem: 'off' } as const
    expect(listOf({ isAdmin: true, standing: off })).not.toMatch(/\[(Ask|Sync)/)
  })

  it('says how it is read while it is, and else what to do', () => {
    expect(listOf()).toContain('looked at every 30 seconds')
    const hidden = listOf({ standing: { by: 'look', everyMs: 30_000, problem: 'hidden' } })
    expect(hidden).not.toContain('looked at every')
    expect(hidden).toContain('privacy settings')
  })

  it('names whose it is to others', () => {
    expect(listOf({ who: markup('<@1>') })).toContain('Watchlist of <@1>')
  })
})

it('lets only admins include again what is excluded for all', () => {
  const row = { titleId: ID, title: aTitle(), forAll: true, createdAt: NOW }
  const pageFor = (isAdmin: boolean) => read(exclusionsPage({ rows: [row], page: 0, pages: 1, isAdmin }, say))
  expect(pageFor(false)).not.toContain('[Include again]')
  expect(pageFor(true)).toContain('[Include again]')
})

it('tells members nothing technical of how all is', () => {
  const words = read(memberStatusPage({ ailing: ['films', 'shows', 'lists'], pausedUntil: NOW }, say))
  expect(words).not.toMatch(/radarr|sonarr|api|feed|instance|setup/i)
  expect(read(memberStatusPage({ ailing: [] }, say))).toContain('All is well')
})

const raise = (): never => {
  throw new Error('there is no such sample')
}
