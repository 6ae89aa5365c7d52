import type { ListStanding } from '../../domain/watchlists/list-standing.ts'
import { markup } from '../../platform/i18n.ts'
import { moment } from '../kit/moment.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'

const MINUTE_S = 60

/** "30 seconds", "5 minutes". */
export const everyText = (ms: number, say: SayText): string => {
  const seconds = Math.round(ms / 1_000)
  return seconds < 2 * MINUTE_S
    ? say('watchlist.seconds', { count: seconds })
    : say('watchlist.minutes', { count: Math.round(seconds / MINUTE_S) })
}

/** When a list was last read, and how, while it is. */
export const readText = ({ by, everyMs, readAt, problem }: ListStanding, say: SayText): string => {
  const when = readAt === undefined ? say('watchlist.unread') : say('watchlist.read', { at: moment(readAt) })
  if (problem !== undefined) return when
  const how =
    by === 'feed'
      ? say('watchlist.by.feed')
      : say('watchlist.by.look', { every: markup(everyText(everyMs, say)) })
  return `${when} · ${how}`
}

/** What keeps a list from being read, or removals from being believed, with what to do; undefined while nothing does. */
export const problemLine = ({ problem, doubt }: ListStanding, say: SayText): string | undefined => {
  if (problem !== undefined) return `${SIGNS.trouble} ${say(`watch.trouble.${problem}`)}`
  return doubt === undefined ? undefined : `${SIGNS.trouble} ${say(`watch.doubt.${doubt}`)}`
}
