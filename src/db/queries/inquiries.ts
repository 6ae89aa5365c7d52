import type { Db, Tx } from '../connect.ts'
import type { InquiriesTable } from '../tables/requests.ts'

/** The question to some of those who wait for a request what to do about what isn't found. */
type Inquiry = InquiriesTable

export const insertInquiry = async (tx: Tx, inquiry: Inquiry): Promise<void> => {
  await tx.insertInto('inquiries').values(inquiry).execute()
}

export const findInquiry = (db: Db, id: string): Promise<Inquiry | undefined> =>
  db.selectFrom('inquiries').selectAll().where('id', '=', id).executeTakeFirst()
