import type { Updateable } from 'kysely'
import type { RequestState } from '../../domain/requests/request.ts'
import { nonceOf } from '../../platform/nonce.ts'
import type { Db, Tx } from '../connect.ts'
import type { CardsTable } from '../tables/database.ts'

/** A message of ours that shows a request and is edited as it goes on. One per request and purpose. */
export type Card = CardsTable

export const findCard = (db: Db, requestId: string, purpose: Card['purpose']): Promise<Card | undefined> =>
  db
    .selectFrom('cards')
    .selectAll()
    .where('requestId', '=', requestId)
    .where('purpose', '=', purpose)
    .executeTakeFirst()

/** Makes the row before the message is sent, so that a repeated send carries the same nonce. */
export const reserveCard = async (
  tx: Tx,
  requestId: string,
  purpose: Card['purpose'],
  nonce: string,
): Promise<Card> => {
  await tx
    .insertInto('cards')
    .values({ requestId, purpose, nonce })
    .onConflict((conflict) => conflict.columns(['requestId', 'purpose']).doNothing())
    .execute()
  return tx
    .selectFrom('cards')
    .selectAll()
    .where('requestId', '=', requestId)
    .where('purpose', '=', purpose)
    .executeTakeFirstOrThrow()
}

export const updateCard = async (
  tx: Tx,
  requestId: string,
  purpose: Card['purpose'],
  patch: Omit<Updateable<CardsTable>, 'requestId' | 'purpose'>,
): Promise<void> => {
  await tx
    .updateTable('cards')
    .set(patch)
    .where('requestId', '=', requestId)
    .where('purpose', '=', purpose)
    .execute()
}

/** Notes what a card shows, unless somebody else noted it after `seenAt`. Answers whether it was noted. */
export const replaceCard = async (
  tx: Tx,
  { requestId, purpose }: Pick<Card, 'requestId' | 'purpose'>,
  seenAt: Card['sentAt'],
  patch: Pick<Card, 'channelId' | 'messageId' | 'print' | 'sentAt'>,
): Promise<boolean> => {
  const result = await tx
    .updateTable('cards')
    .set(patch)
    .where('requestId', '=', requestId)
    .where('purpose', '=', purpose)
    .where('sentAt', seenAt === null ? 'is' : '=', seenAt)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** A card with its message. */
export type ShownCard = Readonly<Pick<Card, 'requestId' | 'purpose' | 'nonce'> & { messageId: string }>

/** Drops the message of a card, unless another has taken its place: the next one goes out under a nonce of its own. */
export const clearCard = async (
  tx: Tx,
  { requestId, purpose, nonce, messageId }: ShownCard,
): Promise<void> => {
  await tx
    .updateTable('cards')
    .set({
      nonce: nonceOf(`${nonce}.${messageId}`),
      channelId: null,
      messageId: null,
      print: null,
      triedAt: null,
      sentAt: null,
    })
    .where('requestId', '=', requestId)
    .where('purpose', '=', purpose)
    .where('messageId', '=', messageId)
    .execute()
}

/** The channels in which requests of these states have their cards. */
export const listCardChannels = async (
  db: Db,
  purpose: Card['purpose'],
  states: readonly RequestState[],
): Promise<string[]> => {
  const rows = await db
    .selectFrom('cards')
    .innerJoin('requests', 'requests.id', 'cards.requestId')
    .select('cards.channelId')
    .distinct()
    .where('purpose', '=', purpose)
    .where('requests.state', 'in', states)
    .execute()
  return rows.flatMap(({ channelId }) => channelId ?? [])
}

/** Requests of these states, with what there is of their card, whose card isn't there, or stands in one of the channels `lost`, and which nothing is about to show. */
export const listCardless = async (
  db: Db,
  purpose: Card['purpose'],
  states: readonly RequestState[],
  lost: readonly string[],
): Promise<{ id: string; nonce: string | null; messageId: string | null }[]> =>
  db
    .selectFrom('requests')
    .leftJoin('cards', (join) =>
      join.onRef('cards.requestId', '=', 'requests.id').on('cards.purpose', '=', purpose),
    )
    .select(['requests.id', 'cards.nonce', 'cards.messageId'])
    .where('requests.state', 'in', states)
    .where((eb) =>
      eb.or([
        eb('cards.messageId', 'is', null),
        ...(lost.length === 0 ? [] : [eb('cards.channelId', 'in', lost)]),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('work')
            .select('work.id')
            .where('work.job', '=', `show-${purpose}-card`)
            .where('work.state', '=', 'open')
            .whereRef('work.subject', '=', 'requests.id'),
        ),
      ),
    )
    .orderBy('requests.createdAt')
    .execute()
