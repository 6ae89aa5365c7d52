import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APITextInputComponent,
  ComponentType,
} from 'discord-api-types/v10'
import { type Line, span } from './line.ts'
import type { Print } from './options.ts'
import { selectLine } from './selects.ts'
import { textLines } from './text.ts'
import { wrap } from './wrap.ts'

const inputLines = ({ value, placeholder }: APITextInputComponent, { width }: Print): Line[] => {
  const words = value ? span(value) : span(placeholder ? `(${placeholder})` : '', { dim: true })
  return wrap([words], width - 2).map((line, index) => [span(index === 0 ? '✎ ' : '  '), ...line])
}

type Choice = Readonly<{ label: string; default?: boolean }>

const choiceLines = (options: readonly Choice[], [off, on]: readonly [string, string]): Line[] =>
  options.map((option) => [span(`${option.default ? on : off} ${option.label}`)])

const BOXES = ['☐', '☑'] as const
const DOTS = ['○', '●'] as const

const inLabelLines = (part: APIComponentInLabel, print: Print): Line[] => {
  switch (part.type) {
    case ComponentType.TextInput:
      return inputLines(part, print)
    case ComponentType.RadioGroup:
      return choiceLines(part.options, DOTS)
    case ComponentType.CheckboxGroup:
      return choiceLines(part.options, BOXES)
    case ComponentType.Checkbox:
      return choiceLines([{ label: '', ...part }], BOXES)
    case ComponentType.FileUpload:
      return [[span('↥ '), span('Drop a file here', { dim: true })]]
    default:
      return [selectLine(part, print)]
  }
}

/** A label's own words; what must be filled in has a star. */
const titleLines = (label: string, part: APIComponentInLabel, { width }: Print): Line[] => {
  const isRequired = part.type !== ComponentType.Checkbox && (part.required ?? true)
  return wrap([span(label, { bold: true }), ...(isRequired ? [span(' *', { bold: true })] : [])], width)
}

/** What a modal asks for, one component of it. */
export const fieldLines = (part: APIModalInteractionResponseCallbackComponent, print: Print): Line[] => {
  switch (part.type) {
    case ComponentType.Label:
      return [
        ...titleLines(part.label, part.component, print),
        ...(part.description ? wrap([span(part.description, { dim: true })], print.width) : []),
        ...inLabelLines(part.component, print),
      ]
    case ComponentType.ActionRow:
      return part.components.flatMap((input) => [
        ...titleLines(input.label ?? '', input, print),
        ...inputLines(input, print),
      ])
    case ComponentType.TextDisplay:
      return textLines(part.content, print)
  }
}
