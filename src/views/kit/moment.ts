import { type Markup, markup } from '../../platform/i18n.ts'

/** A moment as each reader's own clock shows it: `R` from now ("in 2 hours"), `D` the date, `f` date and time. */
export const moment = (at: number, style: 'R' | 'D' | 'f' = 'R'): Markup =>
  markup(`<t:${Math.floor(at / 1_000)}:${style}>`)

/** A mention that pings nobody unless the message allows it. */
export const mention = (discordId: string): Markup => markup(`<@${discordId}>`)

/** "@a, @b and 3 more". */
export const mentions = (discordIds: readonly string[], most = 3): string => {
  const shown = discordIds.slice(0, most).map((id) => `<@${id}>`)
  const rest = discordIds.length - shown.length
  return rest > 0 ? `${shown.join(', ')} +${rest}` : shown.join(', ')
}
