import { expect, it } from 'vitest'
import { cancelRequest } from '../../src/actions/requests/cancel-request.ts'
import { approveRequest } from '../../src/actions/requests/decide-request.ts'
import { followRequest } from '../../src/actions/requests/follow-request.ts'
import { leaveRequest } from '../../src/actions/requests/leave-request.ts'
import { submitRequest } from '../../src/actions/requests/submit-request.ts'
import { insertFollower, listFollowers } from '../../src/db/queries/followers.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import { saveTitle } from '../../src/db/queries/titles.ts'
import type { Wish } from '../../src/domain/seasons/wish.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { film, ids, person, request } from '../db/support/rows.ts'
import { cast, member } from './support/cast.ts'
import { desk, furnish, NOW } from './support/desk.ts'
import { instance, ownRequest } from './support/things.ts'

const anna = member('901')
const dario = member('902')

const wish = (more: Partial<Wish>): Wish => ({ seasons: [], episodes: [], future: false, ...more })

const begin = async (ledger: Ledger) => {
  await furnish(ledger.db)
  return desk(ledger.db)
}

onEachDatabase('those who wait for one request', (ledger) => {
  const who = async (requestId: string) =>
    (await listFollowers(ledger.db, requestId)).map(({ discordId }) => discordId)
  const stateOf = async (requestId: string) => (await findRequest(ledger.db, requestId))?.state

  it('keep it when whoever asked first cancels', async () => {
    const deps = await begin(ledger)
    const { id: requestId } = await ledger.write((tx) => ownRequest(tx, anna.discordId))
    await followRequest(deps, dario, { requestId })
    expect(await cancelRequest(deps, anna, { requestId })).toMatchObject({ ok: true })
    expect(await stateOf(requestId)).toBe('pending')
    expect(await who(requestId)).toEqual([dario.discordId])
    // Pressed again, on a message from before.
    expect(await cancelRequest(deps, anna, { requestId })).toMatchObject({
      ok: false,
      refusal: { code: 'request-gone' },
    })
    expect(await who(requestId)).toEqual([dario.discordId])
    expect(await approveRequest(deps, cast.approver, { requestId })).toMatchObject({ ok: true })
  })

  it('end it when the last of them leaves', async () => {
    const deps = await begin(ledger)
    const { id: requestId } = await ledger.write((tx) => ownRequest(tx, anna.discordId))
    await followRequest(deps, dario, { requestId })
    await cancelRequest(deps, anna, { requestId })
    expect(await leaveRequest(deps, dario, { requestId })).toMatchObject({ ok: true })
    expect(await stateOf(requestId)).toBe('cancelled')
  })

  it('don’t inherit the trust in whoever asked first', async () => {
    const deps = await begin(ledger)
    const { id: requestId } = await ledger.write(async (tx) => {
      const made = await request(tx, { personId: await person(tx, anna.discordId), trustedBy: 'role' })
      await insertFollower(tx, made.id, { personId: made.personId, discordId: anna.discordId }, NOW)
      return made
    })
    await followRequest(deps, dario, { requestId })
    await cancelRequest(deps, anna, { requestId })
    expect(await findRequest(ledger.db, requestId)).not.toHaveProperty('trustedBy')
  })
})

onEachDatabase('later seasons of what is ready', (ledger) => {
  const ready = (discordId: string, quality: 'standard' | '4k' = 'standard') =>
    ledger.write(async (tx) => {
      const titleId = await saveTitle(tx, film({ kind: 'show' }), NOW, ids)
      const personId = await person(tx, discordId)
      const asked = {
        titleId,
        personId,
        quality,
        kind: 'show',
        wish: wish({ seasons: [1], future: true }),
      } as const
      const made = await request(tx, { ...asked, change: { state: 'available' } })
      await insertFollower(tx, made.id, { personId, discordId }, NOW)
      await instance(tx, { kind: 'sonarr', name: `Shows ${made.id}` })
      return made
    })

  it('are asked for once: whoever asks again joins, or does so already', async () => {
    const deps = await begin(ledger)
    const { id, titleId } = await ready(anna.discordId)
    const again = { titleId, wish: wish({ future: true }) }
    expect(await submitRequest(deps, dario, again)).toMatchObject({
      ok: true,
      value: { joined: true, request: { id } },
    })
    expect(await submitRequest(deps, anna, again)).toMatchObject({
      ok: false,
      refusal: { code: 'already-asked' },
    })
    const more = await submitRequest(deps, dario, { titleId, wish: wish({ seasons: [2], future: true }) })
    expect(more).toMatchObject({
      ok: true,
      value: { joined: false, request: { wish: wish({ seasons: [2] }) } },
    })
  })

  it('are let go by leaving, and can be asked for anew', async () => {
    const deps = await begin(ledger)
    const { id: requestId, titleId } = await ready(anna.discordId)
    expect(await leaveRequest(deps, anna, { requestId })).toMatchObject({ ok: true })
    expect(await findRequest(ledger.db, requestId)).toMatchObject({
      state: 'available',
      wish: wish({ seasons: [1] }),
    })
    expect(await submitRequest(deps, anna, { titleId, wish: wish({ future: true }) })).toMatchObject({
      ok: true,
      value: { joined: false },
    })
  })
})
