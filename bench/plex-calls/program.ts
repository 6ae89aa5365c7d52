import { createHttp } from '../../src/clients/http.ts'
import type { Db } from '../../src/db/connect.ts'
import { insertHome, updateHome } from '../../src/db/queries/home.ts'
import { insertPerson } from '../../src/db/queries/people.ts'
import { savePlexAccount } from '../../src/db/queries/plex-accounts.ts'
import { openList } from '../../src/db/queries/watch-lists.ts'
import type { Work } from '../../src/db/queries/work.ts'
import { createVault } from '../../src/platform/crypto.ts'
import { createIds } from '../../src/platform/ids.ts'
import { createLogger, createScrubber } from '../../src/platform/logger.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { createPlexLines } from '../../src/start/plex-lines.ts'
import { createPlexPace } from '../../src/start/plex-pace.ts'
import type { JobDeps } from '../../src/workers/deps.ts'
import { readJobs } from '../../src/workers/index.ts'
import { expandOutbox } from '../../src/workers/relay.ts'
import { runWork } from '../../src/workers/runtime.ts'
import { createShares } from '../../src/workers/shares.ts'
import { createServersMemory } from '../../src/workers/watch/presence.ts'
import type { LeapingClock } from '../kit/leaping-clock.ts'
import type { Outside } from './outside.ts'

/** Whatever no job of watchlists asks for. */
const unasked = <T extends object>(): T =>
  new Proxy({} as T, {
    get: (_, name) => {
      throw new Error(`nobody was to ask for ${String(name)}`)
    },
  })

const depsOf = (
  db: Db,
  { plex }: Outside,
  clock: LeapingClock,
  http: ReturnType<typeof createHttp>,
): JobDeps => ({
  db,
  clock,
  ids: createIds(),
  poke: () => undefined,
  vault: createVault(Buffer.alloc(32, 1)),
  discord: unasked(),
  askMember: unasked,
  plex: createPlexLines(
    {
      tvUrl: plex.url,
      appUrl: plex.appUrl,
      discoverUrl: plex.discoverUrl,
      communityUrl: plex.communityUrl,
      rssUrl: plex.rssUrl,
      clientId: 'usherr-bench',
      product: 'Usherr',
    },
    http,
    createPlexPace(db, clock),
    clock,
  ),
  serversOf: createServersMemory(clock),
  titles: { details: async () => undefined },
  radarr: unasked,
  sonarr: unasked,
  arr: unasked,
  applicationId: '1',
  imageUrl: 'https://images.test',
  publicUrl: 'http://usherr.test',
  log: createLogger({ level: 'silent', format: 'json' }, createScrubber()),
  shares: createShares(clock),
  random: () => 0.5,
})

/** The owner signs in, as on Plex's own page, and makes this their home. */
const settle = async ({ db, ids, clock, vault, plex: lines }: JobDeps, { plex, owner, server }: Outside) => {
  const { tv } = lines('sign-in')
  const pin = await tv.createPin()
  plex.signIn(pin.url, owner)
  const state = await tv.readPin(pin.id, pin.code)
  if (typeof state === 'string') throw new Error(`the sign-in is ${state}`)
  const plexId = String(owner.id)
  const { machineIdentifier: machineId, name } = server
  await db.transaction().execute(async (tx) => {
    await savePlexAccount(tx, {
      plexId,
      personId: await insertPerson(tx, clock.now(), ids),
      uuid: owner.uuid,
      username: 'olga',
      relation: 'owner',
      token: vault.seal({ table: 'plex_accounts', id: plexId, column: 'token' }, state.token),
      linkedAt: clock.now(),
      foundAt: clock.now(),
    })
    await insertHome(tx, '1', '1', clock.now())
    await updateHome(
      tx,
      { plexOwner: plexId, plexServers: JSON.stringify([{ machineId, name }]), plexServer: machineId },
      clock.now(),
    )
    await openList(tx, plexId, 'self', clock.now())
  })
}

/** The program's own jobs, ledger, clients and pace before the stand-in; only what hands work on is done here, in order. */
export const openProgram = async (db: Db, outside: Outside, clock: LeapingClock) => {
  const http = createHttp({ forbidden: [] })
  const deps = depsOf(db, outside, clock, http)
  const runtime = { job: deps, metrics: createMetrics(async () => 0), jobs: readJobs(), poke: deps.poke }
  await settle(deps, outside)

  const open = (jobs: readonly string[]): Promise<Work[]> =>
    db
      .selectFrom('work')
      .selectAll()
      .where('state', '=', 'open')
      .where('job', 'in', jobs)
      .orderBy('dueAt')
      .execute()

  const run = async (work: Work): Promise<void> => {
    clock.reach(work.dueAt)
    const job = runtime.jobs.get(work.job)
    if (job === undefined) throw new Error(`no job is called ${work.job}`)
    const { outcome, err } = await runWork(runtime, work, job)
    if (outcome === 'bug') throw err
  }

  /** Does what is due at once, until nothing is. */
  const follow = async (jobs: readonly string[]): Promise<void> => {
    for (;;) {
      while ((await expandOutbox(db, clock)) > 0);
      const due = (await open(jobs)).filter(({ dueAt }) => dueAt <= clock.now())
      if (due.length === 0) return
      for (const work of due) await run(work)
    }
  }

  return {
    /** Does a job that has no turn of its own. */
    once: async (name: string): Promise<void> => {
      await runtime.jobs.get(name)?.run('', deps)
    },
    /** Gives every open job of that name its next turn, and then whatever follows from it, by these jobs. */
    turn: async (name: string, followers: readonly string[]): Promise<void> => {
      for (const work of await open([name])) await run(work)
      await follow(followers)
    },
    hasOpen: async (name: string): Promise<boolean> => (await open([name])).length > 0,
    close: () => http.close(),
  }
}

export type Program = Awaited<ReturnType<typeof openProgram>>
