import type { Arr, Radarr, Sonarr } from '../../../src/clients/arr/types.ts'
import type { Discord, RecentMessage } from '../../../src/clients/discord/types.ts'
import type { Db } from '../../../src/db/connect.ts'
import { createVault } from '../../../src/platform/crypto.ts'
import { createLogger, createScrubber } from '../../../src/platform/logger.ts'
import type { JobDeps } from '../../../src/workers/deps.ts'
import type { PlexLines } from '../../../src/workers/plex.ts'
import { desk, stillClock } from '../../actions/support/desk.ts'

/** A client of which a test uses these calls; any other fails the test. */
export const only = <T extends object>(calls: Partial<T>): T =>
  new Proxy(calls as T, {
    get: (target, name) => {
      if (name in target || typeof name === 'symbol') return Reflect.get(target, name)
      throw new Error(`no test asked for ${name}`)
    },
  })

export type Post = {
  id: string
  channelId: string
  nonce: string
  mark: number | undefined
  at: number
  body: unknown
  edits: number
}

const MINUTE = 60_000

/**
 * As much of Discord as messages need. It knows a nonce again for three minutes. `trouble` is asked before each call,
 * and `after` once it took effect: what they throw is what the caller hears.
 */
export const fakeDiscord = (clock: ReturnType<typeof stillClock>) => {
  const posts: Post[] = []
  const calls: string[] = []
  const hooks = {
    trouble: (_call: string) => undefined as unknown,
    after: (_call: string) => undefined as unknown,
  }
  const call = async <T>(name: string, effect: () => T): Promise<T> => {
    calls.push(name)
    await hooks.trouble(name)
    const value = effect()
    await hooks.after(name)
    return value
  }
  const discord = only<Discord>({
    send: (channelId, body, nonce) =>
      call('send', () => {
        const known = posts.find((post) => post.nonce === nonce && post.at > clock.now() - 3 * MINUTE)
        if (known !== undefined) return { messageId: known.id }
        const [first] = (body.components ?? []) as { id?: number }[]
        const id = String(900 + posts.length)
        posts.push({ id, channelId, nonce, mark: first?.id, at: clock.now(), body, edits: 0 })
        return { messageId: id }
      }),
    edit: (_, messageId, body) =>
      call('edit', () => {
        const post = posts.find(({ id }) => id === messageId)
        if (post !== undefined) Object.assign(post, { body, edits: post.edits + 1 })
      }),
    recent: (channelId, limit) =>
      call('recent', () =>
        posts
          .filter((post) => post.channelId === channelId)
          .toReversed()
          .slice(0, limit)
          .map(
            ({ id, at, mark }): RecentMessage => ({
              id,
              authorId: '1',
              sentAt: at,
              customIds: [],
              ...(mark === undefined ? {} : { mark }),
            }),
          ),
      ),
    openDm: (userId) => call('openDm', () => `dm-${userId}`),
  })
  return { discord, posts, calls, hooks }
}

/** What jobs are given in tests: a clock that stands, and clients that do only what the test says. */
export const bench = (db: Db, clients: { arr?: object } = {}) => {
  const clock = stillClock()
  const lines: Record<string, unknown>[] = []
  const log = createLogger({ level: 'debug', format: 'json' }, createScrubber(), {
    write: (line) => void lines.push(JSON.parse(line)),
  })
  const fake = fakeDiscord(clock)
  const arr = only<Radarr & Sonarr & Arr>((clients.arr ?? {}) as Radarr & Sonarr)
  const deps: JobDeps = {
    ...desk(db, clock),
    vault: createVault(Buffer.alloc(32, 1)),
    discord: fake.discord,
    askMember: async () => undefined,
    plex: () => only<PlexLines>({}),
    serversOf: async () => [],
    titles: { details: async () => undefined },
    radarr: () => arr,
    sonarr: () => arr,
    arr: () => arr,
    applicationId: '1',
    imageUrl: 'https://images.test',
    publicUrl: 'http://usherr.test',
    log,
    shares: { take: () => ({ leave: () => undefined }) },
    random: () => 0.5,
  }
  return { deps, clock, lines, ...fake }
}
