import { plain } from '../../platform/i18n.ts'

/** Stands where the words of others hold nothing that can be seen; Discord refuses an empty label. */
const NOTHING = '–'

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

const LONGEST_NAME = 60

/**
 * The words of others (reasons, paths, what a service said) as one line of at most `limit` characters, never empty.
 * Not yet escaped: `say` does that for its values, and labels render no markdown.
 */
export const oneLine = (words: string, limit: number): string => {
  const line = plain(words.toWellFormed(), limit)
  return VISIBLE.test(line) ? line : NOTHING
}

/** What others call a thing or themselves: an instance, a server, an account. */
export const nameOf = (name: string): string => oneLine(name, LONGEST_NAME)
