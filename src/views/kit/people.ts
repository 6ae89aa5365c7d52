import { type Markup, markup } from '../../platform/i18n.ts'
import type { SayText } from '../texts/say.ts'

/** A mention that pings nobody unless the message allows it. */
export const mention = (discordId: string): Markup => markup(`<@${discordId}>`)

/** "@anna", "@anna and @bela", "@anna, @bela, @carla and 2 others". */
export const mentions = (discordIds: readonly string[], say: SayText, most = 3): Markup => {
  const shown = discordIds.slice(0, most).map((id) => `<@${id}>`)
  const rest = discordIds.length - shown.length
  if (rest > 0) return markup(say('people.more', { some: markup(shown.join(', ')), count: rest }))
  const last = shown.pop() ?? ''
  if (shown.length === 0) return markup(last)
  return markup(say('people.and', { some: markup(shown.join(', ')), last: markup(last) }))
}
