import { expect, it } from 'vitest'
import {
  dropAnswerToken,
  endSignin,
  findSignin,
  insertSignin,
  type Signin,
  supersedeSignins,
} from '../../src/db/queries/signins.ts'
import type { Sealed } from '../../src/platform/crypto.ts'
import { onEachDatabase } from './support/ledger.ts'
import { another } from './support/rows.ts'

const signin = (more: Partial<Signin> = {}): Signin => ({
  id: `s${another()}`,
  purpose: 'member',
  discordId: '1',
  locale: 'de',
  pinId: '55',
  pinCode: 'v1.pin' as Sealed,
  answerToken: 'v1.answer' as Sealed,
  state: 'waiting',
  refusal: null,
  version: 1,
  createdAt: 1_000,
  expiresAt: 4_102_444_800_000,
  ...more,
})

onEachDatabase('a sign-in', (ledger) => {
  const { write } = ledger
  const begin = async (more: Partial<Signin> = {}) => {
    const made = signin(more)
    await write((tx) => insertSignin(tx, made))
    return made
  }

  it('comes back as it was written', async () => {
    const made = await begin()
    expect(await findSignin(ledger.db, made.id)).toEqual(made)
    expect(await findSignin(ledger.db, 'none')).toBeUndefined()
  })

  it('ends once, whoever tries at the same time, and its code goes with it', async () => {
    const { id } = await begin()
    const ended = await Promise.all([
      write((tx) => endSignin(tx, id, { state: 'done' })),
      write((tx) => endSignin(tx, id, { state: 'done' })),
      write((tx) => endSignin(tx, id, { state: 'done' })),
    ])
    expect(ended.filter((first) => first)).toHaveLength(1)
    expect(await write((tx) => endSignin(tx, id, { state: 'refused', refusal: '{}' }))).toBe(false)
    expect(await findSignin(ledger.db, id)).toMatchObject({ state: 'done', pinCode: null, refusal: null })
  })

  it('keeps why it was refused', async () => {
    const { id } = await begin()
    const refusal = '{"code":"plex-no-access"}'
    await write((tx) => endSignin(tx, id, { state: 'refused', refusal }))
    expect(await findSignin(ledger.db, id)).toMatchObject({ state: 'refused', refusal, pinCode: null })
  })

  it('gives way to a newer one of the same member and purpose, with all its secrets', async () => {
    const old = await begin({ discordId: '7' })
    const others = [
      await begin({ discordId: '8' }),
      await begin({ discordId: '7', purpose: 'owner' }),
      await begin({ discordId: '7', state: 'done' }),
    ]
    await write((tx) => supersedeSignins(tx, '7', 'member'))
    expect(await findSignin(ledger.db, old.id)).toMatchObject({
      state: 'expired',
      pinCode: null,
      answerToken: null,
    })
    for (const other of others) expect(await findSignin(ledger.db, other.id)).toEqual(other)
  })

  it('forgets how its answer is edited, and nothing else', async () => {
    const made = await begin()
    await write((tx) => dropAnswerToken(tx, made.id))
    expect(await findSignin(ledger.db, made.id)).toEqual({ ...made, answerToken: null })
  })
})
