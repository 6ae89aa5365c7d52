import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tidyWish } from '../../src/domain/seasons/wish.ts'
import { wishText } from '../../src/domain/seasons/wish-text.ts'
import { readFind } from '../../src/domain/watchlists/members.ts'
import { createIds } from '../../src/platform/ids.ts'
import { type CustomId, idName, ids } from '../../src/views/ids.ts'

const ourIds = createIds()
const instant = fc.integer({ min: 0, max: 2 ** 47 })
const ourId = instant.map((now) => ourIds.next(now))

/** Values of every field that an id may carry, up to the longest. */
const FIELDS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  requestId: ourId,
  instanceId: ourId,
  ref: fc.oneof(
    fc
      .tuple(fc.constantFrom('film', 'show'), fc.constantFrom('tmdb', 'tvdb'), fc.nat({ max: 9_999_999_999 }))
      .map((parts) => parts.join('-')),
    fc.integer({ min: 10_000, max: 9_999_999_999 }).map((number) => `film-imdb-tt${number}`),
  ),
  wish: fc
    .record({
      seasons: fc.array(fc.integer({ min: 0, max: 279 })),
      future: fc.boolean(),
      season: fc.integer({ min: 280, max: 9_999 }),
      episodes: fc.array(fc.integer({ min: 1, max: 280 }), { minLength: 1 }),
      single: fc.boolean(),
    })
    .map(({ seasons, future, season, episodes, single }) =>
      wishText(
        single
          ? tidyWish({
              seasons: [],
              episodes: episodes.map((episode) => ({ season, episode })),
              future: false,
            })
          : tidyWish({ seasons: [1, ...seasons], episodes: [], future }),
      ),
    ),
  quality: fc.constant('4k'),
  what: fc.constantFrom('all', 'missing', 'latest'),
  season: fc.integer({ min: 0, max: 9_999 }),
  kind: fc.constantFrom('radarr', 'sonarr'),
  itemId: ourId,
  titleId: ourId,
  plexId: fc.oneof(fc.nat().map(String), fc.uuid(), ourId),
  filter: fc.constantFrom('all', 'asked', 'not-asked', 'before'),
  scope: fc.constantFrom('own', 'all'),
  count: fc.integer({ min: 0, max: 9_999 }),
  members: fc.constantFrom('all', 'synced', 'off', 'not-linked', 'suspended'),
  find: fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map(readFind)
    .filter((text) => text !== undefined),
  choice: fc.constantFrom('sync', 'no-sync', 'approval', 'no-approval'),
  page: fc.integer({ min: 0, max: 9_999 }),
  member: fc.bigInt({ min: 10n ** 16n, max: 10n ** 20n - 1n }).map(String),
  state: fc.constantFrom('waiting', 'coming', 'ready', 'over'),
}

const ALL = Object.entries(ids) as unknown as [string, CustomId<Record<string, unknown>>][]

type AnyId = (typeof ALL)[number][1]

/** Which fields an id is made of: those that it looks at. */
const fieldsOf = (id: AnyId): string[] => {
  const seen: string[] = []
  id.make(
    new Proxy(
      {},
      {
        get: (_, field) => {
          seen.push(String(field))
          return '0'
        },
      },
    ),
  )
  return seen
}

const filled = (id: AnyId, left: readonly string[] = []): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      fieldsOf(id)
        .filter((field) => !left.includes(field))
        .map((field) => [field, FIELDS[field] ?? fc.constant(`no values are known for ${field}`)]),
    ),
  )

/** Whether an id can be made without a field. */
const isOptional = (id: AnyId, field: string): boolean =>
  fc.sample(filled(id, [field]), 1).every((values) => id.read(id.make(values)) !== undefined)

const valuesOf = (id: AnyId): fc.Arbitrary<Record<string, unknown>> =>
  fc.subarray(fieldsOf(id).filter((field) => isOptional(id, field))).chain((left) => filled(id, left))

describe.each(ALL)('the custom id %s', (_, id) => {
  it('reads back what it was made from, in 100 characters at most', () => {
    fc.assert(
      fc.property(valuesOf(id), (values) => {
        const made = id.make(values)
        expect(made.length).toBeLessThanOrEqual(100)
        expect(idName(made)).toBe(id.name)
        expect(id.read(made)).toEqual(values)
      }),
      { numRuns: 30 },
    )
  })

  it('reads nothing that it did not make', () => {
    const parts = fc.constantFrom(
      'u1',
      'u0',
      id.name,
      '0',
      '01',
      '+1',
      ' 1',
      '1e3',
      '0x1',
      'radarr',
      'film-tmdb-1',
      '',
    )
    const forged = fc.oneof(
      fc.string({ maxLength: 120 }),
      fc.array(fc.oneof(parts, fc.string()), { maxLength: 5 }).map((some) => some.join(':')),
      valuesOf(id).chain((values) =>
        fc.tuple(fc.nat({ max: 60 }), fc.string({ minLength: 1, maxLength: 3 })).map(([at, more]) => {
          const made = id.make(values)
          return made.slice(0, at) + more + made.slice(at)
        }),
      ),
    )
    fc.assert(
      fc.property(forged, (raw) => {
        const values = id.read(raw)
        expect(values === undefined ? raw : id.make(values)).toBe(raw)
      }),
      { numRuns: 200 },
    )
  })
})

it('no two ids share a name', () => {
  expect(new Set(ALL.map(([, { name }]) => name)).size).toBe(ALL.length)
})

it('no id reads what another made', () => {
  const made = ALL.map(([key, id]) => [key, id.make(fc.sample(valuesOf(id), 1)[0] ?? {})] as const)
  const readers = made.map(([, raw]) =>
    ALL.filter(([, id]) => id.read(raw) !== undefined).map(([key]) => key),
  )
  expect(readers).toEqual(made.map(([key]) => [key]))
})

it.each([
  ['', undefined],
  ['u1', undefined],
  ['u0:approve:x', undefined],
  ['requestrr/123', undefined],
  ['u1:approve:x', 'approve'],
])('%j claims to be %s', (raw, name) => {
  expect(idName(raw)).toBe(name)
})

it.each([
  'u1:approve:06GZSS5WAPHBM3S4HWNDNW6T8AW6W',
  'u1:approve:06gzss5waphbm3s4hwndnw6t8aw6',
  'u1:approve:06gzss5waphbm3s4hwndnw6t8aw6w ',
  'u1:approve:06gzss5waphbm3s4hwndnw6t8aw6w:',
  'u1:approve:06gzss5waphbm3s4hwndnw6t8aw6w:more',
  'u1:deny:06gzss5waphbm3s4hwndnw6t8aw6w',
])('%j approves nothing', (raw) => {
  expect(ids.approve.read(raw)).toBeUndefined()
})

it.each(['01', '1e3', '+1', ' 1', '0x1', '1.0', '-1', '10000', '1:ready', '1::'])('%j is no page', (page) => {
  expect(ids.requestsPage.read(`u1:page:${page}::`)).toBeUndefined()
})

it.each([
  'film-tmdb-',
  'film-tmdb-1.5',
  'film-imdb-1',
  'film-tmdb-tt1234567',
  'song-tmdb-1',
  'film-tmdb-ttt',
])('%j asks for nothing', (ref) => {
  expect(ids.ask.read(`u1:ask:${ref}`)).toBeUndefined()
})
