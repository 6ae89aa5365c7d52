import { describe, expect, it } from 'vitest'
import type { MediaRequest } from '../../../src/domain/requests/request.ts'
import { decideShowProgress } from '../../../src/domain/requests/show-progress.ts'
import { sumUp } from '../../../src/domain/seasons/arrived.ts'
import type { EpisodeFact } from '../../../src/domain/seasons/snapshot.ts'
import { LONGEST_MS, QUIET_MS, SETTLE_MS, windowEnd } from '../../../src/domain/seasons/window.ts'

const NOW = 1_000_000_000
const DAY = 86_400_000

const season = (number: number, count: number, here: number, airsAt = NOW - DAY): EpisodeFact[] =>
  Array.from({ length: count }, (_, at) => ({ season: number, episode: at + 1, here: at < here, airsAt }))

const request = (change: Partial<MediaRequest> = {}): MediaRequest => ({
  id: 'r',
  titleId: 't',
  kind: 'show',
  quality: 'standard',
  state: 'added',
  version: 3,
  personId: 'p',
  wish: { seasons: [2, 3], episodes: [], future: false },
  measuredAt: NOW - DAY,
  have: 0,
  total: 16,
  trace: [],
  createdAt: NOW - DAY,
  updatedAt: NOW - DAY,
  ...change,
})

const look = (episodes: EpisodeFact[], change: Partial<MediaRequest> = {}, told: EpisodeFact[] = []) =>
  decideShowProgress(request(change), { episodes, told }, NOW)

describe('looking at a show that somebody waits for', () => {
  it('tells what came of the asked seasons and of no other', () => {
    const { arrived, settled } = look([...season(1, 8, 8), ...season(2, 8, 3), ...season(3, 8, 0)])
    expect(arrived).toEqual([1, 2, 3].map((episode) => ({ season: 2, episode })))
    expect(settled).toBe('no')
  })

  it('does not tell twice', () => {
    const facts = [...season(2, 8, 3), ...season(3, 8, 0)]
    expect(look(facts, {}, season(2, 3, 3)).arrived).toEqual([])
  })

  it('notices when a season is whole, and when all is', () => {
    expect(look([...season(2, 8, 8), ...season(3, 8, 0)])).toMatchObject({ settled: 'seasons', whole: [2] })
    const all = look([...season(2, 8, 8), ...season(3, 8, 8)])
    expect(all.settled).toBe('request')
    expect(all.decision).toMatchObject({
      events: ['request.completed'],
      change: { state: 'available', have: 16 },
    })
  })

  it('waits for what is still to be aired, and says until when', () => {
    const coming = season(3, 8, 0, NOW + DAY)
    const { decision } = look([...season(2, 8, 8), ...coming])
    expect(decision).toMatchObject({ change: { have: 8, total: 16, nextAt: NOW + DAY } })
    expect(decision).not.toMatchObject({ change: { state: 'available' } })
  })

  it('waits for episodes without a day while their season runs', () => {
    const undated: EpisodeFact[] = [{ season: 3, episode: 9, here: false }]
    const { decision, settled } = look([...season(2, 8, 8), ...season(3, 8, 8), ...undated])
    expect(settled).toBe('seasons')
    expect(decision).toMatchObject({ change: { have: 16, total: 16, nextAt: null } })
    expect(decision).not.toMatchObject({ change: { state: 'available' } })
    const dated = [{ season: 3, episode: 9, here: true, airsAt: NOW - DAY }]
    expect(look([...season(2, 8, 8), ...season(3, 8, 8), ...dated]).settled).toBe('request')
  })

  it.each([
    ['of a season that is over', season(3, 8, 8, NOW - 61 * DAY), { season: 3, episode: 9, here: false }],
    ['of a season that has not begun', [], { season: 4, episode: 1, here: false }],
    ['of the specials', season(0, 2, 2), { season: 0, episode: 3, here: false }],
  ])('does not wait for episodes without a day %s', (_, dated, undated) => {
    const wish = { seasons: [2, ...new Set(dated.map((fact) => fact.season))], episodes: [], future: false }
    expect(look([...season(2, 8, 8), ...dated, undated], { wish }).settled).toBe('request')
  })

  it('is not content with seasons that the instance does not know', () => {
    expect(look(season(2, 8, 8)).settled).not.toBe('request')
    expect(look([]).decision.kind).not.toBe('change')
  })

  it('takes what is there at the first look for no news, and says so to whoever asked for all of it', () => {
    const { measuredAt: _, ...fresh } = request()
    const first = decideShowProgress(
      fresh,
      { episodes: [...season(2, 8, 8), ...season(3, 8, 8)], told: [] },
      NOW,
    )
    expect(first).toMatchObject({ firstLook: true, decision: { events: ['request.available'] } })
  })

  it('edits the card for a tenth more, not for each episode', () => {
    const facts = (here: number) => [...season(2, 20, here), ...season(3, 20, 0)]
    const at = (here: number, have: number) =>
      look(facts(here), { have, total: 40, lackingSince: NOW - DAY }).decision
    expect(at(5, 4)).toMatchObject({ kind: 'change', events: [] })
    expect(at(8, 7)).toMatchObject({ kind: 'change', events: ['request.progressed'] })
    expect(at(8, 8)).toEqual({ kind: 'nothing' })
  })

  it('tells of later seasons when those were asked for, though the rest is long done', () => {
    const wish = { seasons: [2], episodes: [], future: true }
    const facts = [...season(2, 8, 8), ...season(3, 8, 1, NOW - 1)]
    const after = look(facts, { state: 'available', wish, have: 8, total: 8 }, season(2, 8, 8))
    expect(after.arrived).toEqual([{ season: 3, episode: 1 }])
    expect(after.decision.kind).toBe('nothing')
  })

  it('takes seasons that had begun for no later ones, where nothing else was asked for', () => {
    const wish = { seasons: [], episodes: [], future: true }
    const facts = [...season(2, 8, 8), ...season(3, 8, 1, NOW - 1)]
    const { measuredAt: _, ...fresh } = request({ wish, have: 0, total: 0 })
    const asked = { ...fresh, createdAt: NOW - 1_000 }
    expect(decideShowProgress(asked, { episodes: facts, told: [] }, NOW)).toMatchObject({
      arrived: [{ season: 3, episode: 1 }],
      decision: { change: { state: 'available', total: 0 }, events: ['request.completed'] },
    })
  })

  it.each(['denied', 'refused', 'cancelled', 'removed', 'pending', 'evaluating'] as const)(
    'means nothing to a request that is %s',
    (state) => {
      const { arrived, decision } = look([...season(2, 8, 8), ...season(3, 8, 8)], { state })
      expect({ arrived, kind: decision.kind }).toEqual({ arrived: [], kind: 'nothing' })
    },
  )
})

describe('looking at a show of which all was here', () => {
  const all = [...season(2, 8, 8), ...season(3, 8, 8)]
  const whole = { state: 'available', have: 16, total: 16 } as const
  const left = (have: number) => ({ kind: 'change', change: { have }, events: ['request.recounted'] })
  const seen = (facts: EpisodeFact[], change: Partial<MediaRequest> = whole) =>
    look(facts, change, all).decision

  it('says how many episodes are left when some were deleted, and when they are back', () => {
    const thinned = [...season(2, 8, 5), ...season(3, 8, 8)]
    expect(seen(thinned)).toEqual(left(13))
    expect(seen(thinned, { ...whole, have: 13 })).toEqual({ kind: 'nothing' })
    expect(seen(all, { ...whole, have: 13 })).toEqual(left(16))
    expect(seen([...season(2, 8, 0), ...season(3, 8, 0)])).toEqual(left(0))
  })

  it('tells nobody of what came back', () => {
    expect(look(all, { ...whole, have: 13 }, all)).toMatchObject({ arrived: [], settled: 'no' })
  })

  it('takes an episode that was announced since for no loss', () => {
    expect(seen([...all, { season: 3, episode: 9, here: false, airsAt: NOW + DAY }])).toEqual({
      kind: 'nothing',
    })
  })

  it('counts what it asked for and nothing else', () => {
    expect(look([...season(1, 8, 0), ...all], whole, [...season(1, 8, 8), ...all]).decision.kind).toBe(
      'nothing',
    )
  })

  it('says nothing of one that was never counted, or while its episodes are being read anew', () => {
    const { have: _, total: __, ...bare } = request({ state: 'available' })
    expect(decideShowProgress(bare, { episodes: season(2, 8, 5), told: all }, NOW).decision.kind).toBe(
      'nothing',
    )
    expect(seen([])).toEqual({ kind: 'nothing' })
  })
})

describe('the window in which arrivals are gathered', () => {
  it('ends at once, soon, when it is quiet, or at the longest after half an hour', () => {
    expect(windowEnd(NOW, 'request', NOW + 5)).toBe(NOW + 5)
    expect(windowEnd(NOW, 'seasons', NOW + 5)).toBe(NOW + 5 + SETTLE_MS)
    expect(windowEnd(NOW, 'no', NOW + 5)).toBe(NOW + 5 + QUIET_MS)
    expect(windowEnd(NOW, 'no', NOW + LONGEST_MS - 1)).toBe(NOW + LONGEST_MS)
  })
})

describe('what arrived, summed up', () => {
  const of = (number: number, ...numbers: number[]) => numbers.map((episode) => ({ season: number, episode }))

  it('names whole seasons by their number and the rest one by one', () => {
    expect(sumUp([...of(1, 1, 2, 3), ...of(2, 4)], [1])).toEqual({ seasons: [1], episodes: of(2, 4) })
  })

  it('names the last episode of a season as what it is', () => {
    expect(sumUp(of(1, 10), [1])).toEqual({ seasons: [], episodes: of(1, 10) })
  })
})
