import { ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10'
import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { component } from './by-type.ts'
import { emoji } from './emoji.ts'
import { distinct, keeping, list, maybe, type Rule, snowflake, text, whole } from './kit.ts'
import {
  choosesNoMoreThan,
  hasDistinctValues,
  hasOptionsEnough,
  hasRoomToChoose,
  isRequiredOrNot,
} from './ranges.ts'

const option = z.strictObject({
  label: text(LIMITS.select.label),
  value: text(LIMITS.select.value),
  description: maybe(text(LIMITS.select.description)),
  emoji: maybe(emoji),
  default: maybe(z.boolean()),
})

const fields = {
  custom_id: text(LIMITS.customId),
  placeholder: maybe(text(LIMITS.select.placeholder)),
  min_values: maybe(whole(LIMITS.select.atLeast)),
  max_values: maybe(whole(LIMITS.select.atMost)),
  disabled: maybe(z.boolean()),
  required: maybe(z.boolean()),
}

const { User, Role, Channel } = SelectMenuDefaultValueType

/** Selects that Discord fills by itself: what may be chosen beforehand is named by its id. */
const filled = (...types: [SelectMenuDefaultValueType, ...SelectMenuDefaultValueType[]]) => ({
  ...fields,
  default_values: maybe(list(z.strictObject({ type: z.enum(types), id: snowflake }), LIMITS.select.defaults)),
})

type Select = z.output<z.ZodObject<typeof fields>>
type Filled = Select & { default_values?: readonly unknown[] | null | undefined }

const choosesAsManyAsAllowed: Rule<Filled> = ({ default_values, min_values, max_values }) => {
  const count = default_values?.length ?? 0
  return count === 0 || (count >= (min_values ?? 1) && count <= (max_values ?? 1))
    ? []
    : [{ where: 'default_values', why: `Must be as many as min_values and max_values allow, not ${count}.` }]
}

const isEnabled: Rule<Select> = ({ disabled }) =>
  disabled ? [{ where: 'disabled', why: 'Nothing in a modal can be disabled.' }] : []

/** The five kinds of select, as they may stand in a message or in a modal. */
const selectsIn = (rules: readonly Rule<Select>[]) => {
  const room = hasRoomToChoose(1)
  return [
    keeping(
      component(ComponentType.StringSelect, { ...fields, options: list(option, LIMITS.select.options) }),
      room,
      hasDistinctValues,
      hasOptionsEnough,
      choosesNoMoreThan(1),
      ...rules,
    ),
    keeping(component(ComponentType.UserSelect, filled(User)), room, choosesAsManyAsAllowed, ...rules),
    keeping(component(ComponentType.RoleSelect, filled(Role)), room, choosesAsManyAsAllowed, ...rules),
    keeping(
      component(ComponentType.MentionableSelect, filled(User, Role)),
      room,
      choosesAsManyAsAllowed,
      ...rules,
    ),
    keeping(
      component(ComponentType.ChannelSelect, {
        ...filled(Channel),
        channel_types: maybe(distinct(z.array(z.enum(ChannelType)))),
      }),
      room,
      choosesAsManyAsAllowed,
      ...rules,
    ),
  ] as const
}

export const messageSelects = selectsIn([])
export const modalSelects = selectsIn([isEnabled, isRequiredOrNot])
