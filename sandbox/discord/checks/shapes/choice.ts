import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { text } from './kit.ts'
import { translations } from './locales.ts'

const { command: limits } = LIMITS

const choiceOf = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    name: text(limits.choiceName),
    name_localizations: translations(text(limits.choiceName)),
    value,
  })

export const textChoice = choiceOf(text(limits.choiceValue))
export const wholeChoice = choiceOf(z.int())
export const numberChoice = choiceOf(z.number())

/** Something that can be picked for an option of whatever type. */
export const choice = choiceOf(
  z.union([text(limits.choiceValue), z.number()], { error: 'Must be a text of 100 or fewer, or a number.' }),
)
