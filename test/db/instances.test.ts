import { beforeEach, expect, it } from 'vitest'
import {
  findDefaultInstance,
  findInstance,
  findRemovedInstance,
  insertInstance,
  listInstances,
  updateInstance,
} from '../../src/db/queries/instances.ts'
import { savePlexAccount } from '../../src/db/queries/plex-accounts.ts'
import { findAnySealed } from '../../src/db/queries/sealed.ts'
import type { InstancesTable } from '../../src/db/tables/database.ts'
import type { Sealed } from '../../src/platform/crypto.ts'
import { onEachDatabase } from './support/ledger.ts'
import { instanceRow, person } from './support/rows.ts'

onEachDatabase('an instance', (ledger) => {
  const { write } = ledger
  beforeEach(async () => {
    await ledger.db.deleteFrom('instances').execute()
  })
  const add = async (more: Partial<InstancesTable> = {}) => {
    const row = instanceRow(more)
    await write((tx) => insertInstance(tx, row))
    return row
  }

  it('comes back with what is known of it, and without what isn’t', async () => {
    const { id, name, createdAt } = await add()
    const bare = {
      id,
      kind: 'radarr',
      name,
      url: 'http://radarr:7878',
      apiKey: 'v1.key',
      hookSecret: 'v1.hook',
      hookDigest: 'ab',
      hook: { state: 'pending' },
      state: 'ready',
      isDefault: false,
      choices: { profiles: [], folders: [], tags: [] },
      tagIds: [],
      availability: 'released',
      seriesType: 'standard',
      seasonMonitoring: 'asked',
      quality: 'standard',
      health: { state: 'unknown' },
      line: { failures: 0 },
      resumed: 0,
      createdAt,
    }
    expect(await findInstance(ledger.db, id)).toStrictEqual(bare)
    const patch = {
      hookState: 'failed',
      hookDetail: 'd',
      hookPrint: 'p',
      isDefault: 1,
      appVersion: '5.1',
      choices: '{"profiles":[{"id":1,"name":"HD"}],"folders":[],"tags":[]}',
      profileId: 1,
      folder: '/films',
      tagIds: '[3]',
      health: 'trouble',
      healthDetail: 'too-old',
      healthSaid: '2.0',
      healthSince: 3,
      failures: 4,
      failingSince: 5,
      restedUntil: 6,
      toldSince: 7,
      resumed: 8,
    } as const
    await write((tx) => updateInstance(tx, id, patch, 2_000))
    expect(await findInstance(ledger.db, id)).toStrictEqual({
      ...bare,
      hook: { state: 'failed', detail: 'd', print: 'p' },
      isDefault: true,
      appVersion: '5.1',
      choices: { profiles: [{ id: 1, name: 'HD' }], folders: [], tags: [] },
      profileId: 1,
      folder: '/films',
      tagIds: [3],
      health: { state: 'trouble', ailment: 'too-old', said: '2.0', since: 3 },
      line: { failures: 4, failingSince: 5, restedUntil: 6 },
      toldSince: 7,
      resumed: 8,
    })
  })

  it('that was removed is found only by who clears up', async () => {
    const { id } = await add({ state: 'removed' })
    expect(await findInstance(ledger.db, id)).toBeUndefined()
    expect(await findRemovedInstance(ledger.db, id)).toMatchObject({ id, state: 'removed' })
    const ready = await add()
    expect(await findRemovedInstance(ledger.db, ready.id)).toBeUndefined()
  })

  it('is listed when it was saved, the oldest first', async () => {
    const [b, a, c] = [
      await add({ id: 'b', createdAt: 2_000 }),
      await add({ id: 'a', createdAt: 2_000 }),
      await add({ id: 'c', createdAt: 1_000 }),
    ]
    await add({ state: 'draft' })
    await add({ state: 'removed' })
    expect((await listInstances(ledger.db)).map(({ id }) => id)).toEqual([c.id, a.id, b.id])
  })

  it('that is the default gets what no rule sends elsewhere, else the oldest of its kind', async () => {
    await add({ kind: 'sonarr', createdAt: 1 })
    await add({ state: 'draft', isDefault: 1, createdAt: 2 })
    const old = await add({ createdAt: 3 })
    const chosen = await add({ createdAt: 4 })
    expect((await findDefaultInstance(ledger.db, 'radarr'))?.id).toBe(old.id)
    expect(await findDefaultInstance(ledger.db, 'radarr', '4k')).toBeUndefined()
    const sharp = await add({ quality: '4k', isDefault: 1, createdAt: 1 })
    expect((await findDefaultInstance(ledger.db, 'radarr', '4k'))?.id).toBe(sharp.id)
    expect((await findDefaultInstance(ledger.db, 'radarr'))?.id).toBe(old.id)
    await write((tx) => updateInstance(tx, chosen.id, { isDefault: 1 }, 5))
    expect((await findDefaultInstance(ledger.db, 'radarr'))?.id).toBe(chosen.id)
    await write((tx) => updateInstance(tx, chosen.id, { state: 'removed' }, 6))
    expect((await findDefaultInstance(ledger.db, 'radarr'))?.id).toBe(old.id)
  })

  it('has a name that no other saved one has, in any case; drafts and removed ones don’t count', async () => {
    await add({ name: 'Films' })
    await expect(add({ name: 'FILMS' })).rejects.toThrow(/unique/i)
    const draft = await add({ name: 'films', state: 'draft' })
    await add({ name: 'Films', state: 'removed' })
    const save = write((tx) => updateInstance(tx, draft.id, { state: 'ready' }, 2_000))
    await expect(save).rejects.toThrow(/unique/i)
  })
})

onEachDatabase('some sealed value', (ledger) => {
  it('is found for the key to be tried on, wherever there is one', async () => {
    const { db, write } = ledger
    expect(await findAnySealed(db)).toBeUndefined()
    await write(async (tx) => {
      const account = { personId: await person(tx), username: 'x', linkedAt: 1 }
      await savePlexAccount(tx, { ...account, plexId: '9', token: null })
    })
    expect(await findAnySealed(db)).toBeUndefined()
    await write(async (tx) => {
      const account = { personId: await person(tx), username: 'x', linkedAt: 1 }
      await savePlexAccount(tx, { ...account, plexId: '10', token: 'v1.plex' as Sealed })
    })
    expect(await findAnySealed(db)).toEqual({
      place: { table: 'plex_accounts', id: '10', column: 'token' },
      value: 'v1.plex',
    })
    await write((tx) => insertInstance(tx, instanceRow({ id: 'i1' })))
    expect(await findAnySealed(db)).toEqual({
      place: { table: 'instances', id: 'i1', column: 'api_key' },
      value: 'v1.key',
    })
  })
})
