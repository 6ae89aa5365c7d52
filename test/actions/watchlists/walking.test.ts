import { expect, it } from 'vitest'
import { choosePeople } from '../../../src/actions/watchlists/choose-watching.ts'
import { recordCheck } from '../../../src/actions/watchlists/record-check.ts'
import { giveUpWalk } from '../../../src/actions/watchlists/walk-list.ts'
import { saveTitle } from '../../../src/db/queries/titles.ts'
import { findList, updateList } from '../../../src/db/queries/watch-lists.ts'
import type { Title } from '../../../src/domain/titles/title.ts'
import { type Ledger, onEachDatabase } from '../../db/support/ledger.ts'
import { another, film, ids } from '../../db/support/rows.ts'
import { cast } from '../support/cast.ts'
import { furnish } from '../support/desk.ts'
import { entry, friend, happened, reader } from '../support/lists.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A list with three titles, which was walked through once. */
const arrange = async (ledger: Ledger) => {
  await furnish(ledger.db)
  const { plexId } = await friend(ledger)
  const list = reader(ledger, plexId)
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => `${letter}${another()}`) as [string, string, string]
  await list.walk(a, b, c)
  const due = async () => ((await findList(ledger.db, plexId))?.passDue ?? 0) - list.clock.now()
  return { ...list, plexId, a, b, c, due }
}

onEachDatabase('a list that was found empty', (ledger) => {
  const found = async () => {
    await furnish(ledger.db)
    const { plexId } = await friend(ledger)
    const list = reader(ledger, plexId)
    await list.walk()
    list.clock.pass(HOUR)
    const keys = Array.from({ length: 50 }, () => `k${another()}`)
    const all = (state: string) => Object.fromEntries(keys.map((key) => [key, state]))
    return { ...list, plexId, keys, all }
  }

  it('begins when a look shows many things at once: of them a walk tells, and nobody hears', async () => {
    const { shows, walk, standing, plexId, keys, all, clock } = await found()
    expect(await shows('check', ...keys.map((key) => entry(key)))).toEqual({ ok: true, value: 0 })
    expect(await standing()).toEqual({})
    const anew = { firstPassAt: null, passBegan: null, passDue: clock.now() }
    expect(await findList(ledger.db, plexId)).toMatchObject(anew)
    expect(await walk(...keys)).toMatchObject({ state: 'complete', fresh: 0 })
    expect(await standing()).toEqual(all('before'))
    expect(await findList(ledger.db, plexId)).toMatchObject({ firstPassAt: clock.now() })
  })

  it('begins when a walk shows many things at once, on all its pages', async () => {
    const { page, shows, standing, keys, all } = await found()
    const [last, ...first] = keys.concat(`l${another()}`).toReversed() as [string, ...string[]]
    const { pass } = await page({ entries: first.map((key) => entry(key)), total: 51, next: '50' })
    const after = { pass, after: '50', entries: [entry(last)], total: 51 }
    expect(await page(after)).toMatchObject({ state: 'complete', fresh: 0 })
    expect(await standing()).toEqual({ ...all('before'), [last]: 'before' })
    const later = `n${another()}`
    await shows('check', entry(later))
    expect(await standing()).toMatchObject({ [later]: 'new' })
  })

  it.each(['check', 'pass'] as const)('takes a few things for news: %s', async (via) => {
    const { shows, walk, standing, keys } = await found()
    const few = keys.slice(1)
    if (via === 'check') await shows('check', ...few.map((key) => entry(key)))
    else await walk(...few)
    expect(await standing()).toEqual(Object.fromEntries(few.map((key) => [key, 'new'])))
  })

  it('takes many things for news where anything ever stood', async () => {
    const { shows, standing, keys, all } = await found()
    const [first = '', ...others] = keys
    await shows('check', entry(first))
    await shows('check', ...keys.map((key) => entry(key)), ...others.map((key) => entry(key)))
    expect(await standing()).toEqual(all('new'))
  })
})

onEachDatabase('a walk through a whole list', (ledger) => {
  it('takes what it finds first for what was there before, of which nobody hears', async () => {
    const { standing, a, b, c, plexId } = await arrange(ledger)
    expect(await standing()).toEqual({ [a]: 'before', [b]: 'before', [c]: 'before' })
    const own = await ledger.db.selectFrom('watchItems').select('id').where('plexId', '=', plexId).execute()
    const told = await happened(ledger.db, 'watch.noticed')
    expect(own.filter(({ id }) => told.includes(id))).toEqual([])
    const audit = await ledger.db.selectFrom('audit').select('subject').execute()
    expect(own.filter(({ id }) => audit.some(({ subject }) => subject === id))).toEqual([])
  })

  it('takes something off only when two complete ones in a row miss it', async () => {
    const { walk, standing, a, b, c, due } = await arrange(ledger)
    expect(await walk(a, c)).toMatchObject({ state: 'complete', gone: 0 })
    expect(await standing()).toMatchObject({ [b]: 'before' })
    expect(await due()).toBe(10 * MINUTE)
    expect(await walk(a, c)).toMatchObject({ state: 'complete', gone: 1 })
    expect(await standing()).toMatchObject({ [a]: 'before', [b]: 'gone', [c]: 'before' })
    expect(await due()).toBe(12 * HOUR)
  })

  it('begins to count anew when a walk sees it', async () => {
    const { walk, standing, a, b, c } = await arrange(ledger)
    await walk(a, c)
    await walk(a, b, c)
    await walk(a, c)
    expect(await standing()).toMatchObject({ [b]: 'before' })
  })

  it.each([
    ['could not be read whole', { skipped: 1, total: 3 }],
    ['is shorter than it was said to be', { total: 3 }],
    ['is longer than it was said to be', { total: 1 }],
  ])('takes nothing off when a list %s, however often', async (_, odd) => {
    const { page, standing, a, b, c } = await arrange(ledger)
    for (let count = 0; count < 5; count++) await page({ entries: [entry(a), entry(c)], ...odd })
    expect(await standing()).toMatchObject({ [b]: 'before' })
  })

  it('takes off what is missing beside an entry of which nothing but Plex’s number can be read', async () => {
    const { page, standing, a, b, c } = await arrange(ledger)
    const odd = { entries: [entry(a)], unread: [c, `x${another()}`], total: 3 }
    expect(await page(odd)).toMatchObject({ state: 'complete', gone: 0 })
    expect(await page(odd)).toMatchObject({ state: 'complete', gone: 1 })
    for (let count = 0; count < 3; count++) await page(odd)
    expect(await standing()).toMatchObject({ [a]: 'before', [b]: 'gone', [c]: 'before' })
  })

  it('takes nothing off while any page holds an entry that doesn’t tell which it is', async () => {
    const { page, standing, plexId, a, b, c } = await arrange(ledger)
    for (let count = 0; count < 5; count++) {
      const { pass } = await page({ entries: [entry(a)], skipped: 1, total: 4, next: '2' })
      await page({ pass, after: '2', entries: [entry(c)], unread: [`x${another()}`], total: 4 })
    }
    expect(await standing()).toMatchObject({ [b]: 'before' })
    expect(await findList(ledger.db, plexId)).toMatchObject({ passSkipped: 1 })
  })

  it('is no less incomplete for what can’t be read', async () => {
    const { page, standing, b, c } = await arrange(ledger)
    for (let count = 0; count < 5; count++)
      expect(await page({ unread: [c], total: 2 })).toMatchObject({ state: 'incomplete', gone: 0 })
    expect(await standing()).toMatchObject({ [b]: 'before', [c]: 'before' })
  })

  it('finds no list empty that holds something that can’t be read', async () => {
    const { page, standing, clock, a, b, c } = await arrange(ledger)
    for (let count = 0; count < 4; count++) {
      await page({ unread: [c], total: 1 })
      clock.pass(HOUR)
    }
    expect(await standing()).toEqual({ [a]: 'gone', [b]: 'gone', [c]: 'before' })
  })

  it('takes nothing off when its list changes its length under way', async () => {
    const { page, standing, a, b, c, due } = await arrange(ledger)
    for (let count = 0; count < 3; count++) {
      const { pass } = await page({ entries: [entry(a)], total: 3, next: '1' })
      const end = await page({ pass, after: '1', entries: [entry(c)], total: 2 })
      expect(end).toMatchObject({ state: 'incomplete', gone: 0 })
    }
    expect(await standing()).toMatchObject({ [b]: 'before' })
    expect(await due()).toBe(10 * MINUTE)
  })

  it('takes nothing off when it breaks off, and is begun anew', async () => {
    const { page, standing, deps, plexId, a, b } = await arrange(ledger)
    for (let count = 0; count < 3; count++) {
      const { pass } = await page({ entries: [entry(a)], next: '1' })
      await giveUpWalk(deps, cast.system, { plexId, pass })
    }
    expect(await standing()).toMatchObject({ [b]: 'before' })
    expect((await findList(ledger.db, plexId))?.passCursor).toBeNull()
  })

  it('is not given up by whoever walked before', async () => {
    const { page, deps, plexId, a } = await arrange(ledger)
    const { pass } = await page({ entries: [entry(a)], next: '1' })
    await giveUpWalk(deps, cast.system, { plexId, pass: pass - 1 })
    expect((await findList(ledger.db, plexId))?.passCursor).toBe('1')
  })

  it('is tried again at leisure when its list is hidden', async () => {
    const { deps, plexId, due } = await arrange(ledger)
    await ledger.write((tx) => updateList(tx, plexId, { access: 'hidden' }))
    await giveUpWalk(deps, cast.system, { plexId, pass: 1 })
    expect(await due()).toBe(12 * HOUR)
  })

  it('counts a page once, whoever else read it too', async () => {
    const { page, standing, a, b, c } = await arrange(ledger)
    const { pass } = await page({ entries: [entry(a)], next: '1' })
    const last = { pass, after: '1', entries: [entry(c)] }
    const ends = await Promise.all([page(last), page(last), page(last)])
    expect(ends.map(({ state }) => state).sort()).toEqual(['complete', 'gone', 'gone'])
    expect(await page(last)).toMatchObject({ state: 'gone' })
    expect(await standing()).toMatchObject({ [b]: 'before' })
  })

  it('steps aside for one that began later', async () => {
    const { page, a } = await arrange(ledger)
    const first = await page({ entries: [entry(a)], next: '1' })
    const second = await page({ entries: [entry(a)], next: '1' })
    expect(second.pass).toBe(first.pass + 1)
    expect(await page({ pass: first.pass, after: '1', entries: [] })).toMatchObject({ state: 'gone' })
    expect(await page({ pass: second.pass, after: '1', entries: [] })).toMatchObject({ state: 'complete' })
  })

  it('brings back what was gone, as news', async () => {
    const { walk, standing, a, b, c } = await arrange(ledger)
    await walk(a, c)
    await walk(a, c)
    expect(await walk(a, b, c)).toMatchObject({ fresh: 1 })
    expect(await standing()).toMatchObject({ [b]: 'new' })
    await walk(a, c)
    expect(await standing()).toMatchObject({ [b]: 'new' })
  })

  it('has to miss twice what a look has brought back', async () => {
    const { walk, shows, standing, a, b, c } = await arrange(ledger)
    await walk(a, c)
    await walk(a, c)
    await shows('check', entry(b))
    await walk(a, c)
    expect(await standing()).toMatchObject({ [b]: 'new' })
  })

  it('finds three hundred additions at once, each of which is considered once', async () => {
    const { page, standing, a } = await arrange(ledger)
    const name = another()
    const added = Array.from({ length: 300 }, (_, at) => entry(`${name}-${at}`))
    const before = (await happened(ledger.db, 'watch.noticed')).length
    let walked = await page({ entries: added.slice(0, 100), next: '1' })
    for (const at of [1, 2])
      walked = await page({
        pass: walked.pass,
        after: String(at),
        entries: added.slice(at * 100, at * 100 + 100),
        next: String(at + 1),
      })
    await page({ pass: walked.pass, after: '3', entries: [entry(a)] })
    const states = Object.values(await standing())
    expect(states.filter((state) => state === 'new')).toHaveLength(300)
    const noticed = (await happened(ledger.db, 'watch.noticed')).slice(before)
    expect(new Set(noticed).size).toBe(300)
    expect(noticed).toHaveLength(300)
  })
})

onEachDatabase('a list that is suddenly empty', (ledger) => {
  /** What still stands on it. */
  const left = async (standing: () => Promise<Record<string, string>>) =>
    Object.values(await standing()).filter((state) => state !== 'gone').length

  it('is not believed before three walks and a day, however often it says so', async () => {
    const { walk, standing, due, clock } = await arrange(ledger)
    for (let count = 0; count < 5; count++) {
      expect(await walk()).toMatchObject({ state: 'complete', gone: 0 })
      expect(await due()).toBe(12 * HOUR)
      clock.pass(10 * MINUTE)
    }
    clock.pass(23 * HOUR)
    expect(await walk()).toMatchObject({ gone: 0 })
    expect(await left(standing)).toBe(3)
    clock.pass(HOUR)
    expect(await walk()).toMatchObject({ gone: 3 })
    expect(await left(standing)).toBe(0)
  })

  it('is not believed after two walks, however long ago the first was', async () => {
    const { walk, standing, clock } = await arrange(ledger)
    await walk()
    clock.pass(999 * HOUR)
    expect(await walk()).toMatchObject({ gone: 0 })
    expect(await left(standing)).toBe(3)
    expect(await walk()).toMatchObject({ gone: 3 })
  })

  it('is believed by the second walk where only two things stood', async () => {
    const { walk, standing, a, b } = await arrange(ledger)
    for (const _ of [1, 2]) await walk(a, b)
    expect(await left(standing)).toBe(2)
    expect(await walk()).toMatchObject({ gone: 0 })
    expect(await walk()).toMatchObject({ gone: 2 })
  })

  it('has nothing counted as missed that was missing meanwhile', async () => {
    const { walk, standing, a, b, c, clock } = await arrange(ledger)
    for (let count = 0; count < 4; count++) {
      await walk()
      clock.pass(7 * HOUR)
    }
    expect(await walk(a, c)).toMatchObject({ gone: 0 })
    expect(await standing()).toMatchObject({ [b]: 'before' })
    expect(await walk(a, c)).toMatchObject({ gone: 1 })
  })

  it.each([
    'a walk',
    'a part of a walk',
    'a look',
    'a look that finds all as before',
    'a feed',
    'an addition here',
  ])('is to be so for another day after %s showed something', async (shown) => {
    const { walk, page, shows, standing, deps, plexId, a, b, c, clock } = await arrange(ledger)
    const look = (fresh: number, newest?: string[]) =>
      recordCheck(deps, cast.system, { plexId, fresh, ...(newest === undefined ? {} : { newest }) })
    const added = `d${another()}`
    const ways: Record<string, () => Promise<unknown>> = {
      'a walk': () => walk(a, b, c),
      'a part of a walk': () => page({ entries: [entry(a)], total: 3, next: '1' }),
      'a look': () => look(0, [a, b]),
      'a look that finds all as before': () => look(0),
      'a feed': () => shows('feed', entry(added, { addedAt: clock.now() })),
      'an addition here': () => shows('discord', entry(added)),
    }
    await look(0, [a, b])
    for (const _ of [1, 2]) await walk()
    clock.pass(24 * HOUR)
    await ways[shown]?.()
    for (const _ of [1, 2, 3, 4]) expect(await walk()).toMatchObject({ gone: 0 })
    expect(await left(standing)).toBeGreaterThanOrEqual(3)
    clock.pass(24 * HOUR)
    expect((await walk()).gone).toBeGreaterThanOrEqual(3)
  })

  it.each([
    ['is said to be longer', { total: 3 }],
    ['is said to be longer in the beginning', { total: 3, next: '1' }],
  ])('is no list that %s', async (_, odd) => {
    const { page, standing, clock } = await arrange(ledger)
    for (let count = 0; count < 5; count++) {
      const { pass, state } = await page({ entries: [], ...odd })
      if (state === 'walking') await page({ pass, after: '1', entries: [], total: 0 })
      clock.pass(12 * HOUR)
    }
    expect(await left(standing)).toBe(3)
  })

  it('is doubted anew once it is allowed again', async () => {
    const { walk, standing, deps, plexId, clock } = await arrange(ledger)
    for (const _ of [1, 2]) await walk()
    for (const syncs of [false, true]) await choosePeople(deps, cast.admin, { plexIds: [plexId], syncs })
    clock.pass(24 * HOUR)
    expect(await walk()).toMatchObject({ gone: 0 })
    expect(await left(standing)).toBe(3)
    expect((await findList(ledger.db, plexId))?.firstPassAt).toBeNull()
  })
})

onEachDatabase('a list that is allowed again', (ledger) => {
  it('begins anew: what came meanwhile, and what came back, is no news', async () => {
    const { walk, standing, deps, plexId, a, b, c } = await arrange(ledger)
    await walk(a, c)
    await walk(a, c)
    await choosePeople(deps, cast.admin, { plexIds: [plexId], syncs: false })
    await choosePeople(deps, cast.admin, { plexIds: [plexId], syncs: true })
    const added = `d${another()}`
    expect(await walk(a, b, c, added)).toMatchObject({ state: 'complete', fresh: 0 })
    expect(await standing()).toEqual({ [a]: 'before', [b]: 'before', [c]: 'before', [added]: 'before' })
  })

  it('has nothing to do with pages that were read before', async () => {
    const { page, deps, plexId, a } = await arrange(ledger)
    const { pass } = await page({ entries: [entry(a)], next: '1' })
    await choosePeople(deps, cast.admin, { plexIds: [plexId], syncs: false })
    await choosePeople(deps, cast.admin, { plexIds: [plexId], syncs: true })
    expect(await page({ pass, after: '1', entries: [entry(a)] })).toMatchObject({ state: 'gone' })
    expect((await findList(ledger.db, plexId))?.firstPassAt).toBeNull()
  })

  it('goes on as it was when it was allowed all the time', async () => {
    const { deps, plexId } = await arrange(ledger)
    const before = await findList(ledger.db, plexId)
    await choosePeople(deps, cast.admin, { plexIds: [plexId], syncs: true })
    expect(await findList(ledger.db, plexId)).toEqual(before)
  })
})

onEachDatabase('something that several ways notice', (ledger) => {
  it('is one thing, and considered once, when they do at the same moment', async () => {
    const { shows, standing, page } = await arrange(ledger)
    const key = `e${another()}`
    const before = (await happened(ledger.db, 'watch.noticed')).length
    await Promise.all([
      shows('check', entry(key)),
      shows('feed', entry(key)),
      page({ entries: [entry(key)], next: '1' }),
      shows('discord', entry(key)),
    ])
    expect(await standing()).toMatchObject({ [key]: 'new' })
    expect((await happened(ledger.db, 'watch.noticed')).slice(before)).toHaveLength(1)
  })

  it('is one thing when a reading shows it by two names, and tells that they are one', async () => {
    const { shows, standing } = await arrange(ledger)
    const [imdb, tmdb, name] = [another(), another(), `f${another()}`]
    await ledger.write((tx) => saveTitle(tx, film({ name, ids: { tmdb } }), 1, ids))
    const line = (known: Title['ids']) => ({ title: film({ name, ids: known }) })
    expect(await shows('check', line({ imdb }), line({ imdb, tmdb }))).toEqual({ ok: true, value: 1 })
    expect(await standing()).toMatchObject({ [name]: 'new' })
  })

  it('is everybody’s own when many lists show the same, in whatever order', async () => {
    await furnish(ledger.db)
    const name = another()
    const keys = Array.from({ length: 40 }, (_, at) => `${name}-${at}`)
    const readers = await Promise.all(
      Array.from({ length: 6 }, async () => reader(ledger, (await friend(ledger)).plexId)),
    )
    await Promise.all(readers.map(({ walk }, at) => walk(...(at % 2 === 0 ? keys : keys.toReversed()))))
    const rows = await ledger.db.selectFrom('titles').select('name').where('name', 'in', keys).execute()
    expect(rows).toHaveLength(40)
    for (const { standing } of readers) expect(Object.keys(await standing())).toHaveLength(40)
  })
})
