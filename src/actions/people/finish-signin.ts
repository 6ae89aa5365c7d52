import { type PlexServer, updateHome } from '../../db/queries/home.ts'
import { findDiscordAccount, movePossessions, setPerson } from '../../db/queries/people.ts'
import { findPlexAccountOf, type PlexAccount, savePlexAccount } from '../../db/queries/plex-accounts.ts'
import { endSignin, findSignin, type Signin } from '../../db/queries/signins.ts'
import { findList, openList } from '../../db/queries/watch-lists.ts'
import { hastenWork } from '../../db/queries/work.ts'
import { decideLink } from '../../domain/people/link.ts'
import { done, type Outcome, type Refusal, refused } from '../../domain/refusals.ts'
import { PRESENT } from '../../domain/watchlists/person.ts'
import type { Sealed } from '../../platform/crypto.ts'
import { defineAction, type Scope } from '../define.ts'
import { considerReturned } from '../watchlists/consider-again.ts'
import { forgetOwner } from './forget-owner.ts'
import { recognise } from './recognise.ts'

/**
 * What plex.tv told of the account that signed in. `key` is what it is kept under, and `token` is sealed for
 * (plex_accounts, key, token).
 */
export type SignedIn = Readonly<{
  signinId: string
  account: { key: string; uuid: string; username: string; title: string }
  servers: readonly (PlexServer & { owned: boolean })[]
  token: Sealed
}>

/**
 * Ends a sign-in with the account that Plex vouches for. A refusal is stored with the sign-in, for the person is
 * told by an edit of what they see.
 */
export const finishSignin = defineAction<SignedIn, Signin['state']>({
  name: 'signin.finish',
  allow: 'system',
  run: async (scope, input) => {
    const signin = await findSignin(scope.tx, input.signinId)
    if (signin === undefined || signin.state !== 'waiting') return refused({ code: 'sign-in-gone' })
    const outcome = await (signin.purpose === 'owner'
      ? finishOwner(scope, signin, input)
      : finishMember(scope, signin, input))
    const state = outcome.ok ? 'done' : 'refused'
    await endSignin(scope.tx, signin.id, {
      state,
      refusal: outcome.ok ? null : JSON.stringify(outcome.refusal),
    })
    await scope.record({
      subject: signin.id,
      events: ['signin.finished'],
      after: { state, purpose: signin.purpose, account: input.account.username },
    })
    return done(state)
  },
})

/** Ends a sign-in that nobody completed in time. */
export const expireSignin = defineAction<{ signinId: string }, void>({
  name: 'signin.expire',
  allow: 'system',
  run: async (scope, { signinId }) => {
    if (await endSignin(scope.tx, signinId, { state: 'expired', refusal: null })) {
      await scope.record({ subject: signinId, events: ['signin.finished'], after: { state: 'expired' } })
    }
    return done(undefined)
  },
})

const finishOwner = async (scope: Scope, signin: Signin, input: SignedIn): Promise<Outcome<void>> => {
  const { account } = input
  const servers = input.servers
    .filter((server) => server.owned)
    .map(({ machineId, name }) => ({ machineId, name }))
  if (servers.length === 0) return refused({ code: 'plex-no-server-owned', account: account.username })
  const linked = await link(scope, signin, input)
  if (!linked.ok) return linked
  const before = scope.home?.plexOwner
  if (before !== undefined && before !== account.key) await forgetOwner(scope, before)
  const known = servers.some((server) => server.machineId === scope.home?.plexServer?.machineId)
  await updateHome(
    scope.tx,
    {
      plexOwner: account.key,
      plexServers: JSON.stringify(servers),
      ...(known ? {} : { plexServer: servers.length === 1 ? (servers[0]?.machineId ?? null) : null }),
    },
    scope.now,
  )
  return done(undefined)
}

const finishMember = async (scope: Scope, signin: Signin, input: SignedIn): Promise<Outcome<void>> => {
  const server = scope.home?.plexServer
  if (server === undefined) return refused({ code: 'no-plex-server' })
  if (!input.servers.some((reached) => reached.machineId === server.machineId)) {
    return refused({ code: 'plex-no-access', account: input.account.username, server: server.name })
  }
  return link(scope, signin, input)
}

const link = async (
  scope: Scope,
  signin: Signin,
  { account, token }: Pick<SignedIn, 'account' | 'token'>,
): Promise<Outcome<void>> => {
  const { tx, now } = scope
  const discord = await findDiscordAccount(tx, signin.discordId)
  if (discord === undefined) return refused({ code: 'sign-in-gone' } satisfies Refusal)
  const { key: plexId, ...names } = account
  const holder = await recognise(scope, { id: plexId, uuid: names.uuid })
  const own = await findPlexAccountOf(tx, discord.personId)
  const verdict = decideLink({ personId: discord.personId, plexId, holder, own })
  if (!verdict.ok) return verdict
  if (verdict.value.joins !== discord.personId) {
    await movePossessions(tx, discord.personId, verdict.value.joins)
    await setPerson(tx, signin.discordId, verdict.value.joins)
  }
  await savePlexAccount(tx, {
    plexId,
    ...names,
    personId: verdict.value.joins,
    token,
    tokenRefusedAt: null,
    linkedAt: holder?.linkedAt || now,
    foundAt: holder?.foundAt ?? now,
    ...PRESENT,
    ...(signin.purpose === 'owner' ? { relation: 'owner' as const } : {}),
  })
  await considerReturned(scope, plexId)
  await openOwnList(scope, signin, plexId, holder)
  return done(undefined)
}

/** Friends' lists are read by the owner's sign-in as long as they can be; other people's by their own. */
const openOwnList = async (
  scope: Scope,
  { purpose }: Signin,
  plexId: string,
  holder: PlexAccount | undefined,
): Promise<void> => {
  const list = await findList(scope.tx, plexId)
  const isFriend = purpose === 'member' && holder?.relation !== undefined && holder.relation !== null
  if (isFriend && list?.access === 'friend') return
  await openList(scope.tx, plexId, 'self', scope.now)
  await hastenWork(scope.tx, 'check-list', plexId, scope.now)
  await scope.record({ subject: plexId, events: ['list.opened'] })
}
