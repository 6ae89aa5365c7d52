import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideKeepWaiting } from '../../../src/domain/requests/keep-waiting.ts'
import { decideLeave } from '../../../src/domain/requests/leave.ts'
import { isOpen, type MediaRequest, STATES } from '../../../src/domain/requests/request.ts'
import {
  decideUnfound,
  lookedForSince,
  PATIENCE_MS,
  startLooking,
  WAIT_MS,
  type Waiter,
} from '../../../src/domain/requests/unfound.ts'
import type { Title } from '../../../src/domain/titles/title.ts'
import { requestIn, requests } from '../support/requests.ts'

const DAY = 86_400_000
const NOW = 1_000 * DAY

const title = (releases: Title['releases'] = {}): Title => ({
  kind: 'film',
  ids: {},
  name: 'Up',
  genres: [],
  releases,
})
const sought = (since: number, more: Partial<MediaRequest> = {}) =>
  requestIn('added', { ...startLooking(since), ...more })
const mia: Waiter = { personId: 'mia', since: NOW - 100 * DAY }

const asked = (request: MediaRequest, releases: Title['releases'] = {}, waiter: Partial<Waiter> = {}) =>
  decideUnfound(request, title(releases), [{ ...mia, ...waiter }], NOW)

describe('what a search has not found', () => {
  it('is asked about after a day, to the millisecond', () => {
    expect(asked(sought(NOW - PATIENCE_MS))).toEqual({ ask: ['mia'], askAt: NOW + DAY })
    expect(asked(sought(NOW - PATIENCE_MS + 1))).toEqual({ ask: [], askAt: NOW + 1 })
  })

  it.each(STATES.filter((state) => state !== 'added'))('is nothing while it is %s', (state) => {
    expect(asked(requestIn(state, startLooking(0)))).toBeUndefined()
  })

  it.each([
    ['out at home for long', { digital: NOW - 50 * DAY }, true],
    ['out at home since yesterday', { physical: NOW - DAY }, true],
    ['out at home since this morning', { digital: NOW - DAY / 4 }, false],
    ['out at home tomorrow', { digital: NOW + DAY, cinema: NOW - 400 * DAY }, false],
    ['in cinemas for a month', { cinema: NOW - 30 * DAY }, false],
    ['in cinemas for 91 days', { cinema: NOW - 91 * DAY }, true],
    ['without any date', {}, true],
  ])('counts from when it can be had: a film %s', (_, releases, isAsked) => {
    expect(asked(sought(NOW - 40 * DAY), releases)?.ask).toEqual(isAsked ? ['mia'] : [])
  })

  it('says since when: the search or the release, whichever is later', () => {
    const request = sought(NOW - 40 * DAY)
    expect(lookedForSince(request, title({ digital: NOW - 3 * DAY }))).toBe(NOW - 3 * DAY)
    expect(lookedForSince(request, title({ digital: NOW - 50 * DAY }))).toBe(NOW - 40 * DAY)
  })

  it('is, of a show, an aired episode that is missing', () => {
    const show = (more: Partial<MediaRequest>) => sought(NOW - 40 * DAY, { kind: 'show', ...more })
    expect(asked(show({}))?.ask).toEqual([])
    expect(asked(show({ nextAt: NOW + 1 }))).toEqual({ ask: [], askAt: NOW + DAY })
    expect(asked(show({ lackingSince: NOW - DAY / 2 }))).toEqual({ ask: [], askAt: NOW + DAY / 2 })
    expect(asked(show({ lackingSince: NOW - DAY }))?.ask).toEqual(['mia'])
  })
})

describe('who is asked', () => {
  const request = sought(NOW - 20 * DAY)

  it('is not asked again without having chosen to wait', () => {
    expect(asked(request, {}, { askedAt: NOW - 18 * DAY })).toEqual({ ask: [], askAt: NOW + DAY })
  })

  it('is asked again when the time is over for which they chose to wait', () => {
    const waits = (waitsUntil: number) => asked(request, {}, { askedAt: NOW - 7 * DAY, waitsUntil })
    expect(waits(NOW)?.ask).toEqual(['mia'])
    expect(waits(NOW + 1)).toEqual({ ask: [], askAt: NOW + 1 })
    expect(waits(NOW + 3 * DAY)?.askAt).toBe(NOW + DAY)
  })

  it('is left in peace for another day when something came meanwhile', () => {
    const lately = sought(NOW - DAY / 2, { kind: 'show', lackingSince: NOW - 30 * DAY })
    expect(asked(lately, {}, { askedAt: NOW - 8 * DAY, waitsUntil: NOW - DAY })?.ask).toEqual([])
  })

  it('is asked of another search, or another episode, but once a week at most', () => {
    const again = sought(NOW - 2 * DAY)
    expect(asked(again, {}, { askedAt: NOW - 6 * DAY })?.ask).toEqual([])
    expect(asked(again, {}, { askedAt: NOW - WAIT_MS })?.ask).toEqual(['mia'])
    const show = sought(NOW - 2 * DAY, { kind: 'show', lackingSince: NOW - 9 * DAY })
    expect(asked(show, {}, { askedAt: NOW - 8 * DAY })?.ask).toEqual([])
    expect(asked(show, {}, { askedAt: NOW - 10 * DAY })?.ask).toEqual(['mia'])
  })

  it('is asked a day after joining, each for themselves', () => {
    const waiters = [
      { ...mia, askedAt: NOW - 18 * DAY },
      { personId: 'tom', since: NOW - DAY },
      { personId: 'eva', since: NOW - DAY / 2 },
    ]
    expect(decideUnfound(request, title(), waiters, NOW)).toEqual({ ask: ['tom'], askAt: NOW + DAY / 2 })
  })

  it('is, whatever happened, among those who wait, and never asked twice at one moment', () => {
    const instant = fc.integer({ min: 0, max: 2 * NOW })
    const waiters = fc.array(
      fc.record(
        { personId: fc.uuid(), since: instant, askedAt: instant, waitsUntil: instant },
        { requiredKeys: ['personId', 'since'] },
      ),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(requests, waiters, instant, (any, all, now) => {
        const one = decideUnfound({ ...any, state: 'added' }, title(), all, now)
        expect(one?.askAt).toBeGreaterThan(now)
        expect(all.map(({ personId }) => personId)).toEqual(expect.arrayContaining([...(one?.ask ?? [])]))
        const after = all.map(({ waitsUntil: _, ...waiter }) =>
          one?.ask.includes(waiter.personId) ? { ...waiter, askedAt: now } : waiter,
        )
        const settled = after.filter(({ personId }) => one?.ask.includes(personId))
        expect(decideUnfound({ ...any, state: 'added' }, title(), settled, now)?.ask).toEqual([])
      }),
    )
  })
})

describe('the answers', () => {
  it('let somebody wait for a week, while it is looked for', () => {
    expect(decideKeepWaiting(requestIn('added'), NOW)).toEqual({ ok: true, value: NOW + WAIT_MS })
  })

  it.each(STATES.filter((state) => state !== 'added'))('have nothing to choose once it is %s', (state) => {
    const code = isOpen(state) || state === 'available' ? 'found-meanwhile' : 'request-gone'
    expect(decideKeepWaiting(requestIn(state), NOW)).toEqual({ ok: false, refusal: { code } })
  })

  it.each(STATES.filter(isOpen))(
    'let one of several leave while it is %s, and the last one end it',
    (state) => {
      expect(decideLeave(requestIn(state), 1)).toEqual({ kind: 'nothing' })
      expect(decideLeave(requestIn(state), 0)).toEqual({
        kind: 'change',
        change: { state: 'cancelled' },
        events: ['request.cancelled'],
      })
    },
  )

  it('end the waiting for later seasons of what is here', () => {
    const wish = { seasons: [1], episodes: [], future: true }
    expect(decideLeave(requestIn('available', { wish }), 1)).toEqual({ kind: 'nothing' })
    expect(decideLeave(requestIn('available', { wish }), 0)).toEqual({
      kind: 'change',
      change: { wish: { ...wish, future: false } },
      events: ['request.progressed'],
    })
  })

  it.each(STATES.filter((state) => !isOpen(state)))('come too late once it is %s', (state) => {
    expect(decideLeave(requestIn(state), 0)).toEqual({ kind: 'refusal', refusal: { code: 'request-gone' } })
  })
})
