import type { Asker } from '../../domain/people/asker.ts'
import { escapeMarkdown, type Markup, markup } from '../../platform/i18n.ts'
import type { SayText } from '../texts/say.ts'
import { nameOf } from './foreign.ts'

/** A mention that pings nobody unless the message allows it. */
export const mention = (discordId: string): Markup => markup(`<@${discordId}>`)

/** A mention, or for who is known by their Plex account alone, their name there. */
export const askerText = ({ discordId, name = '' }: Asker): Markup =>
  discordId === undefined ? markup(escapeMarkdown(nameOf(name))) : mention(discordId)

/** "@anna", "@anna and @bela", "@anna, @bela, @carla and 2 others". */
export const mentions = (askers: readonly Asker[], say: SayText, most = 3): Markup => {
  const shown = askers.slice(0, most).map((asker) => askerText(asker).markup)
  const rest = askers.length - shown.length
  if (rest > 0) return markup(say('people.more', { some: markup(shown.join(', ')), count: rest }))
  const last = shown.pop() ?? ''
  if (shown.length === 0) return markup(last)
  return markup(say('people.and', { some: markup(shown.join(', ')), last: markup(last) }))
}
