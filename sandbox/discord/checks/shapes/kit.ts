import { z } from 'zod'
import type { Breach } from '../../checks-seam.ts'
import type { Range } from '../limits.ts'

/** How many characters a text has, as Discord counts them: an emoji of one code point is one. */
export const charactersIn = (text: string): number => [...text].length

const soMany = ({ least, most }: Range): string =>
  least === 0 ? `Must be ${most} or fewer` : `Must be between ${least} and ${most}`

const inRange = (count: number, { least, most }: Range): boolean => count >= least && count <= most

/** A string of so many characters. */
export const text = (range: Range) =>
  z.string().refine((value) => inRange(value.length, range) || inRange(charactersIn(value), range), {
    error: ({ input }) => `${soMany(range)} characters, but has ${charactersIn(String(input))}.`,
  })

/** A list of so many items. */
export const list = <T extends z.ZodType>(item: T, range: Range) =>
  z.array(item).refine(({ length }) => inRange(length, range), {
    error: ({ input }) => `${soMany(range)} in number, but has ${(input as unknown[]).length}.`,
  })

/** The same list, in which nothing may stand twice. */
export const distinct = <T extends z.ZodArray>(items: T): T =>
  items.refine((values) => new Set(values).size === values.length, 'Must not name anything twice.')

/** A whole number in a range. */
export const whole = (range: Range) =>
  z.int().refine((value) => inRange(value, range), {
    error: ({ input }) => `Must be between ${range.least} and ${range.most}, but is ${input}.`,
  })

/** Discord takes null for whatever may be left out. */
export const maybe = <T extends z.ZodType>(schema: T) => schema.nullish()

export const snowflake = z.string().regex(/^\d{1,20}$/, 'Must be an id: a string of digits.')

/** What goes beyond single fields. `where` is counted from the value that is looked at. */
export type Rule<T> = (value: T) => readonly Breach[]

/** A schema that also has to keep rules, once its fields are right. */
export const keeping = <T extends z.ZodType>(schema: T, ...rules: readonly Rule<z.output<T>>[]): T =>
  schema.check((context) => {
    if (context.issues.length > 0) return
    for (const { where, why } of rules.flatMap((rule) => rule(context.value))) {
      const path = where.split('.').filter(Boolean)
      context.issues.push({ code: 'custom', message: why, path, input: context.value })
    }
  })

/** What is there: neither left out nor null. */
export const isGiven = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null
