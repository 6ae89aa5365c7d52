import { describe, expect, it } from 'vitest'
import { shapeGaps } from '../support/shape.ts'
import { hasShared, readShared } from '../support/shared.ts'
import { ask, friendsForTest } from './client.ts'

const sample = (name: string) => readShared(`specs/webhook-samples/plex-watchlist/${name}.json`)

/** What recordings hold beyond what anybody needs to know of a title. */
const gapsIn = (list: string, ...names: string[]) => names.map((name) => `${list}[0].${name} is missing`)

/** Of a film: its people, its ratings by others, and pictures that the catalogue has not. */
const UNTOLD = [
  ...['banner', 'primaryExtraKey', 'rating', 'studio', 'tagline', 'audienceRating', 'audienceRatingImage'],
  ...[
    'ratingImage',
    'imdbRatingCount',
    'Country',
    'Role',
    'Director',
    'Producer',
    'Writer',
    'Rating',
    'Studio',
  ],
]

describe.skipIf(!hasShared)('answers as the watchlist services were recorded', () => {
  it('to who asks for the own list and its titles', async () => {
    const { plex, olga } = await friendsForTest()
    plex.watchlist.add(olga.account, 'Dark')
    const read = async (path: string) => (await ask(plex.discover, path, { token: olga.token })).json
    const list = '/library/sections/watchlist/all?X-Plex-Container-Start='
    const metadata = '$.MediaContainer.Metadata'
    const gaps = shapeGaps(sample('discover-watchlist-all.recorded'), await read(`${list}0`))
    expect(gaps).toEqual(
      gapsIn(metadata, 'banner', 'rating', 'studio', 'tagline', 'ratingImage', 'imdbRatingCount'),
    )
    expect(shapeGaps(sample('discover-watchlist-empty.recorded'), await read(`${list}300`))).toEqual([])
    const title = await read(`/library/metadata/${plex.title('Arrival').key}`)
    const lacks = shapeGaps(sample('discover-metadata-item.recorded'), title)
    expect(lacks.toSorted()).toEqual(gapsIn(metadata, ...UNTOLD).toSorted())
  })

  it('to who makes and reads feeds', async () => {
    const { plex, olga, ana } = await friendsForTest()
    plex.watchlist.add(olga.account, 'Arrival')
    plex.watchlist.add(ana.account, 'Arrival')
    const read = async (feedType: string) => {
      const made = await ask(plex.discover, '/rss', { method: 'POST', token: olga.token, json: { feedType } })
      expect(shapeGaps(sample('discover-rss-create.recorded'), made.json)).toEqual([])
      const sent = await ask({ url: made.json.RSSInfo[0].url }, '?format=json')
      return (await ask({ url: sent.headers.get('location') ?? '' }, '')).json
    }
    expect(shapeGaps(sample('rss-watchlist.recorded'), await read('watchlist'))).toEqual([])
    // Feeds that were seen to go on behind their last entry were not seen to lead anywhere.
    expect(shapeGaps(sample('rss-friends.composed'), await read('friendsWatchlist'))).toEqual([
      '$.links.next is missing',
    ])
  })

  it('to who asks for friends and their lists, by the requests that programs send', async () => {
    const { plex, olga, ana } = await friendsForTest()
    plex.watchlist.add(ana.account, 'Arrival')
    plex.watchlist.add(ana.account, 'Inception')
    const requests = sample('community-requests') as Record<string, { query: string }>
    const post = async (name: string, variables: object) =>
      (
        await ask(plex.community, '/api', {
          method: 'POST',
          token: olga.token,
          json: { ...requests[name], variables },
        })
      ).json
    expect(shapeGaps(sample('community-allFriendsV2.recorded'), await post('allFriends', {}))).toEqual([])
    const list = await post('friendWatchlist', { user: { id: ana.account.uuid }, first: 1, after: null })
    expect(shapeGaps(sample('community-userV2-watchlist.composed'), list)).toEqual([])
  })
})
