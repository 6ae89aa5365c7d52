import { isEmptyWish, tidyWish, type Wish } from './wish.ts'

/** More numbers in a row than any season has episodes; keeps the text of one season within 69 characters. */
const LONGEST_SPAN = 280
/** So long is the text of a wish that fits a custom id, beside the longest title and the quality. */
const LONGEST_TEXT = 69

/** Numbers in order, parted where they are too far from the first of their part. */
const spansOf = (numbers: readonly number[]): number[][] => {
  const spans: number[][] = []
  for (const number of numbers) {
    const span = spans.at(-1)
    if (span !== undefined && number - (span[0] ?? 0) < LONGEST_SPAN) span.push(number)
    else spans.push([number])
  }
  return spans
}

/** Numbers as an offset and a row of bits, both in base 36: a hundred numbers take twenty characters. */
const packNumbers = (numbers: readonly number[]): string[] =>
  spansOf(numbers).map((span) => {
    const [first = 0] = span
    const bits = span.reduce((sum, number) => sum | (1n << BigInt(number - first)), 0n)
    return `${first.toString(36)}.${bits.toString(36)}`
  })

const bitsOf = (text: string): bigint =>
  [...text].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)

const unpackNumbers = (first: string, packed: string): number[] => {
  const offset = Number.parseInt(first, 36)
  const bits = bitsOf(packed)
  return Array.from({ length: LONGEST_SPAN }, (_, index) => index)
    .filter((index) => ((bits >> BigInt(index)) & 1n) === 1n)
    .map((index) => offset + index)
}

/**
 * A wish as a short text for a custom id: `z` for the specials, the numbered seasons, `e` and the episodes of a season,
 * `f` for later ones. A tidy wish has one text.
 */
export const wishText = ({ seasons, episodes, future }: Wish): string => {
  const numbered = packNumbers(seasons.filter((season) => season > 0))
  const single = [...Map.groupBy(episodes, ({ season }) => season)].flatMap(([season, own]) =>
    packNumbers(own.map(({ episode }) => episode)).map((packed) => `e${season.toString(36)}.${packed}`),
  )
  return [
    ...(seasons.includes(0) ? ['z'] : []),
    ...numbered.map((packed) => `s${packed}`),
    ...single,
    ...(future ? ['f'] : []),
  ].join('-')
}

/** Whether a wish has room in a custom id. */
export const fitsText = (wish: Wish): boolean => wishText(wish).length <= LONGEST_TEXT

const PART =
  /^(?:(z)|(f)|s([0-9a-z]{1,3})\.([0-9a-z]{1,60})|e([0-9a-z]{1,3})\.([0-9a-z]{1,3})\.([0-9a-z]{1,60}))$/

/** Reads `wishText` back; undefined for anything that it could not have made, an empty wish among them. */
export const readWish = (text: string): Wish | undefined => {
  const seasons: number[] = []
  const episodes: { season: number; episode: number }[] = []
  let future = false
  for (const part of text.split('-')) {
    const found = PART.exec(part)
    if (found === null) return undefined
    const [, specials, later, first, packed, season, firstEpisode, packedEpisodes] = found
    if (specials !== undefined) seasons.push(0)
    if (later !== undefined) future = true
    if (first !== undefined && packed !== undefined) seasons.push(...unpackNumbers(first, packed))
    if (season !== undefined && firstEpisode !== undefined && packedEpisodes !== undefined) {
      const number = Number.parseInt(season, 36)
      const numbers = unpackNumbers(firstEpisode, packedEpisodes)
      episodes.push(...numbers.map((episode) => ({ season: number, episode })))
    }
  }
  const wish = tidyWish({ seasons, episodes, future })
  return isEmptyWish(wish) || wishText(wish) !== text ? undefined : wish
}
