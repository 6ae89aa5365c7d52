import type { PlexServer } from '../../clients/plex/types.ts'
import { findHome } from '../../db/queries/home.ts'
import { findPlexAccount, type PlexAccount } from '../../db/queries/plex-accounts.ts'
import type { Title } from '../../domain/titles/title.ts'
import { hasAll } from '../../domain/watchlists/holding.ts'
import { type Clock, MINUTE } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import type { JobDeps } from '../deps.ts'
import { type SignedIn, signedIn, signedInOwner } from '../plex.ts'

/** Nobody waits longer for a server: one that is away proves nothing. */
const DEADLINE_MS = 700
/** Where servers answer changes seldom. */
const KNOWN_FOR_MS = 10 * MINUTE

/** Remembers for a while which servers an account reaches; a token is no key, so accounts are. */
export const createServersMemory = (clock: Clock) => {
  const kept = new Map<string, { until: number; servers: readonly PlexServer[] }>()
  return async (who: SignedIn, deps: Pick<JobDeps, 'plex'>): Promise<readonly PlexServer[]> => {
    const hit = kept.get(who.account.plexId)
    if (hit !== undefined && hit.until > clock.now()) return hit.servers
    const servers = await deps.plex('title').tv.servers(who.token)
    kept.set(who.account.plexId, { until: clock.now() + KNOWN_FOR_MS, servers })
    return servers
  }
}

/** Servers on which this person watches: by their own sign-in all that they reach, else the home server. */
const serversOf = async (account: PlexAccount, deps: JobDeps): Promise<readonly PlexServer[]> => {
  const own = signedIn(account, deps)
  if (own !== undefined) return deps.serversOf(own, deps)
  const owner = await signedInOwner(deps)
  const home = (await findHome(deps.db))?.plexServer
  if (owner === undefined) return []
  return (await deps.serversOf(owner, deps)).filter(({ machineId }) => machineId === home?.machineId)
}

/**
 * The name of a server that the person reaches and that has the title; undefined when none has it, or none could be
 * asked: an unreachable server proves nothing.
 * @throws Fault `rate-limited`: which servers there are can be asked a moment later
 */
export const serverThatHas = async (
  plexId: string,
  title: Title,
  deps: JobDeps,
): Promise<string | undefined> => {
  const plexKey = title.ids.plex
  const account = await findPlexAccount(deps.db, plexId)
  if (plexKey === undefined || account === undefined) return undefined
  const signal = AbortSignal.timeout(DEADLINE_MS)
  const ask = async ({
    name,
    machineId,
    accessToken,
    addresses,
  }: PlexServer): Promise<string | undefined> => {
    if (accessToken === undefined) return undefined
    try {
      const server = deps.plex('title').server({ name, machineId, addresses, token: accessToken })
      const holding = await server.holding({ kind: title.kind, plexKey }, { signal })
      return hasAll(title, holding, deps.clock.now()) ? name : undefined
    } catch (error) {
      if (error instanceof Fault) return undefined
      throw error
    }
  }
  try {
    return (await Promise.all((await serversOf(account, deps)).map(ask))).find((name) => name !== undefined)
  } catch (error) {
    if (error instanceof Fault && error.kind !== 'rate-limited') return undefined
    throw error
  }
}
