import type { StartedPin } from '../../../src/actions/people/start-signin.ts'
import type { Tx } from '../../../src/db/connect.ts'
import type { ShownCard } from '../../../src/db/queries/cards.ts'
import { type Delivery, insertDelivery } from '../../../src/db/queries/deliveries.ts'
import { insertFollower } from '../../../src/db/queries/followers.ts'
import { type PlexAccount, savePlexAccount } from '../../../src/db/queries/plex-accounts.ts'
import { insertSignin, type Signin } from '../../../src/db/queries/signins.ts'
import { insertTelling, noteEpisodes } from '../../../src/db/queries/tellings.ts'
import { saveTitle } from '../../../src/db/queries/titles.ts'
import { insertItems, updateItem, type WatchItem } from '../../../src/db/queries/watch-items.ts'
import { openList, updateList, type WatchList } from '../../../src/db/queries/watch-lists.ts'
import type { InboxTable, InstancesTable } from '../../../src/db/tables/database.ts'
import type { MediaRequest, RequestChange } from '../../../src/domain/requests/request.ts'
import { PATIENCE_MS } from '../../../src/domain/requests/unfound.ts'
import type { Sealed } from '../../../src/platform/crypto.ts'
import { another, film, ids, instanceRow, person, request } from '../../db/support/rows.ts'
import { NOW } from './desk.ts'

/** What an instance offers, and something sealed. */
export const OFFER = {
  choices: {
    profiles: [
      { id: 4, name: 'HD' },
      { id: 6, name: 'UHD' },
    ],
    folders: [{ path: '/films' }, { path: '/more' }],
    tags: [{ id: 1, label: 'usherr' }],
  },
  sealed: 'v1.sealed' as Sealed,
} as const

/** A ready instance with something to choose. */
export const instance = async (tx: Tx, more: Partial<InstancesTable> = {}): Promise<InstancesTable> => {
  const row = instanceRow({ choices: JSON.stringify(OFFER.choices), profileId: 4, folder: '/films', ...more })
  await tx.insertInto('instances').values(row).execute()
  return row
}

/** A film that nobody asked for yet. */
export const title = async (tx: Tx) => {
  const facts = film()
  const titleId = await saveTitle(tx, facts, NOW, ids)
  return {
    titleId,
    title: facts,
    ref: { kind: 'film', source: 'tmdb', value: facts.ids.tmdb ?? '' } as const,
  }
}

/** A request of somebody's, which they follow. */
export const ownRequest = async (
  tx: Tx,
  discordId: string,
  change: RequestChange = { state: 'pending' },
): Promise<MediaRequest> => {
  const personId = await person(tx, discordId)
  const made = await request(tx, { personId, change })
  await insertFollower(tx, made.id, { personId, discordId }, NOW)
  return made
}

/** A request that somebody waits for, and that was looked for for days; its id. */
export const soughtInVain = async (tx: Tx, discordId: string): Promise<string> => {
  const personId = await person(tx, discordId)
  const long = NOW - 2 * PATIENCE_MS
  const { id } = await request(tx, { personId, change: { state: 'added', lookingSince: long, askAt: NOW } })
  await insertFollower(tx, id, { personId, discordId }, long)
  return id
}

/** A request for the first season of a show. */
export const showRequest = async (
  tx: Tx,
  change: RequestChange,
  more: Partial<MediaRequest> = {},
): Promise<MediaRequest> => {
  const titleId = await saveTitle(tx, film({ kind: 'show', ids: { tvdb: another() } }), NOW, ids)
  const wish = { seasons: [1], episodes: [], future: false }
  return request(tx, { kind: 'show', titleId, wish, change, ...more })
}

/** A window with an episode to tell one follower of; its id. */
export const telling = async (tx: Tx, discordId: string): Promise<string> => {
  const { id: requestId } = await ownRequest(tx, discordId, { state: 'downloading' })
  const id = ids.next(NOW)
  await insertTelling(tx, { id, requestId, openedAt: NOW, dueAt: NOW, whole: [] })
  await noteEpisodes(tx, requestId, [{ season: 1, episode: 1 }], id)
  return id
}

/** A pin as plex.tv gave it. */
export const pin = (): StartedPin => ({
  id: ids.next(NOW),
  pinId: another(),
  pinCode: OFFER.sealed,
  answerToken: OFFER.sealed,
  expiresAt: NOW + 900_000,
})

/** A sign-in that waits for somebody to come back from Plex. */
export const signin = async (tx: Tx, discordId: string, more: Partial<Signin> = {}): Promise<Signin> => {
  await person(tx, discordId)
  const row: Signin = {
    ...pin(),
    purpose: 'member',
    discordId,
    locale: 'en-US',
    state: 'waiting',
    refusal: null,
    version: 1,
    createdAt: NOW,
    ...more,
  }
  await insertSignin(tx, row)
  return row
}

/** Somebody with a Plex account; its number. */
export const linked = async (tx: Tx, discordId: string, more: { token?: Sealed } = {}): Promise<string> => {
  const personId = await person(tx, discordId)
  const plexId = ids.next(NOW)
  await savePlexAccount(tx, {
    plexId,
    personId,
    username: `plex-${discordId}`,
    token: more.token ?? null,
    linkedAt: 1,
  })
  return plexId
}

/** A card that stands in a channel. */
export const card = async (tx: Tx, state: RequestChange['state'] = 'pending'): Promise<ShownCard> => {
  const { id } = await request(tx, { change: state === undefined ? {} : { state } })
  const shown = { requestId: id, purpose: 'approval', nonce: ids.next(NOW), messageId: another() } as const
  await tx
    .insertInto('cards')
    .values({ ...shown, channelId: '401', print: 'p', triedAt: NOW, sentAt: NOW })
    .execute()
  return shown
}

/** A delivery that is to be sent. */
export const delivery = async (tx: Tx, discordId: string): Promise<Delivery> => {
  const { id: subject, personId } = await ownRequest(tx, discordId)
  const id = ids.next(NOW)
  await insertDelivery(tx, { id, kind: 'request.available', subject, personId, discordId }, NOW)
  return tx.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** A webhook that nobody has read yet; its id. */
export const arrival = async (tx: Tx, more: Partial<InboxTable> = {}): Promise<string> => {
  const id = ids.next(NOW)
  const row = { id, instanceId: 'i1', contentKey: id, eventType: 'Grab', body: '{}', receivedAt: NOW }
  await tx
    .insertInto('inbox')
    .values({ ...row, ...more })
    .execute()
  return id
}

/** A Plex account whose list was walked through, with something on it. */
export const watched = async (
  tx: Tx,
  discordId: string,
  more: { item?: Partial<WatchItem>; list?: Partial<WatchList>; account?: Partial<PlexAccount> } = {},
) => {
  const personId = await person(tx, discordId)
  const plexId = ids.next(NOW)
  const account = {
    username: `plex-${discordId}`,
    uuid: ids.next(NOW),
    relation: 'friend' as const,
    foundAt: 1,
  }
  await savePlexAccount(tx, { plexId, personId, ...account, ...more.account })
  await openList(tx, plexId, 'friend', NOW)
  await updateList(tx, plexId, { firstPassAt: 1, passDue: NOW + 1, pass: 3, ...more.list })
  const { titleId } = await title(tx)
  const item = { id: ids.next(NOW), plexId, titleId, state: 'new' as const, addedAt: 1, seenPass: 3 }
  await insertItems(tx, [item])
  if (more.item !== undefined) await updateItem(tx, item.id, more.item)
  return { plexId, personId, titleId, itemId: item.id, uuid: account.uuid }
}
