/** One episode as the metadata service knows it. Dates are `yyyy-MM-dd`. */
export type TitleEpisode = {
  episodeNumber: number
  title: string
  airDate?: string
  overview?: string
  tvdbId?: number
}

/** A film, or with `seasons` a show, as the metadata services know it. Dates are `yyyy-MM-dd`, `runtime` minutes. */
export type Title = {
  tmdbId: number
  imdbId?: string
  tvdbId?: number
  title: string
  year: number
  runtime: number
  genres: readonly string[]
  overview: string
  certification?: string
  inCinemas?: string
  digitalRelease?: string
  physicalRelease?: string
  network?: string
  ended?: boolean
  seasons?: readonly { seasonNumber: number; episodes: readonly TitleEpisode[] }[]
}

const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '')

const fold = (text: string) => plain(text).toLowerCase()

/** The title as the applications compare it: letters and digits only. */
export const cleanTitle = (title: string): string => fold(title).replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The title as the applications sort by it. */
export const sortTitle = (title: string): string =>
  fold(title)
    .replace(/^(the|an?) /, '')
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')

/** A part of a path: without the letters that file systems refuse. */
export const folderTitle = (title: string): string =>
  title
    .replaceAll(': ', ' - ')
    .replaceAll(/[:*?"<>|\\/]/g, '')
    .trim()

/** The title as release names carry it. */
export const sceneTitle = (title: string): string =>
  plain(title)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '.')
    .replaceAll(/^\.|\.$/g, '')

/** The titles that hold every word, the best match first. A year among the words must be the title's. */
export const searchTitles = <T extends Title>(titles: readonly T[], words: string): T[] => {
  const wanted = fold(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const holds = ({ title, year }: T) => {
    const text = `${fold(title)} ${year}`
    return wanted.every((word) => text.includes(word))
  }
  const exact = cleanTitle(words)
  const rank = ({ title }: T) =>
    cleanTitle(title) === exact ? 0 : cleanTitle(title).startsWith(exact) ? 1 : 2
  return titles.filter(holds).sort((one, other) => rank(one) - rank(other))
}
