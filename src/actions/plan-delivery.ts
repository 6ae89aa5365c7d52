import { type Delivery, insertDelivery } from '../db/queries/deliveries.ts'
import type { Scope } from './define.ts'

/** What somebody is told of; `part` where it is less than all of its subject. */
export type News = Pick<Delivery, 'kind' | 'subject'> & Partial<Pick<Delivery, 'part'>>

/**
 * Plans to tell somebody; what they heard already, by its kind and subject, they don't hear again, and the value is
 * false.
 * @param requestId what the audit names in the subject's place, when the news is about a request
 */
export const planDelivery = async (
  { tx, now, ids, record }: Scope,
  { personId, discordId }: Pick<Delivery, 'personId' | 'discordId'>,
  news: News,
  requestId?: string,
): Promise<boolean> => {
  const id = ids.next(now)
  if (!(await insertDelivery(tx, { id, ...news, personId, discordId }, now))) return false
  const { kind, subject } = news
  const about = requestId === undefined ? { subject } : { requestId }
  await record({ subject: id, events: ['delivery.planned'], after: { kind, ...about, to: discordId } })
  return true
}
