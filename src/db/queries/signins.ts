import type { Updateable } from 'kysely'
import type { Db, Tx } from '../connect.ts'
import type { SigninsTable } from '../tables/database.ts'

export type Signin = SigninsTable

export const findSignin = (db: Db, id: string): Promise<Signin | undefined> =>
  db.selectFrom('signins').selectAll().where('id', '=', id).executeTakeFirst()

export const insertSignin = async (tx: Tx, signin: Signin): Promise<void> => {
  await tx.insertInto('signins').values(signin).execute()
}

/** Ends a sign-in that still waits; false when something else ended it first. Its secrets go with it. */
export const endSignin = async (
  tx: Tx,
  id: string,
  patch: Pick<Updateable<SigninsTable>, 'refusal'> & { state: Exclude<Signin['state'], 'waiting'> },
): Promise<boolean> => {
  const result = await tx
    .updateTable('signins')
    .set({ ...patch, pinCode: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Ends whatever this member still had open for this purpose, so that only the newest link counts. */
export const supersedeSignins = async (
  tx: Tx,
  discordId: string,
  purpose: Signin['purpose'],
): Promise<void> => {
  await tx
    .updateTable('signins')
    .set({ state: 'expired', pinCode: null, answerToken: null })
    .where('discordId', '=', discordId)
    .where('purpose', '=', purpose)
    .where('state', '=', 'waiting')
    .execute()
}

export const dropAnswerToken = async (tx: Tx, id: string): Promise<void> => {
  await tx.updateTable('signins').set({ answerToken: null }).where('id', '=', id).execute()
}
