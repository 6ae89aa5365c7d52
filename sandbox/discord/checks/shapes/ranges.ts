import { isGiven, type Rule } from './kit.ts'

type Chooser = {
  min_values?: number | null | undefined
  max_values?: number | null | undefined
  required?: boolean | null | undefined
}

/** The fewest may not be more than the most. */
export const hasRoomToChoose =
  (mostByDefault: number): Rule<Chooser> =>
  ({ min_values: fewest, max_values: most }) =>
    (fewest ?? 1) <= (most ?? mostByDefault) || !(isGiven(fewest) || isGiven(most))
      ? []
      : [{ where: 'min_values', why: 'Must not be more than max_values.' }]

/** In a modal, what is required can't be left empty. */
export const isRequiredOrNot: Rule<Chooser> = ({ min_values: fewest, required }) =>
  fewest === 0 && (required ?? true)
    ? [{ where: 'min_values', why: 'Must be at least 1 or left out, since this is required (the default).' }]
    : []

type Option = { label: string; value: string; default?: boolean | null | undefined }

/** No two options of one list may have the same value. */
export const hasDistinctValues: Rule<{ options: readonly Option[] }> = ({ options }) => {
  const values = options.map(({ value }) => value)
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [{ where: `options.${index}.value`, why: `Another option has the value “${value}” already.` }],
  )
}

/** No more options may be chosen beforehand than can be chosen. */
export const choosesNoMoreThan =
  (mostByDefault: number): Rule<Chooser & { options: readonly Option[] }> =>
  ({ options, max_values }) => {
    const chosen = options.filter((option) => option.default).length
    const most = max_values ?? mostByDefault
    return chosen > most
      ? [{ where: 'options', why: `Must have ${most} or fewer that are chosen beforehand, not ${chosen}.` }]
      : []
  }

/** Discord wants as many options as may be chosen. */
export const hasOptionsEnough: Rule<Chooser & { options: readonly Option[] }> = ({ max_values, options }) =>
  isGiven(max_values) && max_values > options.length
    ? [{ where: 'options', why: `Must be ${max_values} or more in number, since max_values says so.` }]
    : []
