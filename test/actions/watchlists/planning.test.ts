import { beforeEach, expect, it } from 'vitest'
import { planWatching } from '../../../src/actions/watchlists/plan-watching.ts'
import { recordCheck } from '../../../src/actions/watchlists/record-check.ts'
import { suspectFeed } from '../../../src/actions/watchlists/record-feed.ts'
import { syncNow } from '../../../src/actions/watchlists/sync-now.ts'
import { findFeed, saveFeed } from '../../../src/db/queries/feeds.ts'
import { noteTitle } from '../../../src/db/queries/titles.ts'
import { findList, updateList } from '../../../src/db/queries/watch-lists.ts'
import { insertWork, listOpenSubjects } from '../../../src/db/queries/work.ts'
import { type Ledger, onEachDatabase } from '../../db/support/ledger.ts'
import { film, ids } from '../../db/support/rows.ts'
import { cast } from '../support/cast.ts'
import { desk, forgetPlex, furnish, NOW } from '../support/desk.ts'
import { friend } from '../support/lists.ts'
import { OFFER } from '../support/things.ts'

const JOBS = {
  feed: 'read-feed',
  check: 'check-list',
  walk: 'walk-list',
  consider: 'consider-item',
  ids: 'find-ids',
}
const SIGNED_IN = { token: OFFER.sealed, linkedAt: 1 }

/** The owner, signed in, as the home's. */
const owner = async (ledger: Ledger, more: { tokenRefusedAt?: number; linkedAt?: number } = {}) => {
  const { plexId } = await friend(ledger, { relation: 'owner', ...SIGNED_IN, ...more })
  await furnish(ledger.db, { plexOwner: plexId })
  return plexId
}

onEachDatabase('the plan of what is read', (ledger) => {
  const plan = () => planWatching(desk(ledger.db), cast.system, { jobs: JOBS, spreadMs: 1_000 })
  const open = (job: string) => listOpenSubjects(ledger.db, job)

  beforeEach(async () => {
    await furnish(ledger.db)
    await forgetPlex(ledger.db)
    for (const table of ['work', 'titleIds', 'titles'] as const) await ledger.db.deleteFrom(table).execute()
  })

  it('has one job for each thing, however often and by how many it is made', async () => {
    const mia = await owner(ledger)
    const { plexId } = await friend(ledger)
    await Promise.all(Array.from({ length: 6 }, plan))
    expect((await open('check-list')).sort()).toEqual([mia, plexId].sort())
    expect((await open('walk-list')).sort()).toEqual([mia, plexId].sort())
    expect((await open('read-feed')).sort()).toEqual(['friends', 'own'])
    expect(await plan()).toEqual({ ok: true, value: 0 })
  })

  it('leaves out what nobody could read, so that no job comes to nothing every minute', async () => {
    await owner(ledger, { tokenRefusedAt: 5 })
    const { plexId } = await friend(ledger)
    const refused = await friend(ledger, { ...SIGNED_IN, tokenRefusedAt: 5 })
    const own = await friend(ledger, SIGNED_IN)
    await ledger.write(async (tx) => {
      for (const one of [refused, own]) await updateList(tx, one.plexId, { access: 'self' })
      await noteTitle(tx, film({ ids: { plex: 'p' } }), 1, ids, 1)
    })
    await plan()
    expect(await open('check-list')).toEqual([own.plexId])
    expect(await open('read-feed')).toEqual([])
    expect(await open('find-ids')).toEqual([])
    expect(plexId).not.toBe(own.plexId)
  })

  it('reads nothing by the token of an owner who unlinked', async () => {
    await owner(ledger, { linkedAt: 0 })
    await friend(ledger)
    expect(await plan()).toEqual({ ok: true, value: 0 })
  })

  it('walks through lists whose time has come, or where a walk broke off', async () => {
    await owner(ledger)
    const [due, broken, idle] = [await friend(ledger), await friend(ledger), await friend(ledger)]
    await ledger.write(async (tx) => {
      await updateList(tx, broken.plexId, { passDue: NOW + 1, passCursor: '100' })
      await updateList(tx, idle.plexId, { passDue: NOW + 1 })
    })
    await plan()
    const walks = await open('walk-list')
    expect(walks).toEqual(expect.arrayContaining([due.plexId, broken.plexId]))
    expect(walks).not.toContain(idle.plexId)
  })

  it('leaves out who is suspended or not asked from', async () => {
    await owner(ledger)
    const off = await friend(ledger, { syncs: 0 })
    const away = await friend(ledger, { suspendedAt: 1 })
    await plan()
    const checks = await open('check-list')
    expect(checks).not.toContain(off.plexId)
    expect(checks).not.toContain(away.plexId)
  })

  it('may be of more things than a statement holds', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      id: `many.${at}`,
      job: 'many',
      subject: `${at}`,
      dueAt: 1,
    }))
    await ledger.write((tx) => insertWork(tx, rows, 1))
    expect(await open('many')).toHaveLength(10_000)
  })
})

onEachDatabase('a look at a list', (ledger) => {
  const look = (plexId: string, newest: string[], more: { fresh?: number; walk?: boolean } = {}) =>
    recordCheck(desk(ledger.db), cast.system, { plexId, newest, fresh: 0, ...more })
  const arrange = async () => {
    await furnish(ledger.db)
    const { plexId } = await friend(ledger)
    const idle = { newest: '["a","b"]', passBegan: 1, firstPassAt: 1, passDue: NOW + 10_000_000 }
    await ledger.write((tx) => updateList(tx, plexId, idle))
    const due = async () => ((await findList(ledger.db, plexId))?.passDue ?? 0) - NOW
    return { plexId, due }
  }

  it('has a list walked through soon when something was taken off', async () => {
    const { plexId, due } = await arrange()
    await look(plexId, ['b', 'c'])
    expect(await due()).toBe(60_000)
  })

  it('has it left alone when the feed had shown what came', async () => {
    const { plexId, due } = await arrange()
    await look(plexId, ['n', 'a'])
    expect(await due()).toBe(10_000_000)
    expect(await findList(ledger.db, plexId)).toMatchObject({ newest: '["n","a"]' })
  })

  it('has it walked through at once when there may be more', async () => {
    const { plexId, due } = await arrange()
    await look(plexId, ['n', 'm'], { fresh: 50, walk: true })
    expect(await due()).toBe(0)
  })

  it('finds a list that is hidden no more, which is walked through at once', async () => {
    const { plexId, due } = await arrange()
    const hidden = { access: 'hidden' as const, trouble: '"hidden"' }
    await ledger.write((tx) => updateList(tx, plexId, hidden))
    await recordCheck(desk(ledger.db), cast.system, { plexId, fresh: 0 })
    expect(await findList(ledger.db, plexId)).toMatchObject({
      access: 'friend',
      trouble: null,
    })
    expect(await due()).toBe(0)
  })
})

onEachDatabase('what a feed should show', (ledger) => {
  it('is expected of one that is trusted alone', async () => {
    await furnish(ledger.db)
    const expected = async (state: 'open' | 'cached') => {
      await ledger.write((tx) => saveFeed(tx, 'own', { state, suspects: '[]' }, 1))
      await suspectFeed(desk(ledger.db), cast.system, { kind: 'own', names: ['x'] })
      return JSON.parse((await findFeed(ledger.db, 'own'))?.suspects ?? '')
    }
    expect(await expected('open')).toEqual([{ names: ['x'], since: NOW }])
    expect(await expected('cached')).toEqual([])
    await expected('open')
    await suspectFeed(desk(ledger.db), cast.system, { kind: 'own', names: ['y'] })
    const owed = JSON.parse((await findFeed(ledger.db, 'own'))?.suspects ?? '') as { names: string[] }[]
    expect(owed.map(({ names }) => names)).toEqual([['x'], ['y']])
  })
})

onEachDatabase('somebody who has their list looked at now', (ledger) => {
  it('may once in a minute, while it is read at all', async () => {
    await furnish(ledger.db)
    const { plexId } = await friend(ledger)
    const deps = desk(ledger.db)
    const sync = () => syncNow(deps, cast.admin, { plexId })
    expect(await sync()).toMatchObject({ ok: true })
    expect(await listOpenSubjects(ledger.db, 'walk-list')).toContain(plexId)
    await ledger.write((tx) => updateList(tx, plexId, { lastPassAt: NOW - 59_999 }))
    expect(await sync()).toMatchObject({ ok: false, refusal: { code: 'synced-lately', again: NOW + 1 } })
    await ledger.write((tx) => updateList(tx, plexId, { lastPassAt: NOW - 60_000 }))
    expect(await sync()).toMatchObject({ ok: true })
    await ledger.db.updateTable('plexAccounts').set({ syncs: 0 }).where('plexId', '=', plexId).execute()
    expect(await sync()).toMatchObject({ ok: false, refusal: { code: 'list-not-read' } })
  })
})
