import { isEmptyWish, tidyWish, type Wish } from './wish.ts'

/** More numbers in a row than any season has episodes; keeps the text within 69 characters. */
const LONGEST_SPAN = 280

/** Numbers as an offset and a row of bits, both in base 36: a hundred numbers take twenty characters. */
const packNumbers = (numbers: readonly number[]): string => {
  const first = Math.min(...numbers)
  let bits = 0n
  for (const number of numbers) {
    if (number - first >= LONGEST_SPAN) throw new Error('numbers too far apart for one text')
    bits |= 1n << BigInt(number - first)
  }
  return `${first.toString(36)}.${bits.toString(36)}`
}

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
 * A wish as a short text for a custom id: `z` for the specials, the numbered seasons, `e` and the episodes of one
 * season, `f` for later ones. Wishes that a card makes name the episodes of one season at most.
 */
export const wishText = ({ seasons, episodes, future }: Wish): string => {
  const numbered = seasons.filter((season) => season > 0)
  const [first] = episodes
  if (episodes.some(({ season }) => season !== first?.season))
    throw new Error('episodes of several seasons at once')
  return [
    seasons.includes(0) ? 'z' : '',
    numbered.length === 0 ? '' : `s${packNumbers(numbered)}`,
    first === undefined
      ? ''
      : `e${first.season.toString(36)}.${packNumbers(episodes.map(({ episode }) => episode))}`,
    future ? 'f' : '',
  ]
    .filter((part) => part !== '')
    .join('-')
}

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
