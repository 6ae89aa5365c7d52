import { z } from 'zod'
import { type FaultKind, isFault } from '../../platform/faults.ts'
import { isSuccess, readJson } from '../http/ask.ts'
import { safeWords } from '../http/said.ts'
import { statusFault } from '../http/status-fault.ts'
import type { Answer, Call, CallOptions, Http } from '../http/types.ts'
import { plexHeaders } from './headers.ts'
import { contradiction, gather } from './list.ts'
import { kindOf, plexKey } from './title.ts'
import type {
  ListedTitle,
  ListPage,
  PageOptions,
  PlexCommunity,
  PlexCommunitySettings,
  PlexFriend,
} from './types.ts'

const FRIENDS = {
  operationName: 'GetAllFriends',
  query: 'query GetAllFriends { allFriendsV2 { user { id username displayName } } }',
}
const WATCHLIST = {
  operationName: 'GetWatchlistHub',
  query: `query GetWatchlistHub($user: UserInput!, $first: PaginationInt!, $after: String) {
  userV2(user: $user) {
    ... on User {
      watchlist(first: $first, after: $after) {
        nodes { id title type }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`,
}

const refusals = z.object({
  errors: z
    .array(
      z.object({
        message: z.string().nullish(),
        extensions: z.object({ code: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
})
const user = z.object({ id: z.string(), username: z.string().nullish(), displayName: z.string().nullish() })
const friends = z.object({
  data: z.object({ allFriendsV2: z.array(z.object({ user: user.nullish() })) }),
})
const node = z.object({ id: plexKey, title: z.string().min(1), type: z.string() })
const watchlist = z.object({
  data: z.object({
    userV2: z
      .object({
        watchlist: z
          .object({
            nodes: z.array(z.unknown()),
            pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
          })
          .nullish(),
      })
      .nullish(),
  }),
})

const KINDS: readonly (readonly [RegExp, FaultKind])[] = [
  [/UNAUTHENTICATED|UNAUTHORI[SZ]ED/, 'unauthorised'],
  [/FORBIDDEN/, 'forbidden'],
  [/NOT_FOUND/, 'not-found'],
  [/RATE_LIMIT|TOO_MANY/, 'rate-limited'],
  [/INTERNAL|UNAVAILABLE|TIMEOUT/, 'server'],
]

/** @throws Fault for the refusals that GraphQL sends with the status of a success */
const refuse = (call: Call, answer: Answer): void => {
  const [first] = readJson(call, answer, refusals).errors ?? []
  if (first === undefined) return
  const code = first.extensions?.code?.toUpperCase()
  const [, kind] = KINDS.find(([pattern]) => pattern.test(code ?? '')) ?? []
  throw statusFault(call, answer, {
    kind: kind ?? 'rejected',
    ...(code === undefined ? {} : { code }),
    ...(first.message ? { said: safeWords(first.message, call.secrets) } : {}),
  })
}

const listed = (entry: unknown): ListedTitle | undefined => {
  const { data } = node.safeParse(entry)
  const kind = kindOf(data?.type)
  return data && kind && { plexKey: data.id, kind, name: data.title }
}

const friendOf = ({ id, username, displayName }: z.infer<typeof user>): PlexFriend => {
  const name = username || displayName || id
  return { uuid: id, username: name, title: displayName || name }
}

/** Plex's community: what friends let one another see. Asked by the token of who has the friends. */
export const createPlexCommunity = (settings: PlexCommunitySettings, http: Http): PlexCommunity => {
  const send = async (operation: string, token: string, body: object, options: CallOptions = {}) => {
    const call: Call = {
      service: 'Plex Community',
      operation,
      url: new URL(`${settings.communityUrl}/api`),
      method: 'POST',
      headers: plexHeaders(settings, token),
      body,
      secrets: [token],
      maxBytes: 8 * 1024 * 1024,
      ...options,
    }
    const answer = await http.send(call)
    if (!isSuccess(answer)) throw statusFault(call, answer)
    refuse(call, answer)
    return { call, answer }
  }

  const page = async (
    token: string,
    uuid: string,
    { size, after }: PageOptions,
    options?: CallOptions,
  ): Promise<ListPage | 'hidden'> => {
    const variables = { user: { id: uuid }, first: size, after: after ?? null }
    const { call, answer } = await send(
      'read a friend’s watchlist',
      token,
      { ...WATCHLIST, variables },
      options,
    )
    const list = readJson(call, answer, watchlist).data.userV2?.watchlist
    if (!list) return 'hidden'
    const { hasNextPage, endCursor } = list.pageInfo
    if (hasNextPage && (!endCursor || endCursor === after))
      throw contradiction(call, 'no way to the next page')
    return {
      ...gather(list.nodes, listed),
      ...(hasNextPage && endCursor ? { next: endCursor } : {}),
      ...(answer.headers.etag ? { etag: answer.headers.etag } : {}),
    }
  }

  return {
    friends: async (token, options) => {
      const { call, answer } = await send('list friends', token, FRIENDS, options)
      const known = readJson(call, answer, friends).data.allFriendsV2.flatMap((one) => one.user ?? [])
      return [...new Map(known.map((one) => [one.id, friendOf(one)])).values()]
    },
    watchlist: async (...asked) => {
      try {
        return await page(...asked)
      } catch (error) {
        // With the status of a success it is about this friend, and not about the token.
        if (isFault(error, 'forbidden', 'not-found') && error.facts.status === 200) return 'hidden'
        throw error
      }
    },
  }
}
