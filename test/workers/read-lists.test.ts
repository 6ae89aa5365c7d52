import { beforeEach, expect, it } from 'vitest'
import type { FeedEntry, ListedTitle } from '../../src/clients/plex/types.ts'
import { findFeed } from '../../src/db/queries/feeds.ts'
import { findPlexAccount, listPlexAccounts } from '../../src/db/queries/plex-accounts.ts'
import { findTitle, listIdsDue, noteTitle } from '../../src/db/queries/titles.ts'
import { findList } from '../../src/db/queries/watch-lists.ts'
import { checkListJob } from '../../src/workers/jobs/check-list.ts'
import { findIdsJob } from '../../src/workers/jobs/find-ids.ts'
import { findPeopleJob } from '../../src/workers/jobs/find-people.ts'
import { readFeedJob } from '../../src/workers/jobs/read-feed.ts'
import { walkListJob } from '../../src/workers/jobs/walk-list.ts'
import { forgetPlex, furnish, NOW } from '../actions/support/desk.ts'
import { friend, reader } from '../actions/support/lists.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { another, film, ids } from '../db/support/rows.ts'
import { fault, feedOf, known, listed, type PlexAnswers, pageOf, plexBench } from './support/plex-bench.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const URL = 'https://rss.plex.tv/secret-of-a-feed'

const line = (tmdb: string, addedAt: number, more: Partial<FeedEntry> = {}): FeedEntry => ({
  kind: 'film',
  name: `film-${tmdb}`,
  ids: { tmdb },
  addedAt,
  genres: [],
  ...more,
})

/** A friend whose list holds these, newest first, and answers pages of it. */
const listOf = async (ledger: Ledger, held: { items: ListedTitle[] }, more: PlexAnswers = {}) => {
  const asked: number[] = []
  const { plexId } = await friend(ledger)
  const table = await plexBench(ledger, {
    community: {
      watchlist: async (_, __, { size, after = '0' }) => {
        asked.push(size)
        const from = Number(after)
        const rest = held.items.length > from + size ? { next: String(from + size) } : {}
        return pageOf(held.items.slice(from, from + size), rest)
      },
    },
    ...more,
  })
  const list = reader(ledger, plexId, table.clock)
  return {
    ...table,
    plexId,
    asked,
    standing: list.standing,
    check: () => checkListJob.run(plexId, table.deps),
    walk: () => walkListJob.run(plexId, table.deps),
    row: () => findList(ledger.db, plexId),
  }
}

const clear = async (ledger: Ledger) => {
  await furnish(ledger.db)
  await forgetPlex(ledger.db)
  for (const table of ['feeds', 'outbox', 'work', 'titleIds', 'titles'] as const)
    await ledger.db.deleteFrom(table).execute()
}

onEachDatabase('a list that is read', (ledger) => {
  beforeEach(() => clear(ledger))

  it('is walked through page by page, and looked at by two titles from then on', async () => {
    const name = another()
    const held = { items: Array.from({ length: 150 }, (_, at) => listed(`${name}-${at}`)) }
    const { walk, check, asked, standing, row } = await listOf(ledger, held)
    expect(await check()).toMatchObject({ end: 'wait', why: 'its first walk has not begun' })
    expect(await walk()).toMatchObject({ end: 'wait', ms: 7_500 })
    expect(await row()).toMatchObject({ passCursor: '100', firstPassAt: null })
    expect(await walk()).toEqual({ end: 'done', note: 'complete: 0 new, 0 gone' })
    expect(Object.values(await standing()).filter((state) => state === 'before')).toHaveLength(150)
    await check()
    asked.length = 0
    expect(await check()).toEqual({ end: 'wait', ms: 30 * SECOND, why: 'as before' })
    expect(asked).toEqual([2])
    held.items.unshift(listed(`${name}-new`))
    expect(await check()).toMatchObject({ why: '1 new' })
    expect(asked).toEqual([2, 2, 50])
    expect(await standing()).toMatchObject({ [`${name}-new`]: 'new' })
  })

  it('notices what is added while its first walk goes on', async () => {
    const name = another()
    const held = { items: Array.from({ length: 150 }, (_, at) => listed(`${name}-${at}`)) }
    const { walk, check, standing } = await listOf(ledger, held)
    await walk()
    held.items.unshift(listed(`${name}-new`))
    await check()
    await walk()
    await check()
    const states = await standing()
    expect(states[`${name}-new`]).toBe('new')
    expect(Object.values(states).filter((state) => state === 'new')).toHaveLength(1)
  })

  it('begins its walk anew when that was interrupted for long', async () => {
    const name = another()
    const held = { items: Array.from({ length: 150 }, (_, at) => listed(`${name}-${at}`)) }
    const { walk, clock, row } = await listOf(ledger, held)
    await walk()
    clock.pass(6 * HOUR)
    await walk()
    expect(await row()).toMatchObject({ pass: 2, passCursor: '100' })
  })

  it('waits as told when Plex asks for it, and goes on where it was', async () => {
    const held = { items: [listed(another())] }
    let answer: Error | undefined = fault('rate-limited', { retryAfterMs: 90 * SECOND })
    const { walk, check, row } = await listOf(ledger, held, {
      community: {
        watchlist: async () => {
          if (answer !== undefined) throw answer
          return pageOf(held.items)
        },
      },
    })
    expect(await walk()).toMatchObject({ end: 'wait', ms: 90 * SECOND })
    answer = undefined
    await walk()
    answer = fault('rate-limited', { retryAfterMs: 90 * SECOND })
    expect(await check()).toMatchObject({ end: 'wait', ms: 90 * SECOND })
    expect(await row()).toMatchObject({ trouble: null })
    answer = fault('server')
    expect(await check()).toMatchObject({ end: 'wait', ms: 30 * SECOND })
    expect(await row()).toMatchObject({ trouble: '"unreachable"' })
  })

  it('is hidden, asked for seldom, and found again', async () => {
    let isHidden = true
    const held = { items: [listed(another())] }
    const { walk, check, row, standing } = await listOf(ledger, held, {
      community: { watchlist: async () => (isHidden ? 'hidden' : pageOf(held.items)) },
    })
    await walk()
    expect(await row()).toMatchObject({ access: 'hidden', passDue: NOW + 12 * HOUR })
    expect(await check()).toMatchObject({ end: 'wait', ms: 6 * HOUR, why: 'hidden' })
    isHidden = false
    await check()
    expect(await row()).toMatchObject({ access: 'friend', trouble: null, passDue: NOW })
    await walk()
    expect(Object.values(await standing())).toEqual(['before'])
  })

  it('is not read any more when it may not be', async () => {
    const { plexId, check, walk } = await listOf(ledger, { items: [] })
    await ledger.db.updateTable('plexAccounts').set({ syncs: 0 }).where('plexId', '=', plexId).execute()
    expect(await check()).toEqual({ end: 'done', note: 'it is not read' })
    expect(await walk()).toEqual({ end: 'done', note: 'it is not read' })
  })
})

onEachDatabase('a feed', (ledger) => {
  beforeEach(() => clear(ledger))

  const arrange = async (entries: FeedEntry[], answers: PlexAnswers = {}) => {
    const reading = { entries, error: undefined as Error | undefined }
    const asked: string[] = []
    const table = await plexBench(ledger, {
      discover: { createFeed: async () => ({ url: URL }), ...answers.discover },
      feeds: {
        read: async (url) => {
          asked.push(url)
          if (reading.error !== undefined) throw reading.error
          return feedOf(reading.entries)
        },
      },
    })
    return {
      ...table,
      reading,
      asked,
      own: () => readFeedJob.run('own', table.deps),
      friends: () => readFeedJob.run('friends', table.deps),
      standing: reader(ledger, table.owner.plexId).standing,
    }
  }

  it('asks for nothing that stood on the owner’s list when they signed in', async () => {
    const { own, standing, reading } = await arrange([line(another(), NOW - HOUR)])
    await own()
    expect(await standing()).toEqual({})
    const tmdb = another()
    reading.entries = [line(tmdb, NOW + 1), ...reading.entries]
    await own()
    expect(await standing()).toEqual({ [`film-${tmdb}`]: 'new' })
  })

  it('asks for nothing that stood on a list before, when Plex gives it late', async () => {
    const [plex, tmdb] = [another(), another()]
    const { own, standing, owner } = await arrange([line(tmdb, NOW - HOUR)])
    await reader(ledger, owner.plexId).walk(plex)
    await own()
    expect(await standing()).toEqual({ [plex]: 'before' })
  })

  it('tells two people of the same title, and remembers both after a restart', async () => {
    const [pia, ben] = [await friend(ledger), await friend(ledger)]
    const tmdb = another()
    const { friends, reading, deps } = await arrange([])
    await friends()
    reading.entries = [pia, ben].map(({ uuid }) => line(tmdb, NOW + 1, { author: uuid }))
    await friends()
    const noticed = () =>
      ledger.db.selectFrom('outbox').select('subject').where('name', '=', 'watch.noticed').execute()
    expect(await noticed()).toHaveLength(2)
    await readFeedJob.run('friends', deps)
    reading.entries.reverse()
    await friends()
    expect(await noticed()).toHaveLength(2)
  })

  it('keeps its address sealed, and out of what is written down', async () => {
    const { friends, reading, lines } = await arrange([])
    await friends()
    expect((await findFeed(ledger.db, 'friends'))?.url).not.toContain('secret-of-a-feed')
    reading.error = fault('server')
    const { end, ...rest } = await friends()
    expect(end).toBe('wait')
    expect(JSON.stringify([rest, lines])).not.toContain('secret-of-a-feed')
  })

  it('is not there without a Plex Pass, and asked for again in an hour', async () => {
    const { friends } = await arrange([], { discover: { createFeed: async () => undefined } })
    expect(await friends()).toMatchObject({ end: 'wait', ms: HOUR })
    expect(await findFeed(ledger.db, 'friends')).toMatchObject({ state: 'none', url: null })
  })

  it('is gone, asked for anew, and tried every hour', async () => {
    let moves = 0
    const createFeed = async () => ({ url: `${URL}-${moves++}` })
    const { friends, reading, asked } = await arrange([], { discover: { createFeed } })
    await friends()
    reading.error = fault('not-found')
    expect(await friends()).toMatchObject({ ms: MINUTE })
    const gone = { state: 'gone', url: null, since: NOW }
    expect(await findFeed(ledger.db, 'friends')).toMatchObject({ ...gone, failures: 1 })
    for (let hour = 2; hour < 5; hour++) {
      expect(await friends()).toMatchObject({ ms: HOUR })
      expect(await findFeed(ledger.db, 'friends')).toMatchObject({ ...gone, failures: hour })
    }
    reading.error = undefined
    expect(await friends()).toMatchObject({ why: 'open' })
    expect(await friends()).toMatchObject({ why: 'open' })
    expect(asked).toEqual([0, 0, 1, 2, 3, 4, 4].map((move) => `${URL}-${move}`))
  })

  it('is asked for anew until Plex gives one again', async () => {
    let isGiven = true
    const createFeed = async () => (isGiven ? { url: URL } : undefined)
    const { friends, reading } = await arrange([], { discover: { createFeed } })
    await friends()
    reading.error = fault('unauthorised')
    await friends()
    isGiven = false
    expect(await friends()).toMatchObject({ ms: HOUR })
    expect(await findFeed(ledger.db, 'friends')).toMatchObject({ state: 'none', url: null })
    isGiven = true
    reading.error = undefined
    expect(await friends()).toMatchObject({ why: 'open' })
  })

  it('is doubted after five failures, and has the lists looked at', async () => {
    const { friends, reading } = await arrange([])
    await friends()
    const later = { id: 'c1', job: 'check-list', subject: 'pia', dueAt: NOW + HOUR, createdAt: NOW }
    await ledger.db
      .insertInto('work')
      .values({ ...later, state: 'open', attempt: 1, failures: 0 })
      .execute()
    const due = async () => (await ledger.db.selectFrom('work').select('dueAt').executeTakeFirst())?.dueAt
    reading.error = fault('server')
    for (let count = 1; count < 5; count++) await friends()
    expect(await findFeed(ledger.db, 'friends')).toMatchObject({ state: 'open', failures: 4 })
    expect(await due()).toBe(NOW + HOUR)
    await friends()
    expect(await findFeed(ledger.db, 'friends')).toMatchObject({ state: 'failing', since: NOW })
    expect(await due()).toBe(NOW)
  })

  it('doesn’t count it as a failure that Plex asks for patience', async () => {
    const { friends, reading } = await arrange([])
    await friends()
    reading.error = fault('rate-limited', { retryAfterMs: HOUR })
    expect(await friends()).toMatchObject({ ms: HOUR })
    expect(await findFeed(ledger.db, 'friends')).toMatchObject({ failures: 0 })
  })

  it('has people looked for when it names a stranger', async () => {
    const { friends, reading } = await arrange([])
    await friends()
    reading.entries = [line(another(), NOW, { author: 'stranger' })]
    await friends()
    const work = await ledger.db.selectFrom('work').select(['job', 'subject']).execute()
    expect(work).toEqual([{ job: 'find-people', subject: 'feed' }])
  })
})

onEachDatabase('who the owner’s people are', (ledger) => {
  beforeEach(() => clear(ledger))

  const person = (id: string, home = false) => {
    const named = { id, uuid: `uuid-${id}`, username: `plex-${id}`, title: id }
    return { ...named, home, restricted: false, servers: [] }
  }

  it('is what either service tells, once each and without the owner', async () => {
    const [pia, ben] = [person(another()), person(another(), true)]
    const people: unknown[] = [pia, ben]
    const { owner, deps } = await plexBench(ledger, {
      tv: { people: async () => people as never },
      community: { friends: async () => [pia, { uuid: 'uuid-clara', username: 'clara', title: 'Clara' }] },
    })
    people.push({ ...person(owner.plexId, true), uuid: owner.uuid })
    expect(await findPeopleJob.run('', deps)).toEqual({ end: 'done', note: '3 new' })
    const accounts = await listPlexAccounts(ledger.db)
    expect(accounts.map(({ plexId }) => plexId).sort()).toEqual(
      [owner.plexId, pia.id, ben.id, 'uuid-clara'].sort(),
    )
    expect(await findPlexAccount(ledger.db, ben.id)).toMatchObject({ relation: 'home' })
    expect(await findPlexAccount(ledger.db, owner.plexId)).toMatchObject({ relation: 'owner' })
  })

  it.each(['tv', 'community'])('makes nobody missing while %s is silent, however often', async (silent) => {
    const pia = await friend(ledger)
    const away = async () => Promise.reject(fault('server'))
    const { deps } = await plexBench(ledger, {
      tv: { people: silent === 'tv' ? away : async () => [] },
      community: { friends: silent === 'tv' ? async () => [] : away },
    })
    for (let count = 0; count < 4; count++) await findPeopleJob.run('', deps)
    expect(await findPlexAccount(ledger.db, pia.plexId)).toMatchObject({ missed: 0, suspendedAt: null })
  })

  it('waits when Plex asks for it', async () => {
    const limited = async () => Promise.reject(fault('rate-limited', { retryAfterMs: 5 }))
    const { deps } = await plexBench(ledger, { tv: { people: limited } })
    await expect(findPeopleJob.run('', deps)).rejects.toThrow('rate-limited')
  })
})

onEachDatabase('the ids of what is listed', (ledger) => {
  beforeEach(() => clear(ledger))
  const note = (plex: string) =>
    ledger.write((tx) => noteTitle(tx, film({ name: plex, ids: { plex } }), NOW, ids, NOW))
  const due = async () => (await listIdsDue(ledger.db, NOW, 100)).map(({ title }) => title.name)

  it('are looked for, five in a row, until all are known', async () => {
    const keys = Array.from({ length: 7 }, () => another())
    for (const key of keys) await note(key)
    const { deps, lanes } = await plexBench(ledger, {
      discover: { title: async (_, key) => known(key, { tmdb: another() }) },
    })
    expect(await findIdsJob.run('', deps)).toMatchObject({ end: 'wait', ms: 5 * SECOND })
    expect(await findIdsJob.run('', deps)).toEqual({ end: 'done', note: '2 titles' })
    expect(await due()).toEqual([])
    expect(new Set(lanes)).toEqual(new Set(['walk']))
  })

  it.each([
    ['Plex doesn’t know it', async () => undefined],
    [
      'Plex knows it as another kind',
      async (_: string, key: string) => known(key, { tvdb: '5' }, { kind: 'show' }),
    ],
    ['Plex knows none of them', async (_: string, key: string) => known(key, {})],
  ])('are looked for again in a day when %s', async (_, title) => {
    const key = another()
    const id = await note(key)
    const { deps } = await plexBench(ledger, { discover: { title } })
    await findIdsJob.run('', deps)
    expect(await due()).toEqual([])
    expect(await findTitle(ledger.db, id)).toMatchObject({ title: { kind: 'film' } })
    const row = await ledger.db.selectFrom('titles').select('idsDue').where('id', '=', id).executeTakeFirst()
    expect(row?.idsDue).toBe(NOW + 24 * HOUR)
  })
})
