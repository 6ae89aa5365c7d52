import type { Home } from '../db/queries/home.ts'
import { findDiscordAccount, meetPerson } from '../db/queries/people.ts'
import type { Scope } from './define.ts'
import { type News, planDelivery } from './plan-delivery.ts'

/** Plans to tell whoever claimed the home. */
export const tellOwner = async (scope: Scope, home: Home, news: News): Promise<void> => {
  const { tx, now, ids } = scope
  const discordId = home.claimedBy
  const locale = (await findDiscordAccount(tx, discordId))?.locale ?? 'en'
  const personId = await meetPerson(tx, discordId, locale, now, ids)
  await planDelivery(scope, { personId, discordId }, news)
}
