import { beforeEach, expect, it } from 'vitest'
import { linkByHand } from '../../src/actions/people/link-by-hand.ts'
import { unlinkPlex } from '../../src/actions/people/unlink-plex.ts'
import { findPlexAccount, updatePlexAccount } from '../../src/db/queries/plex-accounts.ts'
import { signOutPlexJob } from '../../src/workers/jobs/sign-out-plex.ts'
import { signedIn } from '../../src/workers/plex.ts'
import { cast, member } from '../actions/support/cast.ts'
import { forgetPlex, furnish } from '../actions/support/desk.ts'
import { friend } from '../actions/support/lists.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { another, ids, person } from '../db/support/rows.ts'
import { plexBench } from './support/plex-bench.ts'

/** A friend who signed in here, and unlinked. */
const unlinked = async (ledger: Ledger) => {
  const signedOut: string[] = []
  const tv = {
    signOut: async (token: string) => {
      signedOut.push(token)
    },
  }
  const { deps, token } = await plexBench(ledger, { tv })
  const [plexId, discordId] = [ids.next(1), another()]
  const personId = await ledger.write((tx) => person(tx, discordId))
  await friend(ledger, { plexId, personId, token: token(plexId), linkedAt: 1 })
  await unlinkPlex(deps, member(discordId), undefined)
  const account = () => findPlexAccount(ledger.db, plexId)
  return {
    deps,
    token,
    plexId,
    signedOut,
    account,
    isSignedIn: async () => signedIn(await account(), deps) !== undefined,
    byHand: () => linkByHand(deps, cast.admin, { plexId, discordId, locale: 'de' }),
    run: () => signOutPlexJob.run(plexId, deps),
  }
}

onEachDatabase('the token of somebody who unlinked', (ledger) => {
  beforeEach(async () => {
    await furnish(ledger.db)
    await forgetPlex(ledger.db)
  })

  it('is made worthless at Plex, then forgotten', async () => {
    const { run, plexId, signedOut, account } = await unlinked(ledger)
    expect(await run()).toMatchObject({ note: 'signed out' })
    expect(signedOut).toEqual([`token-of-${plexId}`])
    expect(await account()).toMatchObject({ token: null, linkedAt: 0 })
    expect(await run()).toMatchObject({ note: 'nothing to sign out' })
  })

  it('is no sign-in again when an admin links them by hand, and made worthless all the same', async () => {
    const { run, byHand, plexId, signedOut, account, isSignedIn } = await unlinked(ledger)
    expect(await byHand()).toMatchObject({ ok: true })
    expect(await isSignedIn()).toBe(false)
    expect(await run()).toMatchObject({ note: 'signed out' })
    expect(signedOut).toEqual([`token-of-${plexId}`])
    const { linkedAt = 0, ...row } = (await account()) ?? {}
    expect(row).toMatchObject({ token: null, tokenRefusedAt: null })
    expect(linkedAt).toBeGreaterThan(0)
  })

  it('is forgotten also when they are linked by hand while Plex is asked', async () => {
    const { deps, byHand, plexId, account, isSignedIn } = await unlinked(ledger)
    const lines = deps.plex('sign-in')
    const signOut = async () => void (await byHand())
    const plex = () => ({ ...lines, tv: { ...lines.tv, signOut } })
    await signOutPlexJob.run(plexId, { ...deps, plex })
    expect(await isSignedIn()).toBe(false)
    expect(await account()).toMatchObject({ token: null, tokenRefusedAt: null })
  })

  it('gives way to that of a new sign-in, which lives on', async () => {
    const { run, token, plexId, signedOut, isSignedIn } = await unlinked(ledger)
    await ledger.write((tx) => updatePlexAccount(tx, plexId, { token: token(plexId), linkedAt: 2 }))
    expect(await run()).toMatchObject({ note: 'nothing to sign out' })
    expect(signedOut).toEqual([])
    expect(await isSignedIn()).toBe(true)
  })
})
