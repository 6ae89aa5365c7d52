import { insertDelivery } from '../../db/queries/deliveries.ts'
import { channelAt, type Home, setTrouble } from '../../db/queries/home.ts'
import { findDiscordAccount, meetPerson } from '../../db/queries/people.ts'
import type { ChannelTrouble, Place } from '../../domain/home/channel.ts'
import { done } from '../../domain/refusals.ts'
import { DAY } from '../../platform/clock.ts'
import { Conflict, defineAction, type Scope } from '../define.ts'

/** The news that a channel of the home can't be written in any more. */
export const CHANNEL_LOST = { admin: 'home.admin-channel', request: 'home.request-channel' } as const

/** Has whoever claimed the home told, once a day at most, however often a channel comes and goes. */
const planToTell = async (scope: Scope, home: Home, place: Place, channelId: string): Promise<void> => {
  const { tx, now, ids } = scope
  const discordId = home.claimedBy
  const locale = (await findDiscordAccount(tx, discordId))?.locale ?? 'en'
  const personId = await meetPerson(tx, discordId, locale, now, ids)
  const news = { kind: CHANNEL_LOST[place], subject: `${channelId}.${Math.floor(now / DAY)}` }
  const id = ids.next(now)
  if (!(await insertDelivery(tx, { id, ...news, personId, discordId }, now))) return
  await scope.record({ subject: id, events: ['delivery.planned'], after: { ...news, to: discordId } })
}

/** Notes whether a channel of the home can be written in. Written only when that changes; null: all is well. */
export const recordChannel = defineAction<
  { place: Place; channelId: string; trouble: ChannelTrouble | null },
  void
>({
  name: 'home.channel',
  allow: 'system',
  run: async (scope, { place, channelId, trouble }) => {
    const { home, tx, now } = scope
    const known = channelAt(home, place)
    // Another one may have been chosen meanwhile.
    if (home === undefined || known.id !== channelId) return done(undefined)
    if ((known.trouble ?? null) === trouble) return done(undefined)
    if (!(await setTrouble(tx, place, known.trouble, trouble, now))) throw new Conflict()
    await scope.record({
      subject: home.guildId,
      ...(trouble === null ? { events: ['home.channel-mended'] } : {}),
      before: { place, trouble: known.trouble },
      after: { channelId, trouble },
    })
    if (known.trouble === undefined) await planToTell(scope, home, place, channelId)
    return done(undefined)
  },
})
