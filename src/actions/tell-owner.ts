import { insertDelivery } from '../db/queries/deliveries.ts'
import type { Home } from '../db/queries/home.ts'
import { findDiscordAccount, meetPerson } from '../db/queries/people.ts'
import type { Scope } from './define.ts'

/** Plans to tell whoever claimed the home; what they heard already, by its kind and subject, they don't hear again. */
export const tellOwner = async (
  scope: Scope,
  home: Home,
  news: Readonly<{ kind: string; subject: string }>,
): Promise<void> => {
  const { tx, now, ids } = scope
  const discordId = home.claimedBy
  const locale = (await findDiscordAccount(tx, discordId))?.locale ?? 'en'
  const personId = await meetPerson(tx, discordId, locale, now, ids)
  const id = ids.next(now)
  if (!(await insertDelivery(tx, { id, ...news, personId, discordId }, now))) return
  await scope.record({ subject: id, events: ['delivery.planned'], after: { ...news, to: discordId } })
}
