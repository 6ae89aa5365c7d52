import { expect, it } from 'vitest'
import { ask, friendsForTest } from './client.ts'

const FRIENDS = 'query GetAllFriends { allFriendsV2 { user { id username displayName } } }'
const LIST = `query GetWatchlistHub($user: UserInput!, $first: PaginationInt!, $after: String) {
  userV2(user: $user) { ... on User {
    watchlist(first: $first, after: $after) { nodes { id title type } pageInfo { hasNextPage endCursor } }
  } } }`

const house = async () => {
  const friends = await friendsForTest()
  const { plex, olga } = friends
  const query = async (text: string, variables: object = {}, token = olga.token) =>
    ask(plex.community, '/api', { method: 'POST', token, json: { query: text, variables } })
  const list = async (uuid: string, first = 100, after: string | null = null) =>
    (await query(LIST, { user: { id: uuid }, first, after })).json
  return { ...friends, query, list }
}

it('tells the friends, without managed users', async () => {
  const { plex, olga, ana, ben, query } = await house()
  plex.addHomeUser(olga.account, 'Kid')
  const { json } = await query(FRIENDS)
  expect(json).toEqual({
    data: {
      allFriendsV2: [ana, ben].map(({ account }) => ({
        user: { id: account.uuid, username: account.username, displayName: account.title },
      })),
    },
  })
})

it('pages through a friend’s list by a cursor that new entries do not move', async () => {
  const { plex, clock, ana, list } = await house()
  for (const title of ['Arrival', 'Inception', 'Dark']) {
    plex.watchlist.add(ana.account, title)
    clock.pass(1000)
  }
  const one = (await list(ana.account.uuid, 2)).data.userV2.watchlist
  expect(one.nodes).toEqual([
    { id: plex.title('Dark').key, title: 'Dark', type: 'SHOW' },
    { id: plex.title('Inception').key, title: 'Inception', type: 'MOVIE' },
  ])
  plex.watchlist.add(ana.account, 'Alien')
  const two = (await list(ana.account.uuid, 2, one.pageInfo.endCursor)).data.userV2.watchlist
  expect(two.nodes).toMatchObject([{ title: 'Arrival' }])
  expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false])
  plex.weather.overlap = 1
  const again = (await list(ana.account.uuid, 2, one.pageInfo.endCursor)).data.userV2.watchlist
  expect(again.nodes).toMatchObject([{ title: 'Inception' }, { title: 'Arrival' }])
})

it('takes literal arguments and several lists at once, up to its limits', async () => {
  const { plex, ana, ben, query, list } = await house()
  plex.watchlist.add(ana.account, 'Arrival')
  const some = (account: { uuid: string }, first = 2) =>
    `userV2(user: {id: "${account.uuid}"}) { ...F }`.replace('F', `L${first}`)
  const fragment = (first: number) =>
    `fragment L${first} on User { watchlist(first: ${first}) { nodes { id } } }`
  const both = await query(`{ a: ${some(ana.account)} b: ${some(ben.account)} } ${fragment(2)}`)
  expect(both.json.data).toEqual({
    a: { watchlist: { nodes: [{ id: plex.title('Arrival').key }] } },
    b: { watchlist: { nodes: [] } },
  })
  const six = 'abcdef'.split('').map((name) => `${name}: ${some(ana.account, 100)}`)
  const much = await query(`{ ${six.join(' ')} } ${fragment(100)}`)
  expect([much.status, much.json.data, much.json.errors[0].extensions.code]).toEqual([
    200,
    null,
    'BAD_USER_INPUT',
  ])
  expect((await list(ana.account.uuid, 101)).errors[0].extensions.code).toBe('BAD_USER_INPUT')
})

it('refuses a list that is hidden or a stranger’s, or shows it empty', async () => {
  const { plex, ana, ben, list } = await house()
  plex.watchlist.add(ana.account, 'Arrival')
  plex.watchlist.hide(ana.account)
  const stranger = plex.addAccount({ name: 'Zoe' })
  for (const uuid of [ana.account.uuid, stranger.uuid]) {
    const refused = await list(uuid)
    expect([refused.data, refused.errors[0].extensions.code]).toEqual([null, 'FORBIDDEN'])
  }
  plex.weather.hiddenLists = 'empty'
  expect((await list(ana.account.uuid)).data.userV2.watchlist.nodes).toEqual([])
  expect((await list('0000000000000000')).errors[0].extensions.code).toBe('NOT_FOUND')
  expect((await list(ben.account.uuid)).errors).toBeUndefined()
})

it('carries a tag that changes with the list, and says what it does not understand', async () => {
  const { plex, ana, query } = await house()
  const tag = async () =>
    (await query(LIST, { user: { id: ana.account.uuid }, first: 2 })).headers.get('etag')
  const before = await tag()
  expect(await tag()).toBe(before)
  plex.watchlist.add(ana.account, 'Inception')
  expect(await tag()).not.toBe(before)

  const code = async (text: string) => (await query(text)).json.errors[0].extensions.code
  expect(await code('{ user(id: "1") { id } }')).toBe('GRAPHQL_VALIDATION_FAILED')
  expect(await code('{ allFriendsV2 { ')).toBe('GRAPHQL_PARSE_FAILED')
  const nobody = await query(FRIENDS, {}, 'made-up')
  expect([nobody.status, nobody.json.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
})
