import type { z } from 'zod'
import type { Breach } from '../../checks-seam.ts'

const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

const EXPECTED: Readonly<Record<string, string>> = {
  array: 'a list',
  int: 'a whole number',
  object: 'an object',
  record: 'an object',
}

const sentenceOf = (issue: z.core.$ZodRawIssue): string | undefined => {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return 'This field is required.'
    const expected = EXPECTED[issue.expected] ?? `a ${issue.expected}`
    return `Must be ${expected}, but is ${kindOf(issue.input)}.`
  }
  if (issue.code === 'invalid_value') {
    return issue.input === undefined
      ? 'This field is required.'
      : `Must be one of ${issue.values.map(String).join(', ')}, but is ${JSON.stringify(issue.input)}.`
  }
  // Beyond what a double holds exactly, a number is no whole number any more.
  if (issue.code === 'too_big' || issue.code === 'too_small') return 'This number is too large to be sent.'
  return undefined
}

const breachesOf = (issue: z.core.$ZodIssue): Breach[] => {
  const where = issue.path.map(String)
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ where: [...where, key].join('.'), why: 'There is no such field here.' }))
    : [{ where: where.join('.'), why: issue.message }]
}

/** What is wrong with a body, field by field, in sentences; or the body as the schema reads it. */
export const readAs = <T>(
  schema: z.ZodType<T>,
  body: unknown,
): { value: T; breaches: [] } | { value?: never; breaches: Breach[] } => {
  const result = schema.safeParse(body, { error: sentenceOf })
  return result.success
    ? { value: result.data, breaches: [] }
    : { breaches: result.error.issues.flatMap(breachesOf) }
}
