import type { ListDoubt, ListProblem } from '../../domain/watchlists/list-standing.ts'
import type { FeedState } from '../../domain/watchlists/trouble.ts'

/** How additions are noticed, by what the feed is good for. */
const feeds: Readonly<Record<`health.feed.${FeedState}`, string>> = {
  'health.feed.open': '{whose} come by Plex’s feed, since {since}.',
  'health.feed.unknown': '{whose} come by looks for now: the feed wasn’t read yet.',
  'health.feed.none': '{whose} come by looks, since {since}: Plex gives no feed without a Plex Pass.',
  'health.feed.gone': '{whose} come by looks, since {since}: Plex’s feed is gone. I try it again every hour.',
  'health.feed.cached':
    '{whose} come by looks, since {since}: Plex’s feed is kept too long on its way. I try it again every hour.',
  'health.feed.stalled':
    '{whose} come by looks, since {since}: Plex’s feed missed some. I try it again every hour.',
  'health.feed.failing': '{whose} come by looks, since {since}: Plex’s feed doesn’t answer. I keep trying.',
}

/** Why lists can't be read, each with how many. */
const problems: Readonly<Record<`health.list.${ListProblem}`, string>> = {
  'health.list.off': '{count, number} switched off with `/members`',
  'health.list.suspended': '{count, number} of people who are no friends at Plex any more',
  'health.list.no-owner': '{count, number} for want of the owner’s sign-in',
  'health.list.hidden': '{count, number} hidden from friends',
  'health.list.token-refused': '{count, number} whose sign-in Plex no longer accepts',
  'health.list.asked-to-wait': '{count, number} because Plex asked me to wait',
  'health.list.unreachable': '{count, number} because Plex doesn’t answer',
  'health.list.odd-answer': '{count, number} because Plex answers with something that I can’t read',
}

/** Of which lists removals are not believed, each with how many. */
const doubts: Readonly<Record<`health.doubt.${ListDoubt}`, string>> = {
  'health.doubt.emptied': '{count, number} that Plex suddenly shows as empty',
  'health.doubt.unreadable': '{count, number} with something that I can’t make out',
}

/** What `/status` says. */
export const statusTexts = {
  ...feeds,
  ...problems,
  ...doubts,

  'health.heading': 'How Usherr is',
  'health.well': 'All is well.',
  'health.films': 'Films can’t be fetched at the moment. What is asked for waits, and nothing is lost.',
  'health.shows': 'Shows can’t be fetched at the moment. What is asked for waits, and nothing is lost.',
  'health.lists': 'Friends’ watchlists aren’t read at the moment. Nothing on them is lost.',
  'health.paused': 'Plex asked me to wait. I go on {until}, and what is added meanwhile is noticed then.',
  'health.mine': 'Your watchlist: {how}',
  'health.watchlists': 'Watchlists',
  'health.feed.own': 'The owner’s own additions',
  'health.feed.friends': 'Friends’ additions',
  'health.no-owner': 'Nobody is signed in to Plex as the owner. `/setup` does that.',
  'health.owner-refused': 'Plex no longer accepts the owner’s sign-in. `/setup` renews it; nothing is lost.',
  'health.read':
    '{count, plural, =0 {No watchlist is read.} one {One watchlist is read.} other {# watchlists are read.}}',
  'health.passed': 'The last one was gone through whole {at}.',
  'health.unread': 'Not read: {some}.',
  'health.doubted': 'Nothing counts as taken off, for now: {some}.',
  'health.instances': 'Instances',
  'health.instances.none': 'None yet. `/setup` adds one.',
  'health.requests': 'Requests under way',
  'health.requests.none': 'None.',
  'health.waiting.evaluating': '{count, number} being checked',
  'health.waiting.pending': '{count, number} waiting for an approver',
  'health.waiting.approved': '{count, number} on their way to an instance',
  'health.waiting.added': '{count, number} looked for',
  'health.waiting.downloading': '{count, number} downloading',
  'health.waiting.stuck': '{count, number} stuck; each one’s card says why',
  'health.work':
    '{count, plural, =0 {Nothing left to do now} one {One thing left to do now} other {# things left to do now}}',
  'health.version': 'Usherr {version}',
  'health.since': 'started {at}',
} as const satisfies Record<string, string>
