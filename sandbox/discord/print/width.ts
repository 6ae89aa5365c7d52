const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u
const NARROWEST = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u

/** The letters of a text as a reader counts them. */
const lettersOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment)

const widthOfLetter = (letter: string): number => {
  if (WIDE.test(letter)) return 2
  return NARROWEST.test(letter) ? 0 : 1
}

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number =>
  lettersOf(text).reduce((sum, letter) => sum + widthOfLetter(letter), 0)

/** Splits before the first letter that doesn't fit; at least one letter stays in the first part. */
export const splitAt = (text: string, width: number): [string, string] => {
  let taken = ''
  let used = 0
  for (const letter of lettersOf(text)) {
    used += widthOfLetter(letter)
    if (used > width && taken !== '') break
    taken += letter
  }
  return [taken, text.slice(taken.length)]
}
