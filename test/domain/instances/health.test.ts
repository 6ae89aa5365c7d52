import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AILMENTS,
  type Condition,
  decideCondition,
  type Health,
  isSound,
  matterOf,
  type News,
} from '../../../src/domain/instances/health.ts'
import { LINE_FAILURES, type LineFailure, restOf, SOUND } from '../../../src/domain/instances/line.ts'
import { frozen } from '../support/requests.ts'

const NOW = 1_800_000_000_000
const HOUR = 3_600_000

const OFFERED = {
  profiles: [
    { id: 4, name: 'HD' },
    { id: 6, name: 'UHD' },
  ],
  folders: [{ path: '/films' }, { path: '/more' }],
}

const well: Condition = frozen({
  line: SOUND,
  health: { state: 'ok', since: NOW - HOUR },
  profileId: 4,
  folder: '/films',
  choices: OFFERED,
})

const failed = (failure: LineFailure, said?: string): News => ({
  met: { ok: false, failure, ...(said === undefined ? {} : { said }) },
})
const answered: News = { met: { ok: true } }
/** A look at what it is and offers. */
const looked = (choices: Condition['choices'] = OFFERED): News => ({ met: { ok: true }, choices })

/** What becomes of it after each of the news, and all that is told of that. */
const course = (start: Condition, ...list: readonly (News & { at?: number })[]) => {
  let now: Condition = start
  const events: string[] = []
  for (const { at = NOW, ...news } of list) {
    const { met: _met, mended: _mended, ...chosen } = news
    const next = decideCondition(now, news, at)
    now = { ...now, ...chosen, ...(next === undefined ? {} : { line: next.line, health: next.health }) }
    events.push(...(next?.events ?? []))
  }
  return { ...now, events }
}

const thrice = (failure: LineFailure) => Array.from({ length: 3 }, () => failed(failure))

describe('an instance', () => {
  it('is doubted at its first failure, and in trouble at the third, since the first', () => {
    const once = course(well, failed('timeout'))
    expect(once).toMatchObject({ health: well.health, events: ['instance.doubted'] })
    const first = { ...failed('timeout'), at: NOW - 60_000 }
    expect(course(well, first, failed('server'), failed('timeout'))).toMatchObject({
      health: { state: 'trouble', ailment: 'timeout', since: NOW - 60_000 },
      events: ['instance.doubted', 'instance.troubled'],
    })
  })

  it('that answers in between is in no trouble', () => {
    const { events, ...condition } = course(well, failed('timeout'), failed('timeout'), answered)
    expect(condition).toEqual(well)
    expect(events).toEqual(['instance.doubted'])
  })

  it('that goes on as it is changes nothing', () => {
    expect(decideCondition(well, answered, NOW)).toBeUndefined()
    expect(decideCondition(well, looked(), NOW)).toBeUndefined()
    const ill = course(well, ...thrice('timeout'))
    expect(decideCondition(ill, failed('timeout'), NOW)).toBeUndefined()
  })

  it('that fails in another way, of the same matter, is in the same trouble', () => {
    const ill = course(well, ...thrice('unreachable'))
    const next = course(ill, { ...failed('timeout'), at: NOW + HOUR })
    expect(next.health).toEqual({ state: 'trouble', ailment: 'timeout', since: NOW })
    expect(next.events).toEqual([])
  })

  it('whose trouble becomes another matter is told of anew', () => {
    const ill = course(well, ...thrice('unreachable'))
    const next = course(ill, { ...failed('unauthorised'), at: NOW + HOUR })
    expect(next.health).toEqual({ state: 'trouble', ailment: 'unauthorised', since: NOW + HOUR })
    expect(next.events).toEqual(['instance.troubled'])
  })

  it('that answers again is well, now, and its line is open', () => {
    const ill = course(well, ...thrice('unreachable'))
    const next = course(ill, { ...answered, at: NOW + HOUR })
    expect(next).toMatchObject({
      line: SOUND,
      health: { state: 'ok', since: NOW + HOUR },
      events: ['instance.well'],
    })
    expect(isSound(next)).toBe(true)
  })

  it.each([
    ['another-application', 'Lidarr'],
    ['too-old', '2.0'],
  ] as const)('that is %s stays so until it was looked at, whatever it answers', (failure, said) => {
    const ill = course(well, failed(failure, said))
    expect(ill.health).toEqual({ state: 'trouble', ailment: failure, said, since: NOW })
    expect(restOf(ill.line, NOW)).toBeGreaterThan(0)
    expect(decideCondition(ill, answered, NOW + HOUR)).toBeUndefined()
    expect(course(ill, looked()).events).toEqual(['instance.well'])
  })

  it('that somebody mended may be called again, and is not well before it answers', () => {
    const ill = course(well, ...thrice('unreachable'))
    const mended = course(ill, { mended: true })
    expect(mended).toMatchObject({ line: SOUND, health: ill.health, events: [] })
    expect(isSound(mended)).toBe(false)
    expect(course(mended, failed('unreachable')).events).toEqual([])
    expect(course(mended, answered).events).toEqual(['instance.well'])
  })
})

describe('what was chosen of an instance', () => {
  const without = (what: 'profile' | 'folder') =>
    looked({
      profiles: OFFERED.profiles.filter(({ id }) => what === 'folder' || id !== 4),
      folders: OFFERED.folders.filter(({ path }) => what === 'profile' || path !== '/films'),
    })

  it.each([
    ['profile', 'profile-gone', 'HD'],
    ['folder', 'folder-gone', '/films'],
  ] as const)('and is gone (%s) is named', (what, ailment, said) => {
    const ill = course(well, without(what))
    expect(ill.health).toEqual({ state: 'trouble', ailment, said, since: NOW })
    expect(ill.events).toEqual(['instance.doubted', 'instance.troubled'])
    expect(ill.line).toEqual(SOUND)
  })

  it('keeps its name though nobody knows it any more', () => {
    const ill = course(well, without('profile'), without('profile'), answered)
    expect(ill.health).toMatchObject({ said: 'HD', since: NOW })
    expect(ill.events).toEqual(['instance.doubted', 'instance.troubled'])
  })

  it.each<[string, News]>([
    ['another choice', { profileId: 6 }],
    ['its return', looked()],
  ])('is well again after %s', (_, news) => {
    const next = course(course(well, without('profile')), { ...news, at: NOW + HOUR })
    expect(next.health).toEqual({ state: 'ok', since: NOW + HOUR })
    expect(next.events).toEqual(['instance.well'])
  })

  it('and is gone is told of after the line, when both were in trouble', () => {
    const ill = course(well, ...thrice('unreachable'), without('folder'))
    expect(ill.health).toMatchObject({ ailment: 'folder-gone', said: '/films' })
    expect(ill.events.at(-1)).toBe('instance.troubled')
  })

  it('is not judged while its line rests', () => {
    const ill = course(well, without('profile'), ...thrice('unreachable'))
    expect(matterOf(ill.health)).toBe('line')
    expect(course(ill, { profileId: 6 }).events).toEqual([])
    expect(course(ill, answered).health).toMatchObject({ ailment: 'profile-gone' })
  })
})

describe('whatever happens to an instance', () => {
  const health: fc.Arbitrary<Health> = fc.oneof(
    fc.constant<Health>({ state: 'unknown' }),
    fc.constant<Health>({ state: 'ok', since: NOW - HOUR }),
    fc.constantFrom(...AILMENTS).map((ailment): Health => ({ state: 'trouble', ailment, since: NOW })),
  )
  const news: fc.Arbitrary<News & { at: number }> = fc
    .oneof<fc.Arbitrary<News>[]>(
      fc.constantFrom(...LINE_FAILURES).map((failure) => failed(failure)),
      fc.constantFrom<News>(answered, looked(), looked({ profiles: [], folders: [] }), { mended: true }),
      fc.constantFrom<News>({ profileId: 4 }, { profileId: 99 }, { folder: '/gone' }),
    )
    .chain((one) => fc.nat(20 * 60_000).map((ms) => ({ ...one, at: NOW + ms })))

  it('trouble and its end take turns, unless it becomes another matter', () => {
    fc.assert(
      fc.property(health, fc.array(news), (start, list) => {
        const { events, ...end } = course({ ...well, health: start }, ...list)
        let ill = matterOf(start) !== undefined
        for (const event of events) {
          if (event === 'instance.well') expect(ill).toBe(true)
          if (event !== 'instance.doubted') ill = event === 'instance.troubled'
        }
        expect(ill).toBe(matterOf(end.health) !== undefined)
      }),
    )
  })

  it('somebody watches it whenever something is wrong', () => {
    fc.assert(
      fc.property(fc.array(news), (list) => {
        const { events, ...end } = course(well, ...list)
        if (!isSound(end)) expect(events).toContain('instance.doubted')
      }),
    )
  })
})
