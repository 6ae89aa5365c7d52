/** A JSON object about whose fields nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects in a list; nothing, where there is no list. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The objects of a list with their places in it. */
export const objectsIn = (value: unknown): readonly (readonly [number, Fields])[] =>
  listOf(value).flatMap((one, index) => (isFields(one) ? [[index, one] as const] : []))

/** `data.components` and `0` make `data.components.0`. */
export const within = (at: string, ...steps: readonly (string | number)[]): string =>
  [at, ...steps].filter((step) => step !== '').join('.')

/** The letters of a text as Discord counts them: an emoji of two UTF-16 units is one. */
export const lengthOf = (text: string): number => {
  let length = text.length
  for (const letter of text) if (letter.length === 2) length -= 1
  return length
}

export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null

/** Whether anything is in a field: an empty text or list is nothing. */
export const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : Boolean(value)
