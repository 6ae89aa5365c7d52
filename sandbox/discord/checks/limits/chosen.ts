import { ComponentType as Type } from 'discord-api-types/v10'
import { objectsIn, within } from '../fields.ts'
import { all, breach, count, each, number, type Rule, text, unique } from './rules.ts'

const numberOr = (value: unknown, instead: number): number => (typeof value === 'number' ? value : instead)

const option = all(text('label', 1, 100), text('value', 1, 100), text('description', 0, 100))

const UNIQUE = 'The specified option value is already used'

/** How many may be picked: never fewer than may be at most, never more than there are. */
const pickable: Rule = ({ min_values: min, max_values: max, options }, at) => {
  const least = numberOr(min, 1)
  const most = numberOr(max, Math.max(1, least))
  const offered = Array.isArray(options) ? options.length : Number.POSITIVE_INFINITY
  return [
    ...(least > most ? [breach(within(at, 'min_values'), 'min_values must be max_values or less')] : []),
    ...(offered < Math.max(typeof min === 'number' ? min : 0, typeof max === 'number' ? max : 0)
      ? [breach(within(at, 'options'), `Must be between ${Math.max(least, most)} and 25 in length.`)]
      : []),
  ]
}

/** At most as many chosen beforehand as may be picked. */
const defaults =
  (unset: (offered: number) => number): Rule =>
  ({ options, max_values: max }, at) => {
    const listed = objectsIn(options)
    const chosen = listed.filter(([, one]) => one.default === true).length
    const most = numberOr(max, unset(listed.length))
    return chosen > most
      ? [breach(within(at, 'options'), `Must have ${most} or fewer options chosen by default.`)]
      : []
  }

const KINDS: Readonly<Record<number, readonly unknown[]>> = {
  [Type.UserSelect]: ['user'],
  [Type.RoleSelect]: ['role'],
  [Type.MentionableSelect]: ['user', 'role'],
  [Type.ChannelSelect]: ['channel'],
}

/** The same for a select that fills itself; what it names must be of the kind that it offers. */
const defaultValues: Rule = ({ default_values: values, type, min_values: min, max_values: max }, at) => {
  const named = objectsIn(values)
  const kinds = KINDS[Number(type)] ?? []
  const least = numberOr(min, 1)
  const most = numberOr(max, 1)
  const where = within(at, 'default_values')
  return [
    ...(named.length > 0 && (named.length < least || named.length > most)
      ? [breach(where, `Must be between ${least} and ${most} in length.`)]
      : []),
    ...named
      .filter(([, value]) => !kinds.includes(value.type))
      .map(([index]) => breach(within(where, index, 'type'), `Value must be one of {${kinds.join(', ')}}.`)),
  ]
}

const select = all(
  text('custom_id', 1, 100),
  text('placeholder', 0, 150),
  number('min_values', 0, 25),
  number('max_values', 1, 25),
  pickable,
)

export const stringSelect: Rule = all(
  select,
  count('options', 1, 25),
  each('options', option),
  unique('options', 'value', UNIQUE),
  defaults(() => 1),
)

export const filledSelect: Rule = all(select, defaultValues)

export const checkboxGroup: Rule = all(
  text('custom_id', 1, 100),
  number('min_values', 0, 10),
  number('max_values', 1, 10),
  count('options', 1, 10),
  each('options', option),
  unique('options', 'value', UNIQUE),
  ({ options, ...fields }, at) =>
    pickable({ max_values: Array.isArray(options) ? options.length : 10, options, ...fields }, at),
  defaults((offered) => offered),
)

export const radioGroup: Rule = all(
  text('custom_id', 1, 100),
  count('options', 2, 10),
  each('options', option),
  unique('options', 'value', UNIQUE),
  defaults(() => 1),
)

export const fileUpload: Rule = all(
  text('custom_id', 1, 100),
  number('min_values', 0, 10),
  number('max_values', 1, 10),
  count('file_types', 0, 10),
  pickable,
)
