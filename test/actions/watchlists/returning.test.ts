import { beforeEach, expect, it } from 'vitest'
import { choosePeople } from '../../../src/actions/watchlists/choose-watching.ts'
import { considerItem } from '../../../src/actions/watchlists/consider-item.ts'
import { recordPeople } from '../../../src/actions/watchlists/record-people.ts'
import { recordIds } from '../../../src/actions/watchlists/record-title.ts'
import { updatePlexAccount } from '../../../src/db/queries/plex-accounts.ts'
import { findItem, updateItem, type WatchItem } from '../../../src/db/queries/watch-items.ts'
import { type Ledger, onEachDatabase } from '../../db/support/ledger.ts'
import { another, film } from '../../db/support/rows.ts'
import { cast } from '../support/cast.ts'
import { desk, furnish, NOW } from '../support/desk.ts'
import { friend, happened, reader } from '../support/lists.ts'
import { instance, watched } from '../support/things.ts'

const ABSENT = { isFetchable: true, hasInstance: true, isHere: false }
const NEW = { state: 'new' } as const
const OFF = { state: 'skipped', reason: { code: 'sync-off' } } as const
const SUSPENDED = { state: 'skipped', reason: { code: 'suspended' } } as const

/** Something on the list of somebody whose list is read as told. */
const arrange = async (ledger: Ledger, item: Partial<WatchItem>, account: object) => {
  const made = await ledger.write((tx) => watched(tx, another(), { item, account }))
  const { plexId, uuid, itemId, titleId } = made
  const deps = desk(ledger.db)
  const choose = (syncs: boolean) => choosePeople(deps, cast.admin, { plexIds: [plexId], syncs })
  const people = (...uuids: string[]) =>
    recordPeople(deps, cast.system, {
      people: uuids.map((one) => ({
        uuid: one,
        username: 'pia',
        title: 'Pia',
        relation: 'friend' as const,
        restricted: false,
      })),
      isComplete: false,
    })
  const consider = async () => {
    const facts = { itemId, titleId, facts: ABSENT, roles: [] }
    const outcome = await considerItem(deps, cast.system, facts)
    return outcome.ok ? outcome.value : outcome.refusal.code
  }
  return {
    ...made,
    deps,
    choose,
    consider,
    greet: () => people(uuid),
    item: () => findItem(ledger.db, itemId),
    noticed: async () => (await happened(ledger.db, 'watch.noticed')).filter((id) => id === itemId).length,
  }
}

onEachDatabase('what was skipped while somebody was off', (ledger) => {
  beforeEach(async () => {
    await furnish(ledger.db)
    await ledger.write((tx) => instance(tx, { isDefault: 1 }))
  })

  it('is asked for once they are allowed again', async () => {
    const { choose, consider, item, noticed } = await arrange(ledger, NEW, { syncs: 0 })
    expect(await consider()).toBe('skipped')
    expect(await item()).toMatchObject(OFF)
    await choose(false)
    expect(await noticed()).toBe(0)
    await choose(true)
    expect(await item()).toMatchObject({ state: 'new', reason: null, addedAt: 1 })
    expect(await noticed()).toBe(1)
    expect(await consider()).toBe('asked')
    await choose(true)
    expect(await item()).toMatchObject({ state: 'asked' })
    expect(await noticed()).toBe(1)
  })

  it('is asked for once they are the owner’s friend again', async () => {
    const { greet, consider, item, noticed } = await arrange(ledger, NEW, { suspendedAt: NOW })
    expect(await consider()).toBe('skipped')
    expect(await item()).toMatchObject(SUSPENDED)
    await greet()
    expect(await item()).toMatchObject({ state: 'new', reason: null })
    expect(await noticed()).toBe(1)
    expect(await consider()).toBe('asked')
    await greet()
    expect(await noticed()).toBe(1)
  })

  it('waits for both when they are neither', async () => {
    const { greet, choose, consider, item } = await arrange(ledger, SUSPENDED, { suspendedAt: NOW, syncs: 0 })
    await choose(true)
    expect(await item()).toMatchObject(SUSPENDED)
    await choose(false)
    await greet()
    expect(await consider()).toBe('skipped')
    expect(await item()).toMatchObject(OFF)
    await choose(true)
    expect(await consider()).toBe('asked')
  })

  it.each<[string, Partial<WatchItem>]>([
    ['stood there before', { state: 'before' }],
    ['is there already', { state: 'here', reason: { code: 'here' } }],
    ['is excluded', { state: 'skipped', reason: { code: 'excluded' } }],
    ['nobody can fetch', { state: 'skipped', reason: { code: 'no-instance', kind: 'film' } }],
    ['was taken off since', { ...OFF, goneAt: NOW }],
    ['was taken off since they were suspended', { ...SUSPENDED, goneAt: NOW }],
  ])('is not what %s', async (_, before) => {
    const { choose, greet, item, noticed } = await arrange(ledger, before, { suspendedAt: NOW, syncs: 0 })
    await choose(true)
    await greet()
    expect(await item()).toMatchObject(before)
    expect(await noticed()).toBe(0)
  })

  it('is not what somebody else has, who is still off', async () => {
    const [one, other] = [await arrange(ledger, OFF, { syncs: 0 }), await arrange(ledger, OFF, { syncs: 0 })]
    await one.choose(true)
    expect(await other.item()).toMatchObject(OFF)
    expect(await other.noticed()).toBe(0)
  })

  it('is not overlooked when it is skipped at the very moment that they are allowed', async () => {
    for (let round = 0; round < 8; round++) {
      const { choose, consider, item, noticed } = await arrange(ledger, NEW, { syncs: 0 })
      await Promise.all([consider(), choose(true)])
      const { state } = (await item()) ?? {}
      expect(['new', 'asked']).toContain(state)
      expect(await noticed()).toBe(state === 'new' ? 1 : 0)
    }
  })

  it('is asked for when the first walk shows it by another name, as something from before', async () => {
    const { plexId } = await friend(ledger, { syncs: 0 })
    const { deps, shows, walk, standing } = reader(ledger, plexId)
    const [tmdb, name] = [another(), `a${another()}`]
    await shows('feed', { title: film({ name, ids: { tmdb } }), addedAt: NOW })
    const [item] = await ledger.db
      .selectFrom('watchItems')
      .select('id')
      .where('plexId', '=', plexId)
      .execute()
    await ledger.write((tx) => updateItem(tx, item?.id ?? '', OFF))
    await choosePeople(deps, cast.admin, { plexIds: [plexId], syncs: true })
    await walk(name)
    await recordIds(deps, cast.system, { title: film({ name, ids: { tmdb, plex: name } }) })
    expect(await standing()).toEqual({ [name]: 'new' })
  })

  it('leaves who is away as they are', async () => {
    const { plexId, choose, item } = await arrange(ledger, SUSPENDED, {})
    await ledger.write((tx) => updatePlexAccount(tx, plexId, { suspendedAt: NOW }))
    await choose(true)
    expect(await item()).toMatchObject(SUSPENDED)
  })
})
