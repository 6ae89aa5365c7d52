import { UNFOUND } from '../actions/requests/ask-unfound.ts'
import { CHANNEL_LOST } from '../actions/setup/record-channel.ts'
import { PLEX_REFUSED } from '../actions/telling/tell-of-plex.ts'
import type { Delivery } from '../db/queries/deliveries.ts'
import { channelAt, type Home } from '../db/queries/home.ts'
import { findInquiry } from '../db/queries/inquiries.ts'
import { findPlexAccount } from '../db/queries/plex-accounts.ts'
import { findRequestView } from '../db/queries/request-view.ts'
import { findTelling, listEpisodesOf } from '../db/queries/tellings.ts'
import { PLACES, type Place } from '../domain/home/channel.ts'
import type { RequestView } from '../domain/requests/view.ts'
import { sumUp } from '../domain/seasons/arrived.ts'
import type { EpisodeRef } from '../domain/seasons/wish.ts'
import type { MessageBody } from '../views/kit/message.ts'
import { channelNotice } from '../views/notices/channel-notice.ts'
import { deniedNotice } from '../views/notices/denied-notice.ts'
import { episodesNotice } from '../views/notices/episodes-notice.ts'
import { narrowedNotice } from '../views/notices/narrowed-notice.ts'
import { plexRefusedNotice } from '../views/notices/plex-notice.ts'
import { readyNotice } from '../views/notices/ready-notice.ts'
import { refusedNotice } from '../views/notices/refused-notice.ts'
import { unfoundNotice } from '../views/notices/unfound-notice.ts'
import { type SayText, sayIn } from '../views/texts/say.ts'
import { composeInstanceNews, isInstanceNews } from './compose-instance-news.ts'
import type { JobDeps } from './deps.ts'

type NoticeDeps = Pick<JobDeps, 'db' | 'imageUrl'>

const REQUEST_NEWS = {
  'request.available': readyNotice,
  'request.narrowed': narrowedNotice,
  'request.denied': deniedNotice,
  'request.refused': refusedNotice,
} as const

/** The channel of the home whose loss a delivery tells of. */
const lostPlace = ({ kind }: Delivery): Place | undefined =>
  PLACES.find((place) => CHANNEL_LOST[place] === kind)

/**
 * Where somebody who takes no direct messages is told: where everybody is, unless that channel is what is lost, or it
 * is a matter of admins.
 */
export const fallbackPlace = (delivery: Delivery): Place =>
  lostPlace(delivery) === 'request' || isInstanceNews(delivery) ? 'admin' : 'request'

const viewOf = async (requestId: string, delivery: Delivery, deps: NoticeDeps): Promise<RequestView> => {
  const view = await findRequestView(deps.db, requestId, deps.imageUrl)
  if (view === undefined) throw new Error(`delivery ${delivery.id} speaks of no request`)
  return view
}

/** How somebody is told: what they alone may choose stands in direct messages only. */
type Telling = Readonly<{ home: Home | undefined; locale: string; way: 'dm' | 'mention' }>

/** That Plex takes a sign-in no longer; undefined once somebody signed in again. */
const composePlexNews = async (
  { subject }: Delivery,
  home: Home | undefined,
  say: SayText,
  { db }: NoticeDeps,
): Promise<MessageBody | undefined> => {
  const [plexId = '', refusedAt] = subject.split('.')
  const account = await findPlexAccount(db, plexId)
  if (account?.tokenRefusedAt == null || String(account.tokenRefusedAt) !== refusedAt) return undefined
  return plexRefusedNotice(home?.plexOwner === plexId ? 'owner' : 'member', say)
}

/** What a delivery says; undefined when that is no longer so. */
export const composeNotice = async (
  delivery: Delivery,
  { home, locale, way }: Telling,
  deps: NoticeDeps,
): Promise<MessageBody | undefined> => {
  const say = sayIn(locale)
  const place = lostPlace(delivery)
  if (place !== undefined) {
    const { id, trouble } = channelAt(home, place)
    return id === undefined || trouble === undefined ? undefined : channelNotice({ place, id, trouble }, say)
  }
  if (delivery.kind === PLEX_REFUSED) return composePlexNews(delivery, home, say, deps)
  if (isInstanceNews(delivery)) return composeInstanceNews(delivery, say, deps)
  if (delivery.kind === 'episodes.ready') {
    const telling = await findTelling(deps.db, delivery.subject)
    const { part } = delivery
    const episodes =
      part === null ? await listEpisodesOf(deps.db, delivery.subject) : (JSON.parse(part) as EpisodeRef[])
    const arrived = sumUp(episodes, telling?.whole ?? [])
    return episodesNotice(await viewOf(telling?.requestId ?? '', delivery, deps), arrived, say)
  }
  if (delivery.kind === UNFOUND) {
    const inquiry = await findInquiry(deps.db, delivery.subject)
    const view = await viewOf(inquiry?.requestId ?? '', delivery, deps)
    const waits =
      view.request.state === 'added' && view.askers.some(({ discordId }) => discordId === delivery.discordId)
    return waits ? unfoundNotice({ view, alone: way === 'dm' }, say) : undefined
  }
  const view = await viewOf(delivery.subject, delivery, deps)
  return REQUEST_NEWS[delivery.kind as keyof typeof REQUEST_NEWS](view, say)
}
