import { recordChannel } from '../../actions/setup/record-channel.ts'
import { renewCards } from '../../actions/telling/renew-cards.ts'
import { listCardChannels } from '../../db/queries/cards.ts'
import { channelAt, findHome, type Home } from '../../db/queries/home.ts'
import { PLACES } from '../../domain/home/channel.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import type { CardPlan } from '../show-card.ts'
import { actAs } from '../system.ts'
import { approval, status } from './show-cards.ts'

/** Looks whether the home's channels are there and can be written in: what waits for one goes on when it is mended. */
export const checkChannelsJob = defineJob({
  name: 'check-channels',
  queue: 'upkeep',
  retry: { attempts: 3, firstPauseMs: 5 * SECOND, longestPauseMs: MINUTE },
  run: async (_, deps) => {
    const home = await findHome(deps.db)
    if (home === undefined) return finished('no home yet')
    const userId = deps.applicationId
    for (const place of PLACES) {
      const { id: channelId, trouble: before } = channelAt(home, place)
      if (channelId === undefined) continue
      const trouble = await deps.discord.channelTrouble({ guildId: home.guildId, channelId, userId })
      await recordChannel(deps, actAs('check-channels'), {
        place,
        channelId,
        trouble: trouble ?? null,
        since: before ?? null,
      })
    }
    return finished()
  },
})

/** Channels other than the home's in which open cards stand that can't be reached any more. */
const lostChannels = async ({ purpose, place, renewed }: CardPlan, home: Home, deps: JobDeps) => {
  const { guildId } = home
  const current = channelAt(home, place).id
  const lost: string[] = []
  for (const channelId of await listCardChannels(deps.db, purpose, renewed)) {
    if (channelId === current) continue
    const trouble = await deps.discord.channelTrouble({ guildId, channelId, userId: deps.applicationId })
    if (trouble === 'gone' || trouble === 'hidden') lost.push(channelId)
  }
  return lost
}

/** Shows what waits for a channel that was chosen or mended, and anew what stood in one that is gone. */
export const renewCardsJob = defineJob({
  name: 'renew-cards',
  queue: 'upkeep',
  retry: { attempts: 20, firstPauseMs: SECOND, longestPauseMs: MINUTE },
  run: async (_, deps) => {
    const home = await findHome(deps.db)
    if (home === undefined) return finished('no home yet')
    let renewed = 0
    for (const plan of [approval, status]) {
      const outcome = await renewCards(deps, actAs('renew-cards'), {
        purpose: plan.purpose,
        states: plan.renewed,
        lost: await lostChannels(plan, home, deps),
        jobs: [`show-${plan.purpose}-card`, 'send-delivery'],
      })
      if (outcome.ok) renewed += outcome.value
    }
    return finished(`${renewed} shown anew`)
  },
})
