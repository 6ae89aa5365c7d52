import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import { type Line, span } from './line.ts'
import type { PrintOptions } from './options.ts'
import { paint } from './paint.ts'
import { splitAt, widthOf } from './width.ts'

const shortened = (name: string, width: number): string =>
  widthOf(name) <= width ? name : `${splitAt(name, width - 1)[0]}…`

/** What autocomplete offers while somebody types, one choice a line. */
export const printChoices = (
  choices: readonly APIApplicationCommandOptionChoice[],
  { width = 72, colour = false }: Pick<PrintOptions, 'width' | 'colour'> = {},
): string => {
  const names: Line[] =
    choices.length === 0
      ? [[span('No options match your search.', { dim: true })]]
      : choices.map(({ name }) => [span(shortened(name, width - 2))])
  return paint(
    names.map((line) => [span('│ ', { dim: true }), ...line]),
    colour,
  )
}
