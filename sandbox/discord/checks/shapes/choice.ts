import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { keeping, list, type Rule, text } from './kit.ts'
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

const anyChoice = choiceOf(
  z.union([text(limits.choiceValue), z.number()], { error: 'Must be a text of 100 or fewer, or a number.' }),
)

const areAlike: Rule<readonly z.output<typeof anyChoice>[]> = (all) =>
  new Set(all.map(({ value }) => typeof value)).size > 1
    ? [{ where: '', why: 'Either all values are texts or all are numbers, as the option takes them.' }]
    : []

/** What autocomplete offers for an option of whatever type. */
export const choices = keeping(list(anyChoice, limits.choices), areAlike)
