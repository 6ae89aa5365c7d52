import { beforeEach, expect, it } from 'vitest'
import type { PlexTv } from '../../src/clients/plex/types.ts'
import { findPlexAccount, updatePlexAccount } from '../../src/db/queries/plex-accounts.ts'
import { signOutPlexJob } from '../../src/workers/jobs/sign-out-plex.ts'
import { forgetPlex, furnish } from '../actions/support/desk.ts'
import { friend } from '../actions/support/lists.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { bench, only } from './support/bench.ts'
import { fault } from './support/plex-bench.ts'

/** Somebody whose token is kept, and who unlinked unless told otherwise. */
const arrange = async (ledger: Ledger, { linkedAt = 0, isKept = true } = {}) => {
  const table = bench(ledger.db)
  const { plexId } = await friend(ledger)
  const sealed = (token: string) =>
    table.deps.vault.seal({ table: 'plex_accounts', id: plexId, column: 'token' }, token)
  const keep = (token: string, more: { linkedAt?: number } = {}) =>
    ledger.write((tx) => updatePlexAccount(tx, plexId, { token: sealed(token), ...more }))
  if (isKept) await keep('old', { linkedAt })
  const ended: string[] = []
  const hooks = { signOut: async (): Promise<unknown> => undefined }
  const signOut: PlexTv['signOut'] = async (token) => {
    ended.push(token)
    await hooks.signOut()
  }
  const lanes: string[] = []
  const plex = (lane: string) => {
    lanes.push(lane)
    return only({ tv: only<PlexTv>({ signOut }) }) as never
  }
  const deps = { ...table.deps, plex }
  const account = () => findPlexAccount(ledger.db, plexId)
  return { plexId, keep, ended, hooks, lanes, account, run: () => signOutPlexJob.run(plexId, deps) }
}

onEachDatabase('the token of somebody who unlinked', (ledger) => {
  beforeEach(async () => {
    await furnish(ledger.db)
    await forgetPlex(ledger.db)
  })

  it('is made worthless at Plex, then forgotten', async () => {
    const { run, ended, account, lanes } = await arrange(ledger)
    expect(await run()).toEqual({ end: 'done', note: 'signed out' })
    expect([ended, lanes]).toEqual([['old'], ['sign-in']])
    expect(await account()).toMatchObject({ token: null, tokenRefusedAt: null })
    expect(await run()).toEqual({ end: 'done', note: 'nothing to sign out' })
    expect(ended).toHaveLength(1)
  })

  it('is not forgotten before Plex heard of it', async () => {
    const { run, hooks, account } = await arrange(ledger)
    hooks.signOut = () => Promise.reject(fault('unreachable'))
    await expect(run()).rejects.toThrow('unreachable')
    expect((await account())?.token).not.toBeNull()
  })

  it('is left alone when they signed in anew, and where there is none', async () => {
    for (const how of [{ linkedAt: 5 }, { isKept: false }]) {
      const { run, ended } = await arrange(ledger, how)
      expect(await run()).toEqual({ end: 'done', note: 'nothing to sign out' })
      expect(ended).toEqual([])
    }
  })

  it('is not the one by which they sign in anew at that very moment', async () => {
    const { run, hooks, keep, account, ended } = await arrange(ledger)
    hooks.signOut = () => keep('new', { linkedAt: 9 })
    expect(await run()).toEqual({ end: 'done', note: 'signed out' })
    expect(ended).toEqual(['old'])
    expect(await account()).toMatchObject({ token: expect.any(String), linkedAt: 9 })
  })

  it('is nobody’s when the account is not known', async () => {
    const { deps } = bench(ledger.db)
    expect(await signOutPlexJob.run('nobody', deps)).toEqual({ end: 'done', note: 'nothing to sign out' })
  })
})
