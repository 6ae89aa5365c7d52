import { guidsOf, posterOf, publicPageOf } from '../discover/metadata.ts'
import { entriesOf } from '../world/feeds.ts'
import type { Feed, FeedEntry, World } from '../world/types.ts'
import { titleOf } from '../world/watchlist.ts'

const WORDS = {
  watchlist: { title: 'Plex Watchlist', description: 'Plex watchlist for me', category: 'My Watchlist' },
  friendsWatchlist: {
    title: 'Plex Friends Watchlist',
    description: 'Plex watchlist for friends',
    category: 'Friends’ Watchlist',
  },
} as const

const item = (world: World, feed: Feed, entry: FeedEntry) => {
  const title = titleOf(world, entry)
  const { feedLacks } = world.weather
  const poster = posterOf(title)
  return {
    title: title.year > 0 ? `${title.title} (${title.year})` : title.title,
    pubDate: new Date(entry.addedAt).toUTCString(),
    link: publicPageOf(title),
    ...(!feedLacks.has('guids') && { guids: guidsOf(title) }),
    description: title.overview,
    category: title.kind,
    credits: [],
    ...(poster !== undefined && {
      thumbnail: { url: `https://images.plex.tv/photo?url=${encodeURIComponent(poster)}` },
    }),
    keywords: title.genres.map((genre) => genre.toLowerCase()),
    ...(title.certification !== undefined && {
      rating: { rating: title.certification.toLowerCase(), scheme: 'urn:mpaa' },
    }),
    ...(feed.type === 'friendsWatchlist' && !feedLacks.has('author') && { author: entry.author }),
  }
}

/** A feed in JSON; `self` is its own address. */
export const feedBody = (world: World, feed: Feed, self: string) => ({
  ...WORDS[feed.type],
  links: { self },
  items: entriesOf(world, feed).map((entry) => item(world, feed, entry)),
})
