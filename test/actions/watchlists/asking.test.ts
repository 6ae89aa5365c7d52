import { beforeEach, expect, it } from 'vitest'
import { askBefore } from '../../../src/actions/watchlists/ask-items.ts'
import { considerItem } from '../../../src/actions/watchlists/consider-item.ts'
import { excludeTitle, includeTitle } from '../../../src/actions/watchlists/exclude-title.ts'
import { withdrawItem } from '../../../src/actions/watchlists/withdraw-item.ts'
import { inParts } from '../../../src/db/parts.ts'
import { insertFollower, listFollowers } from '../../../src/db/queries/followers.ts'
import { setNeedsApproval } from '../../../src/db/queries/people.ts'
import { findRequest } from '../../../src/db/queries/requests.ts'
import { countItems, findItem, insertItems, updateItem } from '../../../src/db/queries/watch-items.ts'
import { type Ledger, onEachDatabase } from '../../db/support/ledger.ts'
import { another, ids, person, request } from '../../db/support/rows.ts'
import { cast, member } from '../support/cast.ts'
import { desk, furnish, NOW } from '../support/desk.ts'
import { friend, happened } from '../support/lists.ts'
import { instance, watched } from '../support/things.ts'

const ABSENT = { isFetchable: true, hasInstance: true, isHere: false }

/** Something new on the list of a member, and what is made of it. */
const arrange = async (ledger: Ledger) => {
  const discordId = another()
  const made = await ledger.write(async (tx) => {
    await instance(tx, { isDefault: 1 })
    return watched(tx, discordId)
  })
  const { itemId, titleId } = made
  const deps = desk(ledger.db)
  const consider = async (roles: readonly string[] | null = []) => {
    const outcome = await considerItem(deps, cast.system, {
      itemId,
      titleId,
      facts: ABSENT,
      ...(roles === null ? {} : { roles }),
    })
    return outcome.ok ? outcome.value : outcome.refusal.code
  }
  const item = () => findItem(ledger.db, itemId)
  const requested = async () => findRequest(ledger.db, (await item())?.requestId ?? '')
  const takeOff = async () => {
    await ledger.write((tx) => updateItem(tx, itemId, { goneAt: NOW }))
    return withdrawItem(deps, cast.system, { itemId })
  }
  return { ...made, discordId, deps, consider, item, requested, takeOff }
}

const clear = async (ledger: Ledger) => {
  const tables = ['watchItems', 'exclusions', 'followers', 'claims', 'requests', 'instances'] as const
  for (const table of tables) await ledger.db.deleteFrom(table).execute()
  await furnish(ledger.db, { trustedRoles: '["501"]' })
}

onEachDatabase('what a list asks for', (ledger) => {
  beforeEach(() => clear(ledger))

  it('needs an approver, unless a role spares its person one at this moment', async () => {
    const one = await arrange(ledger)
    expect(await one.consider(['502'])).toBe('asked')
    expect((await one.requested())?.trustedBy).toBeUndefined()
    const other = await arrange(ledger)
    await other.consider(['501'])
    expect((await other.requested())?.trustedBy).toBeDefined()
  })

  it('needs an approver all the same when an admin said so', async () => {
    const { consider, requested, personId } = await arrange(ledger)
    await ledger.write((tx) => setNeedsApproval(tx, [personId], true))
    await consider(['501'])
    expect((await requested())?.trustedBy).toBeUndefined()
  })

  it('needs an approver for who left the guild, though they are trusted by name', async () => {
    const { consider, requested, discordId } = await arrange(ledger)
    await furnish(ledger.db, { trustedMembers: JSON.stringify([discordId]) })
    await consider(null)
    expect((await requested())?.trustedBy).toBeUndefined()
    const other = await arrange(ledger)
    await furnish(ledger.db, { trustedMembers: JSON.stringify([other.discordId]) })
    await other.consider([])
    expect((await other.requested())?.trustedBy).toBe('member')
  })

  it('joins what others asked for', async () => {
    const { consider, item, titleId, personId, discordId } = await arrange(ledger)
    const first = await arrange(ledger)
    await ledger.write((tx) => updateItem(tx, first.itemId, { titleId }))
    await considerItem(desk(ledger.db), cast.system, {
      itemId: first.itemId,
      titleId,
      facts: ABSENT,
      roles: [],
    })
    await consider()
    expect((await item())?.requestId).toBe((await first.item())?.requestId)
    const followers = await listFollowers(ledger.db, (await item())?.requestId ?? '')
    expect(followers).toContainEqual({ personId, discordId })
    expect(followers).toHaveLength(2)
  })

  it('is nothing of what was asked for already, or taken off since', async () => {
    const { consider, itemId } = await arrange(ledger)
    await ledger.write((tx) => updateItem(tx, itemId, { goneAt: NOW }))
    expect(await consider()).toBe('new')
    expect(await ledger.db.selectFrom('requests').select('id').execute()).toEqual([])
  })
})

onEachDatabase('what is taken off a list', (ledger) => {
  beforeEach(() => clear(ledger))

  it('is waited for no longer, while nobody decided on it', async () => {
    const { consider, requested, takeOff } = await arrange(ledger)
    await consider()
    expect(await takeOff()).toEqual({ ok: true, value: true })
    expect(await requested()).toMatchObject({ state: 'cancelled' })
  })

  it('stays asked for by others, and by who had asked for it before', async () => {
    const one = await arrange(ledger)
    await one.consider()
    const requestId = (await one.item())?.requestId ?? ''
    await ledger.write(async (tx) => {
      const discordId = another()
      await insertFollower(tx, requestId, { personId: await person(tx, discordId), discordId }, NOW)
    })
    expect(await one.takeOff()).toEqual({ ok: true, value: true })
    expect(await one.requested()).toMatchObject({ state: 'evaluating' })
    expect(await listFollowers(ledger.db, requestId)).toHaveLength(1)

    const other = await arrange(ledger)
    await other.consider()
    await ledger.write((tx) => updateItem(tx, other.itemId, { follows: 0 }))
    expect(await other.takeOff()).toEqual({ ok: true, value: false })
    expect(await other.requested()).toMatchObject({ state: 'evaluating' })
  })

  it('goes its way once it was decided, or when it is back', async () => {
    const { takeOff, itemId, personId, discordId, requested, deps } = await arrange(ledger)
    await ledger.write(async (tx) => {
      const { id } = await request(tx, { change: { state: 'approved' } })
      await insertFollower(tx, id, { personId, discordId }, NOW)
      await updateItem(tx, itemId, { state: 'asked', requestId: id, follows: 1 })
    })
    expect(await takeOff()).toEqual({ ok: true, value: false })
    expect(await requested()).toMatchObject({ state: 'approved' })
    await ledger.write((tx) => updateItem(tx, itemId, { goneAt: null }))
    expect(await withdrawItem(deps, cast.system, { itemId })).toEqual({ ok: true, value: false })
  })
})

onEachDatabase('what is excluded', (ledger) => {
  beforeEach(() => clear(ledger))

  it('is not asked for by whoever excluded it, and by others is', async () => {
    const { deps, discordId, titleId, consider, item } = await arrange(ledger)
    await excludeTitle(deps, member(discordId), { titleId, forAll: false })
    expect(await consider()).toBe('skipped')
    expect(await item()).toMatchObject({ reason: { code: 'excluded' }, retryAt: null })
    const other = await arrange(ledger)
    await ledger.write((tx) => updateItem(tx, other.itemId, { titleId }))
    const facts = { itemId: other.itemId, titleId, facts: ABSENT, roles: [] }
    expect(await considerItem(deps, cast.system, facts)).toEqual({ ok: true, value: 'asked' })
  })

  it('is asked for by nobody when an admin excluded it, and considered again when they take that back', async () => {
    const { deps, titleId, consider, item, discordId } = await arrange(ledger)
    const forAll = { titleId, forAll: true }
    expect(await excludeTitle(deps, member(discordId), forAll)).toMatchObject({ ok: false })
    await excludeTitle(deps, cast.admin, forAll)
    await consider()
    expect(await item()).toMatchObject({ state: 'skipped', reason: { code: 'excluded-for-all' } })
    await includeTitle(deps, cast.admin, forAll)
    expect(await item()).toMatchObject({ state: 'new', reason: null })
    expect(await consider()).toBe('asked')
  })

  it('may be a title no more: that is told', async () => {
    const { deps, discordId } = await arrange(ledger)
    const gone = await excludeTitle(deps, member(discordId), { titleId: 'gone', forAll: false })
    expect(gone).toMatchObject({ ok: false, refusal: { code: 'title-unknown' } })
  })
})

onEachDatabase('what stood on a list before', (ledger) => {
  /** A list of so many titles from before, the oldest first. */
  const arrange = async (count: number) => {
    await clear(ledger)
    const { plexId } = await friend(ledger)
    const items = Array.from({ length: count }, (_, at) => ({
      id: ids.next(NOW + at),
      plexId,
      titleId: ids.next(NOW + at),
      addedAt: at,
    }))
    await ledger.write(async (tx) => {
      const fresh = { kind: 'film' as const, name: 'Up', facts: '{}', fetchedAt: 0 }
      for (const part of inParts(items)) {
        await tx
          .insertInto('titles')
          .values(part.map(({ titleId }) => ({ id: titleId, ...fresh })))
          .execute()
        await insertItems(
          tx,
          part.map((item) => ({ ...item, state: 'before' as const, seenPass: 1 })),
        )
      }
    })
    const ask = async () => {
      const outcome = await askBefore(desk(ledger.db), cast.admin, { plexId })
      return outcome.ok ? outcome.value : outcome.refusal.code
    }
    const heard = async () => {
      const all = await happened(ledger.db, 'watch.noticed')
      return all.filter((id) => items.some((item) => item.id === id)).sort()
    }
    return { plexId, ask, heard, ids: items.map(({ id }) => id) }
  }

  it('is asked for some of it at a time, the oldest first, until nothing is left', async () => {
    const { plexId, ask, heard, ids: all } = await arrange(1_100)
    expect(await ask()).toBe(500)
    expect(await heard()).toEqual(all.slice(0, 500).sort())
    expect(await countItems(ledger.db, plexId)).toEqual({ new: 500, before: 600 })
    expect([await ask(), await ask(), await ask()]).toEqual([500, 100, 0])
    expect(await heard()).toEqual(all.toSorted())
    expect(await countItems(ledger.db, plexId)).toEqual({ new: 1_100 })
  })

  it('is asked for once by two who ask at the same moment', async () => {
    const { ask, heard, ids: all } = await arrange(40)
    const asked = await Promise.all([ask(), ask(), ask(), ask()])
    expect(asked.toSorted()).toEqual([0, 0, 0, 40])
    expect(await heard()).toEqual(all.toSorted())
  })

  it('stays as it is where it was taken off the list', async () => {
    const { ask, heard, ids: all } = await arrange(3)
    await ledger.write((tx) => updateItem(tx, all[1] ?? '', { goneAt: NOW }))
    expect(await ask()).toBe(2)
    expect(await heard()).not.toContain(all[1])
  })
})
