import type { Updateable } from 'kysely'
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
