import { ComponentType, TextInputStyle } from 'discord-api-types/v10'
import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { component, oneOf } from './by-type.ts'
import { charactersIn, isGiven, keeping, list, maybe, type Rule, text, whole } from './kit.ts'
import { textDisplay } from './message-components.ts'
import { choosesNoMoreThan, hasDistinctValues, hasRoomToChoose, isRequiredOrNot } from './ranges.ts'
import { modalSelects } from './selects.ts'

const { modal: limits, input: inputs, select } = LIMITS

const inputFields = component(ComponentType.TextInput, {
  custom_id: text(LIMITS.customId),
  style: z.enum(TextInputStyle),
  label: maybe(text(limits.label)),
  value: maybe(text(inputs.value)),
  placeholder: maybe(text(inputs.placeholder)),
  min_length: maybe(whole(inputs.shortest)),
  max_length: maybe(whole(inputs.longest)),
  required: maybe(z.boolean()),
})

type Input = z.output<typeof inputFields>

const hasRoomForItsValue: Rule<Input> = ({ value, min_length, max_length }) => {
  const [shortest, longest] = [min_length ?? 0, max_length ?? inputs.longest.most]
  if (shortest > longest) return [{ where: 'min_length', why: 'Must not be more than max_length.' }]
  const length = charactersIn(value ?? '')
  return !value || (length >= shortest && length <= longest)
    ? []
    : [{ where: 'value', why: `Must have between ${shortest} and ${longest} characters, as its input says.` }]
}

const isLabelled: Rule<Input> = ({ label }) =>
  label ? [] : [{ where: 'label', why: 'A text input that stands in a row needs a label of its own.' }]

const isNamedByItsLabel: Rule<Input> = ({ label }) =>
  isGiven(label) ? [{ where: 'label', why: 'The Label around a text input has its label.' }] : []

const option = z.strictObject({
  label: text(select.label),
  value: text(select.value),
  description: maybe(text(select.description)),
  default: maybe(z.boolean()),
})

const chooser = { custom_id: text(LIMITS.customId), required: maybe(z.boolean()) }

const radioGroup = keeping(
  component(ComponentType.RadioGroup, { ...chooser, options: list(option, limits.radioOptions) }),
  hasDistinctValues,
  choosesNoMoreThan(1),
)

const checkboxGroup = keeping(
  component(ComponentType.CheckboxGroup, {
    ...chooser,
    min_values: maybe(whole({ least: 0, most: limits.checkboxes.most })),
    max_values: maybe(whole(limits.checkboxes)),
    options: list(option, limits.checkboxes),
  }),
  hasDistinctValues,
  isRequiredOrNot,
  (group) => hasRoomToChoose(group.options.length)(group),
  (group) => choosesNoMoreThan(group.options.length)(group),
)

const checkbox = component(ComponentType.Checkbox, {
  custom_id: text(LIMITS.customId),
  default: maybe(z.boolean()),
})

const fileUpload = keeping(
  component(ComponentType.FileUpload, {
    ...chooser,
    min_values: maybe(whole(limits.files)),
    max_values: maybe(whole({ least: 1, most: limits.files.most })),
    file_types: maybe(list(z.string(), limits.fileTypes)),
  }),
  isRequiredOrNot,
  hasRoomToChoose(1),
)

const label = component(ComponentType.Label, {
  label: text(limits.label),
  description: maybe(text(limits.description)),
  component: oneOf(
    keeping(inputFields, hasRoomForItsValue, isNamedByItsLabel),
    ...modalSelects,
    fileUpload,
    radioGroup,
    checkboxGroup,
    checkbox,
  ),
})

const row = component(ComponentType.ActionRow, {
  components: list(oneOf(keeping(inputFields, hasRoomForItsValue, isLabelled)), { least: 1, most: 1 }),
})

/** A form that opens over the chat. */
export const modal = z.strictObject({
  custom_id: text(LIMITS.customId),
  title: text(limits.title),
  components: list(oneOf(label, textDisplay, row), limits.parts),
})

export type Modal = z.output<typeof modal>
