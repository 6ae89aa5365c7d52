import { fold } from './text.ts'

/** What a search looks at. */
type Searchable = { title: string; originalTitle: string; year: number; popularity: number }

const joined = (text: string): string => text.replaceAll(' ', '')

/** How well a title fits words that somebody typed: 0 not at all, 4 all of it. Spaces may be typed or left out. */
const closeness = (title: string, words: readonly string[]): number => {
  const text = words.join(' ')
  if (joined(title) === joined(text) || title.replace(/^(the|a|an) /, '') === text) return 4
  if (title.startsWith(`${text} `)) return 3
  if (joined(title).startsWith(joined(text))) return 2
  const own = title.split(' ')
  return words.every((word) => own.some((one) => one.startsWith(word))) ? 1 : 0
}

const bestFit = ({ title, originalTitle }: Searchable, words: readonly string[]): number =>
  words.length === 0 ? 0 : Math.max(closeness(fold(title), words), closeness(fold(originalTitle), words))

/** A year at the end of the text may be the year that is meant, or a part of the title. */
const splitYear = (text: string): { words: string[]; year?: number } => {
  const { before, year } = /^(?<before>.+) (?<year>(?:19|20)\d\d)$/.exec(text)?.groups ?? {}
  return year === undefined || before === undefined
    ? { words: [] }
    : { words: before.split(' '), year: Number(year) }
}

const score = (one: Searchable, text: string): number => {
  const whole = bestFit(one, text.split(' ').filter(Boolean))
  const { words, year } = splitYear(text)
  const dated = year !== undefined && one.year === year ? bestFit(one, words) : 0
  return Math.max(whole, dated)
}

/** Those that fit the text, the best fit first and the more popular before the others. */
export const rank = <One extends Searchable>(titles: readonly One[], query: string): One[] => {
  const text = fold(query)
  return titles
    .map((one) => ({ one, score: score(one, text) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || b.one.popularity - a.one.popularity)
    .map(({ one }) => one)
}
