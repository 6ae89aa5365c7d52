import { expect, it } from 'vitest'
import { approveRequest, approveWithChanges } from '../../src/actions/requests/decide-request.ts'
import { saveInstance } from '../../src/actions/setup/save-instance.ts'
import { holdClaims } from '../../src/db/queries/claims.ts'
import { insertFollower, listFollowers } from '../../src/db/queries/followers.ts'
import { findRequest, saveChange } from '../../src/db/queries/requests.ts'
import { listToldEpisodes, noteEpisodes } from '../../src/db/queries/tellings.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { another, person, request } from '../db/support/rows.ts'
import { cast } from './support/cast.ts'
import { desk, furnish } from './support/desk.ts'
import { instance, showRequest } from './support/things.ts'

onEachDatabase('approving with changes', (ledger) => {
  const place = { profileId: 4, folder: '/films' }
  const begin = async () => {
    await furnish(ledger.db)
    const deps = desk(ledger.db)
    const made = await ledger.write(async (tx) => {
      const other = await instance(tx, { kind: 'sonarr' })
      const show = await showRequest(tx, { state: 'pending', instanceId: other.id, measuredAt: 1 })
      await holdClaims(tx, show, [{ season: 1 }])
      await noteEpisodes(tx, show.id, [{ season: 1, episode: 1 }], null)
      const rival = await request(tx, { kind: 'show', titleId: show.titleId, change: { state: 'pending' } })
      await holdClaims(tx, rival, [{ season: 2 }])
      return {
        requestId: show.id,
        rivalId: rival.id,
        instanceId: (await instance(tx, { kind: 'sonarr' })).id,
      }
    })
    return { deps, ...made }
  }
  const wish = (...seasons: number[]) => ({ seasons, episodes: [], future: false })

  it('looks anew at what another instance has', async () => {
    const { deps, requestId, instanceId } = await begin()
    const changes = { instanceId, ...place }
    expect(await approveWithChanges(deps, cast.approver, { requestId, changes })).toMatchObject({ ok: true })
    expect(await findRequest(ledger.db, requestId)).not.toHaveProperty('measuredAt')
    expect(await listToldEpisodes(ledger.db, requestId)).toEqual([])
  })

  it('can’t take what others hold, and says so', async () => {
    const { deps, requestId, instanceId } = await begin()
    const changes = { instanceId, ...place, wish: wish(2) }
    expect(await approveWithChanges(deps, cast.approver, { requestId, changes })).toMatchObject({
      refusal: { code: 'held-elsewhere' },
    })
  })

  it('lets those who wait join whoever holds what was added, and nobody else', async () => {
    const { deps, requestId, rivalId, instanceId } = await begin()
    const follower = await ledger.write(async (tx) => {
      const discordId = another()
      const one = { personId: await person(tx, discordId), discordId }
      await insertFollower(tx, requestId, one, 1)
      return one
    })
    const changes = { instanceId, ...place, wish: wish(1, 2) }
    expect(await approveWithChanges(deps, cast.approver, { requestId, changes })).toMatchObject({
      value: { wish: wish(1) },
    })
    expect(await listFollowers(ledger.db, rivalId)).toEqual([follower])
    const told = await ledger.db.selectFrom('outbox').select('name').where('subject', '=', rivalId).execute()
    expect(told).toEqual([{ name: 'request.followed' }])
  })

  it('makes nobody join again what they had asked for and left', async () => {
    const { deps, requestId, rivalId, instanceId } = await begin()
    await ledger.write(async (tx) => {
      await saveChange(tx, { id: requestId, version: 2 }, { wish: wish(1, 2) }, 1)
      const discordId = another()
      await insertFollower(tx, requestId, { personId: await person(tx, discordId), discordId }, 1)
    })
    const changes = { instanceId, ...place, wish: wish(1, 2) }
    await approveWithChanges(deps, cast.approver, { requestId, changes })
    expect(await listFollowers(ledger.db, rivalId)).toEqual([])
  })

  it('tells who was faster before anything else', async () => {
    const { deps, requestId } = await begin()
    await approveRequest(deps, cast.approver, { requestId })
    const changes = { instanceId: 'gone', profileId: 99, folder: '/gone', wish: wish(2) }
    expect(await approveWithChanges(deps, cast.approver, { requestId, changes })).toMatchObject({
      refusal: { code: 'already-decided', by: cast.approver.discordId },
    })
  })

  it('goes on with the usual profile once its own is gone and an admin saves the instance', async () => {
    const { deps, requestId, instanceId } = await begin()
    await approveWithChanges(deps, cast.approver, { requestId, changes: { instanceId, ...place } })
    await ledger.db
      .updateTable('instances')
      .set({
        choices: '{"profiles":[{"id":6,"name":"UHD"}],"folders":[{"path":"/films"}],"tags":[]}',
        profileId: 6,
      })
      .where('id', '=', instanceId)
      .execute()
    expect(await saveInstance(deps, cast.admin, { id: instanceId })).toMatchObject({ ok: true })
    const after = await findRequest(ledger.db, requestId)
    expect(after).not.toHaveProperty('profileId')
    expect(after?.folder).toBe('/films')
    expect(after?.trace.at(-1)).toEqual({ rule: 'usual', found: 'profile' })
  })
})
