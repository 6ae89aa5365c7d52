import { describe, expect, it } from 'vitest'
import { standingOfListed, type Via } from '../../../src/domain/watchlists/listed.ts'

const SECOND = 1_000
const FOUND = 10_500
const WALKED = 20_500
const GONE = 30_500

const fresh = { passBegan: null, firstPassAt: null, foundAt: FOUND }
const begun = { ...fresh, passBegan: WALKED }
const walked = { ...begun, firstPassAt: WALKED }
const there = { goneAt: null }
const gone = { goneAt: GONE }

type Row = [
  what: string,
  list: { passBegan: number | null; firstPassAt: number | null; foundAt: number | null },
  item: { goneAt: number | null } | undefined,
  via: Via,
  addedAt: number | undefined,
  becomes: 'new' | 'before' | undefined,
]

const table: readonly Row[] = [
  ['the first walk finds what stood there before', fresh, undefined, 'pass', undefined, 'before'],
  ['a later walk finds what nobody had noticed', walked, undefined, 'pass', undefined, 'new'],
  ['a look before the first walk can’t tell', fresh, undefined, 'check', undefined, undefined],
  ['… but can once that has read the newest', begun, undefined, 'check', undefined, 'new'],
  ['… which finds what stood there before', begun, undefined, 'pass', undefined, 'before'],
  ['a look after it can', walked, undefined, 'check', undefined, 'new'],
  ['what a member adds here is new at once', fresh, undefined, 'discord', undefined, 'new'],
  ['a feed shows an addition before the first walk', fresh, undefined, 'feed', FOUND, 'new'],
  ['… though feeds tell of whole seconds', fresh, undefined, 'feed', FOUND - 500, 'new'],
  ['… and what was there long before', fresh, undefined, 'feed', FOUND - SECOND, undefined],
  ['… or at a time it doesn’t tell', fresh, undefined, 'feed', undefined, undefined],
  ['… of somebody found nobody knows when', { ...fresh, foundAt: null }, undefined, 'feed', 9, undefined],
  ['a feed shows an addition after the first walk', walked, undefined, 'feed', WALKED, 'new'],
  [
    '… and what was taken off before it, or has a name nobody knew',
    walked,
    undefined,
    'feed',
    WALKED - SECOND,
    undefined,
  ],
  ['… or at a time it doesn’t tell', walked, undefined, 'feed', undefined, 'new'],
  ['what stands there stays as it is: a walk', walked, there, 'pass', undefined, undefined],
  ['… a look', walked, there, 'check', undefined, undefined],
  ['… a feed', walked, there, 'feed', GONE + 1, undefined],
  ['… a member', walked, there, 'discord', undefined, undefined],
  ['what was gone is back: a walk', walked, gone, 'pass', undefined, 'new'],
  ['… a look', walked, gone, 'check', undefined, 'new'],
  ['… a feed', walked, gone, 'feed', GONE + 1, 'new'],
  ['… a member', fresh, gone, 'discord', undefined, 'new'],
  ['a feed still holds what was taken off', walked, gone, 'feed', GONE, undefined],
  ['a list that begins anew has no news: back', fresh, gone, 'pass', undefined, 'before'],
  ['… and a look can’t tell', fresh, gone, 'check', undefined, undefined],
]

describe('something listed', () => {
  it.each(table)('%s', (_, list, item, via, addedAt, becomes) => {
    expect(standingOfListed(list, item, addedAt === undefined ? {} : { addedAt }, via)).toBe(becomes)
  })
})
