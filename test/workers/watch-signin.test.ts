import { beforeEach, expect, it } from 'vitest'
import type { PlexTv } from '../../src/clients/plex/types.ts'
import { findPlexAccount } from '../../src/db/queries/plex-accounts.ts'
import { endSignin, findSignin, type Signin } from '../../src/db/queries/signins.ts'
import { watchSigninJob } from '../../src/workers/jobs/watch-signin.ts'
import { openToken } from '../../src/workers/open-token.ts'
import { forgetPlex, furnish, NOW } from '../actions/support/desk.ts'
import { signin } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { another, ids } from '../db/support/rows.ts'
import { bench, only } from './support/bench.ts'
import { fault } from './support/plex-bench.ts'

const MINUTE = 60_000
const CODE = 'the-code-of-the-pin'

/** A sign-in that waits, and a Plex where its person signs in as told. */
const arrange = async (
  ledger: Ledger,
  tv: Partial<PlexTv> = {},
  { key = another(), ...more }: Partial<Signin> & { key?: string } = {},
) => {
  const table = bench(ledger.db)
  const id = ids.next(NOW)
  const pinCode = table.deps.vault.seal({ table: 'signins', id, column: 'pin_code' }, CODE)
  const discordId = more.discordId ?? another()
  const row = await ledger.write((tx) => signin(tx, discordId, { id, pinCode, ...more }))
  const ended: string[] = []
  const asked: string[] = []
  const plex: Partial<PlexTv> = {
    readPin: async (pinId, code) => {
      asked.push(`${pinId} ${code}`)
      return { token: 'fresh' }
    },
    account: async () => ({
      id: key,
      uuid: `uuid-${key}`,
      username: 'mia',
      title: 'Mia',
      plexPass: false,
    }),
    servers: async () => [{ machineId: 'm1', name: 'Attic', owned: false, addresses: [] }],
    signOut: async (token) => void ended.push(token),
    ...tv,
  }
  const deps = { ...table.deps, plex: () => only({ tv: only<PlexTv>(plex) }) as never }
  const kept = async () => openToken(await findPlexAccount(ledger.db, key), deps.vault)
  const state = async () => (await findSignin(ledger.db, id))?.state
  return {
    ...table,
    deps,
    id,
    row,
    key,
    discordId,
    ended,
    asked,
    kept,
    state,
    run: () => watchSigninJob.run(id, deps),
  }
}

onEachDatabase('a sign-in that is waited for', (ledger) => {
  beforeEach(async () => {
    await furnish(ledger.db)
    await forgetPlex(ledger.db)
  })

  it('is looked after by its pin, and is done once somebody signed in', async () => {
    const { run, asked, row, kept, ended, state } = await arrange(ledger)
    expect(await run()).toEqual({ end: 'done', note: 'done' })
    expect(asked).toEqual([`${row.pinId} ${CODE}`])
    expect(await state()).toBe('done')
    expect(await kept()).toBe('fresh')
    expect(ended).toEqual([])
    expect(await run()).toEqual({ end: 'done', note: 'nothing to watch' })
    expect(asked).toHaveLength(1)
  })

  it('is looked after again as long as nobody did, a minute longer than it holds', async () => {
    const { run, clock, row, state } = await arrange(ledger, { readPin: async () => 'waiting' })
    expect(await run()).toEqual({ end: 'wait', ms: 2_000, why: 'nobody signed in yet' })
    clock.pass(row.expiresAt + MINUTE - clock.now())
    expect(await run()).toMatchObject({ end: 'wait' })
    expect(await state()).toBe('waiting')
    clock.pass(1)
    expect(await run()).toEqual({ end: 'done', note: 'ran out' })
    expect(await state()).toBe('expired')
  })

  it('ran out when Plex says so, or when Plex could not be asked to the end', async () => {
    const gone = await arrange(ledger, { readPin: async () => 'gone' })
    expect(await gone.run()).toEqual({ end: 'done', note: 'ran out' })
    expect(await gone.state()).toBe('expired')
    const away = await arrange(ledger, { readPin: async () => Promise.reject(fault('unreachable')) })
    await expect(away.run()).rejects.toThrow('unreachable')
    expect(await away.state()).toBe('waiting')
    await watchSigninJob.gaveUp?.(away.id, away.deps, 'Plex is away')
    expect(await away.state()).toBe('expired')
  })

  it('that came to nothing leaves a token that is worth nothing', async () => {
    const servers = async () => [{ machineId: 'm9', name: 'Elsewhere', owned: true, addresses: [] }]
    const { run, ended, kept, state } = await arrange(ledger, { servers })
    expect(await run()).toEqual({ end: 'done', note: 'refused' })
    expect([ended, await kept(), await state()]).toEqual([['fresh'], undefined, 'refused'])
  })

  it('that ended meanwhile leaves a token that is worth nothing', async () => {
    const late = await arrange(ledger, {
      servers: async () => {
        await ledger.write((tx) => endSignin(tx, late.id, { state: 'expired', refusal: null }))
        return [{ machineId: 'm1', name: 'Attic', owned: false, addresses: [] }]
      },
    })
    expect(await late.run()).toEqual({ end: 'done', note: 'sign-in-gone' })
    expect([late.ended, await late.kept(), await late.state()]).toEqual([['fresh'], undefined, 'expired'])
  })

  it('makes the token worthless that it replaces, and not the one that it keeps', async () => {
    const first = await arrange(ledger)
    await first.run()
    const signInAs = async (token: string) => {
      const { discordId, key } = first
      const readPin = async () => ({ token })
      const again = await arrange(ledger, { readPin }, { discordId, key })
      expect(await again.run()).toEqual({ end: 'done', note: 'done' })
      return again.ended
    }
    expect(await signInAs('fresh')).toEqual([])
    expect(await signInAs('fresher')).toEqual(['fresh'])
    expect(await first.kept()).toBe('fresher')
  })

  it('is done though Plex doesn’t hear that another token is to end', async () => {
    const servers = async () => []
    const signOut = async () => Promise.reject(fault('unreachable'))
    const { run, state } = await arrange(ledger, { servers, signOut })
    expect(await run()).toEqual({ end: 'done', note: 'refused' })
    expect(await state()).toBe('refused')
  })

  it('is none when it isn’t known, or its pin is gone: Plex is not asked', async () => {
    const { deps, asked } = await arrange(ledger)
    expect(await watchSigninJob.run('unknown', deps)).toEqual({ end: 'done', note: 'nothing to watch' })
    const pinless = await arrange(ledger, {}, { pinCode: null })
    expect(await pinless.run()).toEqual({ end: 'done', note: 'nothing to watch' })
    expect([asked, pinless.asked]).toEqual([[], []])
  })
})
