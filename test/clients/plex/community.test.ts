import { describe, expect, it } from 'vitest'
import { createPlexCommunity } from '../../../src/clients/plex/community.ts'
import { hasShared, readShared } from '../../sandbox/support/shared.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve } from '../support/serve.ts'
import { badWeather, SECRET } from './support/weather.ts'

const SAMPLES = 'specs/webhook-samples/plex-watchlist'
const KEY = '5d77688b9ab54400214e789b'

const at = (communityUrl: string) =>
  createPlexCommunity({ communityUrl, clientId: 'usherr-1', product: 'Usherr' }, testHttp())

const answering = async (body: unknown, headers: Record<string, string> = {}) =>
  at(await serve(json(body, 200, headers)))

const list = (nodes: unknown, pageInfo: unknown = { hasNextPage: false, endCursor: null }) => ({
  data: { userV2: { watchlist: { nodes, pageInfo } } },
})
const refusal = (code: string | undefined, data: unknown = null) => ({
  data,
  errors: [{ message: `No ${SECRET}`, ...(code === undefined ? {} : { extensions: { code } }) }],
})

describe('friends', () => {
  it('have names, once each', async () => {
    const allFriendsV2 = [
      { user: { id: 'a1', username: 'bob', displayName: 'Bob' } },
      { user: { id: 'a2', username: 'eve' } },
      { user: { id: 'a3', username: null, displayName: 'Kit' } },
      { user: { id: 'a4' } },
      { user: null },
      { user: { id: 'a1', username: 'bob', displayName: 'Bob' } },
    ]
    expect(await (await answering({ data: { allFriendsV2 } })).friends('token')).toEqual([
      { uuid: 'a1', username: 'bob', title: 'Bob' },
      { uuid: 'a2', username: 'eve', title: 'eve' },
      { uuid: 'a3', username: 'Kit', title: 'Kit' },
      { uuid: 'a4', username: 'a4', title: 'a4' },
    ])
  })

  it('are not believed to be gone when the answer is none', async () => {
    for (const body of [
      {},
      { data: null },
      { data: { allFriendsV2: null } },
      { data: { allFriendsV2: [{ user: {} }] } },
    ])
      expect(await faultOf((await answering(body)).friends('token'))).toMatchObject({ kind: 'bad-shape' })
  })

  it.runIf(hasShared)('are read as they were recorded', async () => {
    const community = await answering(readShared(`${SAMPLES}/community-allFriendsV2.recorded.json`))
    expect(await community.friends('token')).toEqual([
      { uuid: 'ecdb6as0230e2115', username: 'friend-1', title: 'friend-1' },
      { uuid: 'a31281fd8s413643', username: 'friend-2', title: 'friend-2' },
    ])
  })

  badWeather((url, options) => at(url).friends(SECRET, options))
})

describe('a friend’s watchlist', () => {
  it('is asked for with variables, and the token in a header', async () => {
    let seen: { url?: string | undefined; token?: unknown; body?: unknown } = {}
    const community = at(
      await serve(async (request, response) => {
        const chunks: Buffer[] = []
        for await (const chunk of request) chunks.push(chunk)
        const body = JSON.parse(Buffer.concat(chunks).toString())
        seen = { url: request.url, token: request.headers['x-plex-token'], body }
        json(list([]))(request, response)
      }),
    )
    await community.watchlist(SECRET, 'a1"}', { size: 50, after: 'MTY=' })
    expect(seen).toEqual({
      url: '/api',
      token: SECRET,
      body: {
        operationName: 'GetWatchlistHub',
        query: expect.not.stringContaining('a1'),
        variables: { user: { id: 'a1"}' }, first: 50, after: 'MTY=' },
      },
    })
    await community.watchlist(SECRET, 'a1', { size: 2 })
    expect(seen.body).toMatchObject({ variables: { user: { id: 'a1' }, first: 2, after: null } })
  })

  it('has titles, and what is none is counted', async () => {
    const nodes = [
      { id: KEY, title: 'One', type: 'MOVIE' },
      { id: KEY.replace('5', '6'), title: 'Two', type: 'SHOW' },
      { id: KEY, title: 'One', type: 'MOVIE' },
      { id: 'short', title: 'Three', type: 'MOVIE' },
      { id: KEY, title: 'Four', type: 'EPISODE' },
      { id: KEY.replace('5', '7'), title: 'Five', type: 'EPISODE' },
      { id: KEY.replace('5', '8') },
      null,
    ]
    const community = await answering(list(nodes), { etag: 'W/"b"' })
    expect(await community.watchlist('token', 'a1', { size: 50 })).toEqual({
      items: [
        { plexKey: KEY, kind: 'film', name: 'One' },
        { plexKey: KEY.replace('5', '6'), kind: 'show', name: 'Two' },
      ],
      unread: [KEY.replace('5', '7'), KEY.replace('5', '8')],
      skipped: 2,
      etag: 'W/"b"',
    })
  })

  it('goes on where it says so', async () => {
    const community = await answering(list([], { hasNextPage: true, endCursor: 'c2' }))
    expect(await community.watchlist('token', 'a1', { size: 50, after: 'c1' })).toMatchObject({ next: 'c2' })
  })

  it('is not believed to end where it doesn’t', async () => {
    for (const endCursor of [null, '', 'c1']) {
      const community = await answering(list([], { hasNextPage: true, endCursor }))
      const fault = await faultOf(community.watchlist('token', 'a1', { size: 50, after: 'c1' }))
      expect(fault).toMatchObject({ kind: 'bad-shape' })
    }
  })

  it.each([
    ['a refusal', refusal('FORBIDDEN')],
    ['a refusal beside an empty list', refusal('forbidden', { userV2: { watchlist: null } })],
    ['nobody', refusal('NOT_FOUND')],
    ['no user', { data: { userV2: null } }],
    ['a user of another kind', { data: { userV2: {} } }],
    ['no list', { data: { userV2: { watchlist: null } } }],
  ])('is hidden: %s', async (_name, body) => {
    expect(await (await answering(body)).watchlist('token', 'a1', { size: 50 })).toBe('hidden')
  })

  it.each([
    ['UNAUTHENTICATED', 'unauthorised'],
    ['UNAUTHORIZED', 'unauthorised'],
    ['RATE_LIMITED', 'rate-limited'],
    ['INTERNAL_SERVER_ERROR', 'server'],
    ['BAD_USER_INPUT', 'rejected'],
    [undefined, 'rejected'],
  ])('is refused with the status of a success: %s', async (code, kind) => {
    const community = await answering(refusal(code), { 'retry-after': '7' })
    const fault = await faultOf(community.watchlist(SECRET, 'a1', { size: 50 }))
    expect(fault).toMatchObject({ kind, said: 'No [hidden]', retryAfterMs: 7_000 })
    expect(fault.code).toBe(code)
  })

  it('is of no other shape', async () => {
    for (const body of [{}, { data: null }, { data: [] }, list(null), list([], null), { errors: 'all' }]) {
      const fault = await faultOf((await answering(body)).watchlist('token', 'a1', { size: 50 }))
      expect(fault).toMatchObject({ kind: 'bad-shape' })
    }
  })

  it.runIf(hasShared)('is read as it was recorded', async () => {
    const community = await answering(readShared(`${SAMPLES}/community-userV2-watchlist.composed.json`))
    expect(await community.watchlist('token', 'a1', { size: 2 })).toEqual({
      items: [
        { plexKey: KEY, kind: 'film', name: 'The Twilight Saga: Breaking Dawn - Part 2' },
        {
          plexKey: '5d77688b594b2b001e68f2f0',
          kind: 'film',
          name: 'The Twilight Saga: Breaking Dawn - Part 1',
        },
      ],
      unread: [],
      skipped: 0,
      next: 'MTY1NjE4NDgyMzEzMA==',
    })
  })

  badWeather((url, options) => at(url).watchlist(SECRET, 'a1', { size: 50 }, options))
})
