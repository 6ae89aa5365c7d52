import { channelAt, setTrouble } from '../../db/queries/home.ts'
import type { ChannelTrouble, Place } from '../../domain/home/channel.ts'
import { done } from '../../domain/refusals.ts'
import { DAY } from '../../platform/clock.ts'
import { Conflict, defineAction } from '../define.ts'
import { tellOwner } from '../tell-owner.ts'

/** The news that a channel of the home can't be written in any more. */
export const CHANNEL_LOST = { admin: 'home.admin-channel', request: 'home.request-channel' } as const

/** What was found out of a channel of the home. `trouble` is null when all is well. */
type Finding = Readonly<{
  place: Place
  channelId: string
  trouble: ChannelTrouble | null
  /** What was known before anybody looked: whoever noted something else meanwhile looked later. */
  since?: ChannelTrouble | null
}>

/** Notes whether a channel of the home can be written in. Written only when that changes. */
export const recordChannel = defineAction<Finding, void>({
  name: 'home.channel',
  allow: 'system',
  run: async (scope, { place, channelId, trouble, since }) => {
    const { home, tx, now } = scope
    const known = channelAt(home, place)
    // Another one may have been chosen meanwhile.
    if (home === undefined || known.id !== channelId) return done(undefined)
    const before = known.trouble ?? null
    if (since !== undefined && since !== before) return done(undefined)
    if (before === trouble) return done(undefined)
    if (!(await setTrouble(tx, place, known.trouble, trouble, now))) throw new Conflict()
    await scope.record({
      subject: home.guildId,
      ...(trouble === null ? { events: ['home.channel-mended'] } : {}),
      before: { place, trouble: known.trouble },
      after: { channelId, trouble },
    })
    if (known.trouble === undefined) {
      // Once a day at most, however often a channel comes and goes.
      await tellOwner(scope, home, {
        kind: CHANNEL_LOST[place],
        subject: `${channelId}.${Math.floor(now / DAY)}`,
      })
    }
    return done(undefined)
  },
})
