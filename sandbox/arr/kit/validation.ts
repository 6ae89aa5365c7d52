import { Refusal } from './answers.ts'

/** One thing that is wrong with what was sent, in the form in which the applications say it. */
export type Invalid = {
  propertyName: string
  errorMessage: string
  attemptedValue?: unknown
  severity: 'error' | 'warning'
  errorCode?: string
  formattedMessageArguments?: []
  formattedMessagePlaceholderValues?: Record<string, unknown>
}

const spaced = (property: string) => property.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')

/** A failed rule: `code` is the rule's own name. */
export const invalid = (property: string, value: unknown, code: string, message: string): Invalid => ({
  propertyName: property,
  errorMessage: message,
  attemptedValue: value,
  severity: 'error',
  errorCode: code,
  formattedMessageArguments: [],
  formattedMessagePlaceholderValues: { propertyName: spaced(property), propertyValue: value },
})

/** A failure that the application puts together by itself, outside its rules: no code, no placeholders. */
export const bare = (property: string, message: string, value?: unknown): Invalid => ({
  propertyName: property,
  errorMessage: message,
  attemptedValue: value,
  severity: 'error',
})

export const notEmpty = (property: string, value: unknown): Invalid[] =>
  value === undefined || value === null || value === '' || value === 0
    ? [invalid(property, value, 'NotEmptyValidator', `'${spaced(property)}' must not be empty.`)]
    : []

export const aboveZero = (property: string, value: number): Invalid[] =>
  value > 0
    ? []
    : [invalid(property, value, 'GreaterThanValidator', `'${spaced(property)}' must be greater than '0'.`)]

/** The rules of one property, of which only the first that fails is told. */
export const firstOf = (...rules: (() => Invalid[])[]): Invalid[] => {
  for (const rule of rules) {
    const found = rule()
    if (found.length > 0) return found
  }
  return []
}

/** The refusal of what was sent, with everything that is wrong with it. */
export const refusal = (...invalids: Invalid[]): Refusal =>
  new Refusal({ status: 400, json: invalids, type: 'application/json' })

/** Refuses with the whole list, when there is one. */
export const refuseIfAny = (invalids: Invalid[]): void => {
  if (invalids.length > 0) throw refusal(...invalids)
}
