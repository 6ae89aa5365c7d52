import { beforeEach, expect, it } from 'vitest'
import { askItem } from '../../src/actions/watchlists/ask-items.ts'
import { findFeed, saveFeed } from '../../src/db/queries/feeds.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import { findTitleByRef } from '../../src/db/queries/titles.ts'
import { findItem, updateItem } from '../../src/db/queries/watch-items.ts'
import type { Kind, Title } from '../../src/domain/titles/title.ts'
import type { JobDeps } from '../../src/workers/deps.ts'
import { considerItemJob } from '../../src/workers/jobs/consider-item.ts'
import { cast, GUILD } from '../actions/support/cast.ts'
import { NOW } from '../actions/support/desk.ts'
import { friend, reader } from '../actions/support/lists.ts'
import { instance } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { another, film } from '../db/support/rows.ts'
import { only } from './support/bench.ts'
import { fault, known, type PlexAnswers, plexBench } from './support/plex-bench.ts'

const HOUR = 3_600_000

type Set = Readonly<{
  plex?: PlexAnswers
  kind?: Kind
  details?: JobDeps['titles']['details']
  askMember?: JobDeps['askMember']
  find?: () => Promise<object | undefined>
}>

/** Something new on a friend's list, of which Plex knows this much, and what considering it comes to. */
const arrange = async (ledger: Ledger, { plex = {}, kind = 'film', details, askMember, find }: Set = {}) => {
  const key = another()
  const numbers = kind === 'film' ? { tmdb: another() } : { tvdb: another() }
  const title = async () => known(key, numbers, { kind, name: key })
  const table = await plexBench(ledger, { discover: { title, ...plex.discover }, ...plex })
  const arr = only({ find: find ?? (async () => undefined) }) as never
  const deps: JobDeps = {
    ...table.deps,
    ...(details === undefined ? {} : { titles: { details } }),
    ...(askMember === undefined ? {} : { askMember }),
    radarr: () => arr,
    sonarr: () => arr,
  }
  await ledger.write((tx) =>
    instance(tx, { isDefault: 1, ...(kind === 'show' ? { kind: 'sonarr' as const } : {}) }),
  )
  const { plexId } = await friend(ledger)
  const list = reader(ledger, plexId)
  await list.walk()
  await list.shows('check', { title: film({ kind, name: key, ids: { plex: key } }) })
  const { id } = await ledger.db
    .selectFrom('watchItems')
    .select('id')
    .where('plexId', '=', plexId)
    .executeTakeFirstOrThrow()
  const item = () => findItem(ledger.db, id)
  return { ...table, deps, list, plexId, key, numbers, id, item, run: () => considerItemJob.run(id, deps) }
}

const seasonsOf = (kind: Kind, ids: Title['ids'], firstAired = 1): Title =>
  film({ kind, ids, seasons: [{ number: 1, episodes: 8, firstAired }] })

onEachDatabase('something new on a list', (ledger) => {
  beforeEach(async () => {
    for (const table of ['watchItems', 'followers', 'claims', 'requests', 'instances', 'feeds'] as const)
      await ledger.db.deleteFrom(table).execute()
  })

  it('is asked for once, however often it is considered', async () => {
    const { run, item } = await arrange(ledger)
    expect(await run()).toEqual({ end: 'done', note: 'asked' })
    expect(await item()).toMatchObject({ state: 'asked', follows: 1, consideredAt: NOW })
    expect(await run()).toEqual({ end: 'done', note: 'nothing to consider' })
    expect(await ledger.db.selectFrom('requests').select('id').execute()).toHaveLength(1)
  })

  it('needs no approver for who has a role that spares them one, as far as Discord tells', async () => {
    const member = { roles: ['501'], managesGuild: false }
    const trustedBy = async (askMember: JobDeps['askMember']) => {
      const { run, item } = await arrange(ledger, { askMember })
      await ledger.db.updateTable('home').set({ trustedRoles: '["501"]' }).execute()
      await run()
      return (await findRequest(ledger.db, (await item())?.requestId ?? ''))?.trustedBy
    }
    const asked: string[] = []
    expect(
      await trustedBy(async (guildId) => {
        asked.push(guildId)
        return member
      }),
    ).toBe('role')
    expect(asked).toEqual([GUILD])
    expect(await trustedBy(async () => ({ ...member, roles: ['502'] }))).toBeUndefined()
    expect(await trustedBy(async () => undefined)).toBeUndefined()
    const away = fault('unreachable')
    expect(await trustedBy(() => Promise.reject(away))).toBeUndefined()
  })

  it('is asked for once when it is considered twice at the same moment', async () => {
    const { run } = await arrange(ledger)
    await Promise.all([run(), run(), run()])
    expect(await ledger.db.selectFrom('requests').select('id').execute()).toHaveLength(1)
  })

  it('waits for its ids, is kept and shown, and looked at again in a day', async () => {
    const { run, item } = await arrange(ledger, { plex: { discover: { title: async () => undefined } } })
    expect(await run()).toEqual({ end: 'done', note: 'skipped' })
    expect(await item()).toMatchObject({
      state: 'skipped',
      reason: { code: 'ids-missing' },
      retryAt: NOW + 24 * HOUR,
    })
  })

  it('is considered later when Plex doesn’t answer, and nothing of it is written', async () => {
    const away = async () => Promise.reject(fault('unreachable'))
    const { run, item } = await arrange(ledger, { plex: { discover: { title: away } } })
    await expect(run()).rejects.toThrow('unreachable')
    expect(await item()).toMatchObject({ state: 'new', consideredAt: null })
  })

  it('is not given up when somebody doesn’t answer for hours', async () => {
    const { item, id, deps } = await arrange(ledger)
    await considerItemJob.gaveUp?.(id, deps, 'Plex is away')
    expect(await item()).toMatchObject({ state: 'new', retryAt: NOW + HOUR })
  })

  it('stays where it is when it is on a server that its person reaches', async () => {
    const { run, item, deps, owner } = await arrange(ledger, { plex: { holding: async () => ({}) } })
    const server = {
      machineId: 'm1',
      name: 'Attic',
      owned: true,
      accessToken: 's',
      addresses: ['http://attic'],
    }
    const reaches: JobDeps['serversOf'] = async ({ account }) =>
      account.plexId === owner.plexId ? [server] : []
    Object.assign(deps, { serversOf: reaches })
    expect(await run()).toEqual({ end: 'done', note: 'here' })
    expect(await item()).toMatchObject({ reason: { code: 'here', server: 'Attic' }, requestId: null })
  })

  it('stays where it is when its *arr has it, and is asked for when that is only known there', async () => {
    const find = async () => ({ arrId: 7, hasFile: true })
    const { run, item } = await arrange(ledger, { find })
    expect(await run()).toEqual({ end: 'done', note: 'here' })
    expect((await item())?.reason).toEqual({ code: 'here' })
    const other = await arrange(ledger, { find: async () => ({ arrId: 8, hasFile: false }) })
    expect(await other.run()).toEqual({ end: 'done', note: 'asked' })
  })

  it('is asked for without a call to an instance that rests, and with one once it is back', async () => {
    const calls: string[] = []
    const find = async () => {
      calls.push('find')
      return { arrId: 7, hasFile: true }
    }
    const { run, item } = await arrange(ledger, { find })
    await ledger.db
      .updateTable('instances')
      .set({ restedUntil: NOW + HOUR })
      .execute()
    expect(await run()).toEqual({ end: 'done', note: 'asked' })
    expect([calls, (await item())?.state]).toEqual([[], 'asked'])
    const other = await arrange(ledger, { find })
    await ledger.db.updateTable('instances').set({ restedUntil: null }).execute()
    expect(await other.run()).toEqual({ end: 'done', note: 'here' })
    expect(calls).toEqual(['find'])
  })

  it('is asked for when no server can be asked, but not before Plex may be', async () => {
    const { run, deps } = await arrange(ledger)
    Object.assign(deps, {
      serversOf: async () => Promise.reject(fault('rate-limited', { retryAfterMs: 900 })),
    })
    await expect(run()).rejects.toThrow('rate-limited')
    Object.assign(deps, { serversOf: async () => Promise.reject(fault('unreachable')) })
    expect(await run()).toEqual({ end: 'done', note: 'asked' })
  })

  it('is looked at anew when its title turned out to be another’s under way', async () => {
    const { run, item, deps, key, numbers, list } = await arrange(ledger)
    const race = async () => {
      const whole = film({ name: key, ids: { plex: key, ...numbers, imdb: `tt${key}` } })
      await ledger.db
        .updateTable('watchItems')
        .set({ titleId: await other() })
        .execute()
      return [whole].flatMap(() => [])
    }
    const other = async () => {
      await list.shows('check', { title: film({ name: `${key}x`, ids: { tmdb: another() } }) })
      const row = await ledger.db
        .selectFrom('titles')
        .select('id')
        .where('name', '=', `${key}x`)
        .executeTakeFirstOrThrow()
      await ledger.db.deleteFrom('watchItems').where('titleId', '=', row.id).execute()
      return row.id
    }
    Object.assign(deps, { serversOf: race })
    expect(await run()).toMatchObject({ end: 'wait', why: 'title-unknown' })
    expect(await item()).toMatchObject({ state: 'new' })
  })
})

onEachDatabase('a new show on a list', (ledger) => {
  beforeEach(async () => {
    for (const table of ['watchItems', 'followers', 'claims', 'requests', 'instances', 'feeds'] as const)
      await ledger.db.deleteFrom(table).execute()
  })
  const wishes = async () =>
    (await ledger.db.selectFrom('requests').select('wish').execute()).map(({ wish }) =>
      JSON.parse(wish ?? ''),
    )

  it('is not asked for before its seasons are known', async () => {
    const { run, item } = await arrange(ledger, {
      kind: 'show',
      details: async () => Promise.reject(fault('timeout')),
    })
    await expect(run()).rejects.toThrow('timeout')
    expect(await item()).toMatchObject({ state: 'new' })
  })

  it('waits when nobody knows its seasons', async () => {
    const { run, item } = await arrange(ledger, { kind: 'show' })
    expect(await run()).toEqual({ end: 'done', note: 'skipped' })
    expect(await item()).toMatchObject({ reason: { code: 'not-aired' }, retryAt: NOW + 24 * HOUR })
  })

  it('is asked for by what is known of it, by whichever number', async () => {
    const asked: string[] = []
    const { run } = await arrange(ledger, {
      kind: 'show',
      details: async (ref) => {
        asked.push(ref.source)
        return ref.source === 'tvdb' ? seasonsOf('show', { tvdb: ref.value }) : undefined
      },
      plex: {
        discover: {
          title: async (_, key) => known(key, { tmdb: another(), tvdb: another() }, { kind: 'show' }),
        },
      },
    })
    expect(await run()).toEqual({ end: 'done', note: 'asked' })
    expect(asked).toEqual(['tmdb', 'tvdb'])
    expect(await wishes()).toEqual([{ seasons: [1], episodes: [], future: true }])
  })

  it('is looked up again when what is known of it is old', async () => {
    let firstAired = NOW + 30 * HOUR
    const { run, item, clock, numbers, id } = await arrange(ledger, {
      kind: 'show',
      details: async (ref) => ({ ...seasonsOf('show', { tvdb: ref.value }, firstAired), ended: true }),
    })
    await run()
    expect(await item()).toMatchObject({ state: 'here' })
    await ledger.write((tx) => updateItem(tx, id, { state: 'new' }))
    firstAired = 1
    clock.pass(13 * HOUR)
    expect(await run()).toEqual({ end: 'done', note: 'asked' })
    expect(
      await findTitleByRef(ledger.db, { kind: 'show', source: 'tvdb', value: numbers.tvdb ?? '' }),
    ).toMatchObject({
      fetchedAt: NOW + 13 * HOUR,
    })
  })
})

onEachDatabase('what a feed should have shown', (ledger) => {
  beforeEach(async () => {
    for (const table of ['watchItems', 'followers', 'claims', 'requests', 'instances', 'feeds'] as const)
      await ledger.db.deleteFrom(table).execute()
    await ledger.write((tx) => saveFeed(tx, 'friends', { state: 'open' }, 1))
  })
  const owed = async () => JSON.parse((await findFeed(ledger.db, 'friends'))?.suspects ?? '') as unknown[]

  it('is what a look has just noticed', async () => {
    const { run, plexId, numbers } = await arrange(ledger)
    await run()
    expect(await owed()).toEqual([{ names: [`uuid-${plexId}|film|tmdb:${numbers.tmdb}`], since: NOW }])
  })

  it('is not what stood on a list before it was first read, and is asked for by hand', async () => {
    const { run, list, key, id, deps } = await arrange(ledger)
    await ledger.write((tx) => updateItem(tx, id, { state: 'before' }))
    await list.walk(key)
    await askItem(deps, cast.admin, { itemId: id })
    expect(await run()).toEqual({ end: 'done', note: 'asked' })
    expect(await owed()).toEqual([])
  })
})
