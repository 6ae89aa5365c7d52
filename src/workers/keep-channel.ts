import { recordChannel } from '../actions/setup/record-channel.ts'
import { troubleIn } from '../clients/discord/channels.ts'
import type { ChannelTrouble, Place } from '../domain/home/channel.ts'
import { MINUTE } from '../platform/clock.ts'
import { type JobEnd, later } from './define.ts'
import type { JobDeps } from './deps.ts'
import { actAs } from './system.ts'

/** What waits for a channel is brought forward once it is mended or another is chosen; this is for what that misses. */
const WAIT_MS = 10 * MINUTE

const WHY: Readonly<Record<ChannelTrouble, string>> = {
  gone: 'was deleted',
  hidden: 'can’t be seen',
  mute: 'can’t be written in',
}

/** Puts work off until a channel of the home is mended, or another is chosen. Rethrows what isn't about the channel. */
export const waitForChannel = async (
  error: unknown,
  place: Place,
  channelId: string,
  deps: JobDeps,
): Promise<JobEnd> => {
  const trouble = troubleIn(error)
  if (trouble === undefined) throw error
  await recordChannel(deps, actAs('keep-channel'), { place, channelId, trouble })
  return later(WAIT_MS, `the ${place} channel ${WHY[trouble]}`)
}
