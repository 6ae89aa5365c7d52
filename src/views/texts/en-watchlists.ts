import type { ItemReason } from '../../domain/watchlists/item.ts'
import type { ListDoubt, ListProblem } from '../../domain/watchlists/list-standing.ts'

/** Why something on a watchlist is not asked for. */
const reasons: Readonly<Record<`watch.${ItemReason['code']}`, string>> = {
  'watch.here': '{known, select, yes {It’s already on {server}.} other {It’s already here.}}',
  'watch.suspended': 'When it was added, this Plex account wasn’t among the owner’s friends.',
  'watch.sync-off': 'When it was added, nothing was asked for from this watchlist.',
  'watch.excluded': 'Excluded from this watchlist.',
  'watch.excluded-for-all': 'Excluded for all, by an admin.',
  'watch.ids-missing': 'Plex doesn’t say yet which title this is elsewhere. I look again each day.',
  'watch.no-instance':
    '{kind, select, film {Nothing here fetches films yet.} other {Nothing here fetches shows yet.}}',
  'watch.not-aired': 'Nothing of it has aired yet. I look again each day.',
}

/** What can be done about it. */
const nexts: Readonly<Record<`watch.next.${ItemReason['code']}`, string>> = {
  'watch.next.here': 'Find it in Plex.',
  'watch.next.suspended': 'Becoming friends with the owner at Plex again mends that.',
  'watch.next.sync-off': 'An admin can change that with `/members`.',
  'watch.next.excluded': 'Include again has it looked at anew.',
  'watch.next.excluded-for-all': 'Only an admin can include it again.',
  'watch.next.ids-missing': 'To ask for it sooner, search for it with `/request`.',
  'watch.next.no-instance':
    '{kind, select, film {Once an admin adds Radarr, it’s asked for by itself.} other {Once an admin adds Sonarr, it’s asked for by itself.}}',
  'watch.next.not-aired': 'There’s nothing to do meanwhile.',
}

/** Why nothing is read from a watchlist, and what to do. */
const troubles: Readonly<Record<`watch.trouble.${ListProblem}`, string>> = {
  'watch.trouble.off': 'Nothing is asked for from this watchlist. An admin can change that with `/members`.',
  'watch.trouble.suspended':
    'This Plex account isn’t among the owner’s friends any more, so its watchlist rests. Nothing is lost; becoming friends again at Plex mends that.',
  'watch.trouble.no-owner':
    'The owner’s sign-in at Plex is missing, so friends’ watchlists aren’t read. Nothing is lost; an admin signs in again with `/setup`.',
  'watch.trouble.hidden':
    'Plex keeps this watchlist from friends. Show it to friends in Plex’s privacy settings, or sign in here with `/link`.',
  'watch.trouble.token-refused': 'Plex no longer accepts the sign-in. `/link` renews it.',
  'watch.trouble.asked-to-wait': 'Plex asked me to wait a while. I go on by myself.',
  'watch.trouble.unreachable': 'Plex doesn’t answer at the moment. I keep trying.',
  'watch.trouble.odd-answer': 'Plex answered with something that I can’t read. I keep trying.',
}

/** Why nothing is taken for removed from a watchlist, and how that ends. */
const doubts: Readonly<Record<`watch.doubt.${ListDoubt}`, string>> = {
  'watch.doubt.emptied':
    'Plex shows this watchlist as empty, which isn’t always true. If it stays so for a day, what stood on it counts as taken off.',
  'watch.doubt.unreadable':
    'Plex lists something here that I can’t make out. What is added is noticed; nothing counts as taken off until I can.',
}

/** What `/watchlist` says. */
export const watchlistTexts = {
  ...reasons,
  ...nexts,
  ...troubles,
  ...doubts,

  'watch.word.new': 'Being looked at',
  'watch.word.before': 'Not asked for',
  'watch.word.skipped': 'Not asked for',
  'watch.word.here': 'Here',
  'watch.word.asked': 'Asked',
  'watch.word.gone': 'Taken off',
  'watch.why.new': 'I’m finding out what there is of it.',
  'watch.why.before': 'It stood here before I first looked.',
  'watch.why.gone': 'It’s no longer on the Plex watchlist.',
  'watch.why.asked': 'It was asked for.',
  'watch.next.new': '`/watchlist` shows how it goes on.',
  'watch.next.before': 'Request asks for it now.',
  'watch.next.over': 'Request asks once more.',
  'watch.next.gone': 'What was asked for and decided goes its way.',
  'watch.added-at': 'On the watchlist since {at}',

  'watchlist.heading': 'Your watchlist',
  'watchlist.heading.member': 'Watchlist of {who}',
  'watchlist.titles': '{count, plural, =0 {Nothing on it} one {One title} other {# titles}}',
  'watchlist.read': 'read {at}',
  'watchlist.unread': 'not read yet',
  'watchlist.by.feed': 'additions come by Plex’s feed',
  'watchlist.by.look': 'looked at every {every}',
  'watchlist.seconds': '{count, plural, one {second} other {# seconds}}',
  'watchlist.minutes': '{count, plural, one {minute} other {# minutes}}',
  'watchlist.empty': 'Add something in any Plex app, or here with `/watchlist` and its `add`.',
  'watchlist.empty.asked': 'Nothing on it was asked for yet.',
  'watchlist.empty.not-asked': 'Everything new on it was asked for, or is here.',
  'watchlist.empty.before': 'Nothing stood there before I first looked.',
  'watchlist.page': 'Page {page, number} of {pages, number}',
  'watchlist.only.asked': 'only asked for',
  'watchlist.only.not-asked': 'only not asked for',
  'watchlist.only.before': 'only from before',
  'watchlist.sync': 'Sync now',
  'watchlist.syncing': 'I’m looking now. What is new appears within a minute or two.',
  'watchlist.exclusions': 'Exclusions',
  'watchlist.ask-before': 'Ask for all from before ({count, number})',
  'watchlist.back': 'Back',
  'watchlist.none': 'No Plex account of yours is known here yet.',
  'watchlist.none.why':
    'Once it is, I ask for what you add to your Plex watchlist: nothing else to do here. What stands on it already stays as it is.',
  'watchlist.none.member': 'No Plex account of {who} is known here. `/members` links one to them.',

  'before.heading': 'Ask for all from before?',
  'before.what':
    '{count, plural, one {One title stood on the watchlist of {who} before I first looked: {names}} other {# titles stood on the watchlist of {who} before I first looked: {names}}}',
  'before.why':
    'Each is asked for as if it was added today. What is here already is left alone, and what needs an approver waits for one.',
  'before.more': '{some} and {count, plural, one {one more} other {# more}}',
  'before.now': '{count, plural, one {Ask for one title} other {Ask for # titles}}',
  'before.nothing': 'Nothing is left from before.',
  'before.done': '{count, plural, one {One title is} other {# titles are}} being looked at now.',
  'before.done.why': 'The watchlist shows what becomes of each.',

  'item.request': 'Request',
  'item.open-request': 'Open request',
  'item.remove': 'Remove',
  'item.put-back': 'Put back',
  'item.exclude': 'Exclude',
  'item.include': 'Include again',
  'item.exclude-all': 'Exclude for all',
  'item.include-all': 'Include for all',
  'item.excluded': 'Excluded: it’s never asked for from this watchlist.',
  'item.excluded-all': 'Excluded for all: it’s never asked for from a watchlist.',

  'exclusions.heading': 'Exclusions',
  'exclusions.why': 'These are never asked for from a watchlist. `/request` still asks for them.',
  'exclusions.empty': 'Nothing is excluded. Open something on your watchlist to exclude it.',
  'exclusions.mine': 'For you, since {at}',
  'exclusions.all': 'For all, since {at}',
} as const satisfies Record<string, string>
