import type { Refusal } from '../refusals.ts'
import { rangesOf, readOpenRanges } from '../seasons/ranges.ts'
import { tidyWish, type Wish } from '../seasons/wish.ts'
import type { Title } from '../titles/title.ts'

/** What is asked for of a show, and what is known of its seasons. */
export type AskedShow = Readonly<{ wish: Wish; title: Pick<Title, 'seasons' | 'ended'> }>

const seasonsOf = ({ wish, title }: AskedShow): number[] => {
  const listed = (title.seasons ?? []).map(({ number }) => number)
  return [...new Set([...listed, ...wish.seasons])].sort((one, other) => one - other)
}

/**
 * The number from which on the seasons are that come later, as in "5+"; undefined when none will come and none were
 * asked for.
 */
export const firstLater = (show: AskedShow): number | undefined =>
  show.wish.future || show.title.ended !== true ? (seasonsOf(show).at(-1) ?? 0) + 1 : undefined

/**
 * What of a show is to be fetched instead of what was asked for, as an approver wrote it: "1-3, 7", and with "8+" what
 * comes later too. Single episodes stay. Undefined when they wrote nothing.
 */
export const changedWish = (show: AskedShow, text: string): Wish | Refusal | undefined => {
  if (text === '') return undefined
  const typed = readOpenRanges(text)
  if (typed === undefined) return { code: 'seasons-unclear', text }
  const { numbers, from } = typed
  const known = seasonsOf(show)
  const future = from !== undefined && firstLater(show) !== undefined
  const named = from === undefined || future ? numbers : [...numbers, from]
  const stranger = named.find((number) => !known.includes(number))
  if (stranger !== undefined) return { code: 'season-unknown', season: stranger, seasons: rangesOf(known) }
  const following = known.filter((number) => from !== undefined && number >= from)
  return tidyWish({ ...show.wish, seasons: [...numbers, ...following], future })
}
