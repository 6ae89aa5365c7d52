import { beforeEach, expect, it } from 'vitest'
import { finishSignin } from '../../../src/actions/people/finish-signin.ts'
import { linkByHand } from '../../../src/actions/people/link-by-hand.ts'
import { unlinkPlex } from '../../../src/actions/people/unlink-plex.ts'
import { forgetLongGone } from '../../../src/actions/watchlists/forget-long-gone.ts'
import { recordRefusedToken } from '../../../src/actions/watchlists/record-check.ts'
import { type FoundPerson, recordPeople } from '../../../src/actions/watchlists/record-people.ts'
import { insertExclusion } from '../../../src/db/queries/exclusions.ts'
import { listFeeds, saveFeed } from '../../../src/db/queries/feeds.ts'
import { findHome } from '../../../src/db/queries/home.ts'
import { findDiscordAccount, findPerson, setNeedsApproval } from '../../../src/db/queries/people.ts'
import {
  findPlexAccount,
  findPlexAccountByUuid,
  listPlexAccounts,
  updatePlexAccount,
} from '../../../src/db/queries/plex-accounts.ts'
import { findList } from '../../../src/db/queries/watch-lists.ts'
import { type Ledger, onEachDatabase } from '../../db/support/ledger.ts'
import { another, person } from '../../db/support/rows.ts'
import { cast, member } from '../support/cast.ts'
import { desk, forgetPlex, furnish, stillClock } from '../support/desk.ts'
import { friend, happened, reader } from '../support/lists.ts'
import { OFFER, signin, title } from '../support/things.ts'

const DAY = 86_400_000

const found = (more: Partial<FoundPerson> = {}): FoundPerson => {
  const id = another()
  const named = { id, uuid: `uuid-${id}`, username: `plex-${id}`, title: 'Pia' }
  return { ...named, relation: 'friend', restricted: false, ...more }
}
/** Somebody of whom Plex tells no number. */
const byUuid = ({ id: _, ...rest }: FoundPerson): FoundPerson => rest

/** What Plex tells of people, and who signs in. */
const arrange = (ledger: Ledger, clock = stillClock()) => {
  const deps = desk(ledger.db, clock)
  const tell = (people: readonly FoundPerson[], isComplete = true) =>
    recordPeople(deps, cast.system, { people, isComplete })
  const signIn = async (
    discordId: string,
    { id, uuid, username, title }: FoundPerson,
    purpose: 'member' | 'owner' = 'member',
  ) => {
    const { id: signinId } = await ledger.write((tx) => signin(tx, discordId, { purpose }))
    return finishSignin(deps, cast.system, {
      signinId,
      account: { key: id ?? '', uuid: uuid ?? '', username, title },
      servers: [{ machineId: 'm1', name: 'Attic', owned: purpose === 'owner' }],
      token: OFFER.sealed,
    })
  }
  const personOf = async (discordId: string) => (await findDiscordAccount(ledger.db, discordId))?.personId
  return { deps, clock, tell, signIn, personOf }
}

onEachDatabase('people found at Plex', (ledger) => {
  const account = ({ uuid = '' }: FoundPerson) => findPlexAccountByUuid(ledger.db, uuid)
  const isSuspended = async (one: FoundPerson) => (await account(one))?.suspendedAt !== null

  beforeEach(async () => {
    await furnish(ledger.db)
    await forgetPlex(ledger.db)
  })

  it('have a list each, but for those who have none', async () => {
    const { tell } = arrange(ledger)
    const [pia, kid] = [found(), found({ restricted: true, relation: 'home' })]
    expect(await tell([pia, kid])).toEqual({ ok: true, value: 2 })
    expect(await findList(ledger.db, pia.id ?? '')).toMatchObject({ access: 'friend', isSynced: true })
    expect(await findList(ledger.db, kid.id ?? '')).toBeUndefined()
    expect(await account(kid)).toMatchObject({ relation: 'home' })
    expect(await tell([pia, kid])).toEqual({ ok: true, value: 0 })
  })

  it('are read and trusted as admins chose for newcomers', async () => {
    const watch = JSON.stringify({ newcomersSync: false, newcomersNeedApproval: true })
    await furnish(ledger.db, { watch })
    const pia = found()
    await arrange(ledger).tell([pia])
    const row = await account(pia)
    expect(row?.syncs).toBe(0)
    expect(await findPerson(ledger.db, row?.personId ?? '')).toMatchObject({ needsApproval: 1 })
  })

  it('stay who they are under another name', async () => {
    const { tell } = arrange(ledger)
    const pia = found()
    await tell([pia])
    const before = await account(pia)
    await tell([{ ...pia, username: 'renamed', title: 'Renamed' }])
    expect(await account(pia)).toEqual({ ...before, username: 'renamed', title: 'Renamed' })
  })

  it('stay who they are when Plex tells their number later', async () => {
    const { tell } = arrange(ledger)
    const pia = found()
    await tell([byUuid(pia)])
    const before = await account(pia)
    expect(await tell([pia])).toEqual({ ok: true, value: 0 })
    expect(await account(pia)).toEqual(before)
  })

  it('turn out to be one who was known by a number alone', async () => {
    const { tell, signIn, personOf } = arrange(ledger)
    const [pia, discordId] = [found(), another()]
    await signIn(discordId, pia)
    await ledger.write((tx) => updatePlexAccount(tx, pia.id ?? '', { uuid: null }))
    await tell([byUuid(pia)])
    const other = await account(pia)
    await reader(ledger, other?.plexId ?? '').walk(`a${another()}`)
    expect(await tell([pia])).toEqual({ ok: true, value: 0 })
    const row = await account(pia)
    expect(row).toMatchObject({ plexId: pia.id, relation: 'friend' })
    expect(row?.personId).toBe(await personOf(discordId))
    expect(await listPlexAccounts(ledger.db)).toHaveLength(1)
    expect(Object.values(await reader(ledger, pia.id ?? '').standing())).toEqual(['before'])
  })

  it('are one with whoever signs in with their account, by number or UUID', async () => {
    for (const known of [found(), byUuid(found())]) {
      const { tell, signIn, personOf } = arrange(ledger)
      const discordId = another()
      await tell([known])
      const before = await account(known)
      const signedIn = { ...known, id: before?.plexId ?? '' }
      expect(await signIn(discordId, signedIn)).toEqual({ ok: true, value: 'done' })
      expect(await account(known)).toMatchObject({ personId: before?.personId, relation: 'friend' })
      expect(await personOf(discordId)).toBe(before?.personId)
      expect(await findList(ledger.db, before?.plexId ?? '')).toMatchObject({ access: 'friend' })
    }
  })

  it('are one with whoever signs in at that very moment', async () => {
    for (let round = 0; round < 8; round++) {
      const { tell, signIn, personOf } = arrange(ledger)
      const [pia, discordId] = [found(), another()]
      await Promise.all([signIn(discordId, pia), tell([pia])])
      expect((await account(pia))?.personId).toBe(await personOf(discordId))
    }
  })

  it('are suspended when two complete lists miss them, and lose nothing', async () => {
    const { tell, clock } = arrange(ledger)
    const [pia, ben] = [found({ relation: 'home' }), found()]
    await tell([pia, ben])
    await reader(ledger, pia.id ?? '').walk(`a${another()}`)
    await tell([ben])
    expect(await isSuspended(pia)).toBe(false)
    clock.pass(DAY)
    await tell([ben])
    expect(await account(pia)).toMatchObject({ suspendedAt: clock.now() })
    expect(await isSuspended(ben)).toBe(false)
    expect(Object.values(await reader(ledger, pia.id ?? '').standing())).toEqual(['before'])
    clock.pass(DAY)
    await tell([ben])
    expect(await account(pia)).toMatchObject({ suspendedAt: clock.now() - DAY })
  })

  it('are not missed by lists that aren’t complete, nor by one between two that name them', async () => {
    const { tell } = arrange(ledger)
    const pia = found()
    await tell([pia])
    for (let count = 0; count < 5; count++) await tell([], false)
    for (let count = 0; count < 3; count++) {
      await tell([])
      await tell([pia])
    }
    expect(await isSuspended(pia)).toBe(false)
  })

  it('find everything as it was within thirty days, and nothing after', async () => {
    const { tell, deps, clock } = arrange(ledger)
    const [pia, ben] = [found(), found()]
    await tell([pia, ben])
    for (const one of [pia, ben]) await reader(ledger, one.id ?? '').walk(`a${another()}`)
    await tell([])
    await tell([])
    clock.pass(30 * DAY)
    await forgetLongGone(deps, cast.system, undefined)
    const opened = (await happened(ledger.db, 'list.opened')).length
    await tell([pia])
    expect((await happened(ledger.db, 'list.opened')).slice(opened)).toEqual([pia.id])
    expect(await isSuspended(pia)).toBe(false)
    clock.pass(1)
    await forgetLongGone(deps, cast.system, undefined)
    expect(Object.values(await reader(ledger, pia.id ?? '').standing())).toEqual(['before'])
    expect(await account(ben)).toBeUndefined()
    expect(await findList(ledger.db, ben.id ?? '')).toBeUndefined()
  })

  it('stay linked when their list is forgotten', async () => {
    const { tell, signIn, deps, clock, personOf } = arrange(ledger)
    const [pia, discordId] = [found(), another()]
    await tell([pia])
    await signIn(discordId, pia)
    await tell([])
    await tell([])
    clock.pass(31 * DAY)
    await forgetLongGone(deps, cast.system, undefined)
    const linked = {
      personId: await personOf(discordId),
      relation: null,
      suspendedAt: null,
      token: OFFER.sealed,
    }
    expect(await account(pia)).toMatchObject(linked)
    await signIn(discordId, pia)
    expect(await findList(ledger.db, pia.id ?? '')).toMatchObject({ access: 'self' })
  })

  it('are back when they sign in', async () => {
    const { tell, signIn } = arrange(ledger)
    const pia = found()
    await tell([pia])
    await tell([])
    await tell([])
    await signIn(another(), pia)
    expect(await account(pia)).toMatchObject({ suspendedAt: null, missed: 0 })
  })
})

onEachDatabase('two who turn out to be one', (ledger) => {
  beforeEach(async () => {
    await furnish(ledger.db)
    await forgetPlex(ledger.db)
  })

  it('keep what either excluded, and that one of them needs an approver', async () => {
    const { tell, signIn, personOf } = arrange(ledger)
    const [pia, discordId] = [found(), another()]
    await tell([pia])
    const kept = (await findPlexAccount(ledger.db, pia.id ?? ''))?.personId ?? ''
    await ledger.write(async (tx) => {
      const own = await person(tx, discordId)
      const [both, single] = [await title(tx), await title(tx)]
      await insertExclusion(tx, both.titleId, own, discordId, 1)
      await insertExclusion(tx, both.titleId, kept, discordId, 1)
      await insertExclusion(tx, single.titleId, own, discordId, 1)
      await setNeedsApproval(tx, [own], true)
    })
    await signIn(discordId, pia)
    expect(await personOf(discordId)).toBe(kept)
    const rows = await ledger.db.selectFrom('exclusions').select('personId').execute()
    expect(rows.map(({ personId }) => personId)).toEqual([kept, kept])
    expect(await findPerson(ledger.db, kept)).toMatchObject({ needsApproval: 1 })
  })

  it('may have two Discord accounts, of which one may leave', async () => {
    const { tell, signIn, deps, personOf } = arrange(ledger)
    const [pia, first, second] = [found(), another(), another()]
    await tell([pia])
    await signIn(first, pia)
    await linkByHand(deps, cast.admin, { plexId: pia.id ?? '', discordId: second, locale: 'de' })
    const kept = await personOf(first)
    expect(await personOf(second)).toBe(kept)
    await ledger.write((tx) => setNeedsApproval(tx, [kept ?? ''], true))
    await unlinkPlex(deps, member(second), undefined)
    expect(await findPlexAccount(ledger.db, pia.id ?? '')).toMatchObject({ personId: kept })
    expect(await findPerson(ledger.db, (await personOf(second)) ?? '')).toMatchObject({ needsApproval: 1 })
  })

  it('are refused when one has another Plex account', async () => {
    const { tell, signIn, deps } = arrange(ledger)
    const [pia, ben, discordId] = [found(), found(), another()]
    await tell([pia, ben])
    await signIn(discordId, pia)
    const linked = await linkByHand(deps, cast.admin, { plexId: ben.id ?? '', discordId, locale: 'de' })
    expect(linked).toMatchObject({ ok: false, refusal: { code: 'linked-elsewhere' } })
  })
})

onEachDatabase('a link that is undone', (ledger) => {
  beforeEach(async () => {
    await furnish(ledger.db)
    await forgetPlex(ledger.db)
  })

  it('leaves a friend whose list is read on, and a member with what they asked for', async () => {
    const { tell, signIn, deps, personOf } = arrange(ledger)
    const [pia, discordId] = [found(), another()]
    await tell([pia])
    await signIn(discordId, pia)
    const own = await personOf(discordId)
    await ledger.write((tx) => setNeedsApproval(tx, [own ?? ''], true))
    await unlinkPlex(deps, member(discordId), undefined)
    const account = await findPlexAccount(ledger.db, pia.id ?? '')
    expect(account).toMatchObject({ relation: 'friend', linkedAt: 0, suspendedAt: null })
    expect(account?.personId).not.toBe(own)
    expect(await personOf(discordId)).toBe(own)
    expect(await findPerson(ledger.db, account?.personId ?? '')).toMatchObject({ needsApproval: 1 })
    expect(await findList(ledger.db, pia.id ?? '')).toMatchObject({ access: 'friend' })
  })

  it('leaves nobody’s friend suspended, and back when they link again', async () => {
    const { signIn, deps, clock } = arrange(ledger)
    const [pia, discordId] = [found(), another()]
    await signIn(discordId, pia)
    await unlinkPlex(deps, member(discordId), undefined)
    expect(await findPlexAccount(ledger.db, pia.id ?? '')).toMatchObject({ suspendedAt: clock.now() })
    await signIn(discordId, pia)
    expect(await findPlexAccount(ledger.db, pia.id ?? '')).toMatchObject({ suspendedAt: null })
    expect(await findList(ledger.db, pia.id ?? '')).toMatchObject({ access: 'self', isSignedIn: true })
  })
})

onEachDatabase('the owner', (ledger) => {
  const feeds = () => listFeeds(ledger.db)
  const OWNER = cast.owner.discordId

  beforeEach(async () => {
    await furnish(ledger.db)
    await forgetPlex(ledger.db)
    await ledger.write((tx) => saveFeed(tx, 'friends', { state: 'open', url: OFFER.sealed, print: 'p' }, 1))
  })

  it('may sign in again, and keeps the feeds', async () => {
    const { signIn } = arrange(ledger)
    const mia = found()
    await signIn(OWNER, mia, 'owner')
    expect(await findHome(ledger.db)).toMatchObject({ plexOwner: mia.id })
    expect(await feeds()).toHaveLength(1)
    await signIn(OWNER, mia, 'owner')
    expect(await feeds()).toHaveLength(1)
    expect(await findList(ledger.db, mia.id ?? '')).toMatchObject({ relation: 'owner', access: 'self' })
  })

  it('may be another: the feeds are forgotten, and who was the owner is one of the people', async () => {
    const { signIn, tell } = arrange(ledger)
    const [mia, ben] = [found(), found()]
    await signIn(OWNER, mia, 'owner')
    await signIn(another(), ben, 'owner')
    expect(await feeds()).toEqual([])
    expect(await findPlexAccount(ledger.db, mia.id ?? '')).toMatchObject({ relation: null })
    await tell([mia])
    expect(await findPlexAccount(ledger.db, mia.id ?? '')).toMatchObject({ relation: 'friend' })
    expect(await findPlexAccount(ledger.db, ben.id ?? '')).toMatchObject({ relation: 'owner' })
  })

  it('may leave: the feeds are forgotten, and nobody is read as theirs', async () => {
    const { signIn, deps } = arrange(ledger)
    const mia = found()
    await signIn(OWNER, mia, 'owner')
    await unlinkPlex(deps, cast.owner, undefined)
    expect(await feeds()).toEqual([])
    expect((await findHome(ledger.db))?.plexOwner).toBeUndefined()
    expect(await findPlexAccount(ledger.db, mia.id ?? '')).toMatchObject({ relation: null, linkedAt: 0 })
    expect(await findList(ledger.db, mia.id ?? '')).toMatchObject({ isSuspended: true })
  })

  it('may be somebody’s friend, and stays the owner', async () => {
    const { signIn, tell } = arrange(ledger)
    const mia = found()
    await signIn(OWNER, mia, 'owner')
    await tell([mia, found()])
    expect(await findPlexAccount(ledger.db, mia.id ?? '')).toMatchObject({ relation: 'owner' })
  })
})

onEachDatabase('a sign-in that Plex takes no longer', (ledger) => {
  beforeEach(() => furnish(ledger.db))

  it('leaves a friend read as a friend, and tells once', async () => {
    const { plexId } = await friend(ledger, { token: OFFER.sealed, linkedAt: 1 })
    const { deps } = arrange(ledger)
    const refuse = (token: string) => recordRefusedToken(deps, cast.system, { plexId, token })
    const told = async () => (await happened(ledger.db, 'plex.refused')).filter((one) => one === plexId)
    await refuse('v1.another')
    expect(await told()).toEqual([])
    await refuse(OFFER.sealed)
    await refuse(OFFER.sealed)
    expect(await told()).toEqual([plexId])
    expect(await findList(ledger.db, plexId)).toMatchObject({ access: 'friend', isSignedIn: false })
  })
})
