import { beforeEach, expect, it } from 'vitest'
import { considerItem } from '../../../src/actions/watchlists/consider-item.ts'
import { excludeTitle, includeTitle } from '../../../src/actions/watchlists/exclude-title.ts'
import { withdrawItem } from '../../../src/actions/watchlists/withdraw-item.ts'
import { insertFollower, listFollowers } from '../../../src/db/queries/followers.ts'
import { setNeedsApproval } from '../../../src/db/queries/people.ts'
import { findRequest } from '../../../src/db/queries/requests.ts'
import { findItem, updateItem } from '../../../src/db/queries/watch-items.ts'
import { type Ledger, onEachDatabase } from '../../db/support/ledger.ts'
import { another, person, request } from '../../db/support/rows.ts'
import { cast, member } from '../support/cast.ts'
import { desk, furnish, NOW } from '../support/desk.ts'
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
