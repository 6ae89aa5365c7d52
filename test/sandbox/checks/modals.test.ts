import { ComponentType } from 'discord-api-types/v10'
import { describeLimits } from './limit.ts'
import { button, input, label, letters, opened, options, row, select, text, times } from './requests.ts'

const asking = (component: unknown, more: object = {}) => opened({ components: [label(component, more)] })
const IN_LABEL = 'data.components.0.component'

const part = (type: ComponentType, more: object = {}) => ({ type, custom_id: 'part', ...more })
const { RadioGroup, CheckboxGroup, Checkbox, FileUpload } = ComponentType

describeLimits('a modal', [
  [
    'has a title of 45',
    opened({ title: letters(45), components: [text('x')] }),
    opened({ title: letters(46), components: [text('x')] }),
    'data.title',
  ],
  [
    'has a custom id of 100',
    opened({ custom_id: letters(100), components: [text('x')] }),
    opened({ custom_id: letters(101), components: [text('x')] }),
    'data.custom_id',
  ],
  [
    'has 5 parts',
    opened({ components: times(5, (index) => label(input({ custom_id: `${index}` }))) }),
    opened({ components: times(6, (index) => label(input({ custom_id: `${index}` }))) }),
    'data.components',
  ],
  ['has a part', opened({ components: [text('x')] }), opened({ components: [] }), 'data.components'],
  [
    'has parts with different custom ids',
    opened({ components: [label(input()), label(input({ custom_id: 'other' }))] }),
    opened({ components: [label(input()), label(input())] }),
    'data.components.1.component.custom_id',
  ],
  [
    'has no buttons',
    opened({ components: [row(input({ label: 'Name' }))] }),
    opened({ components: [row(button())] }),
    'data.components.0.components.0.type',
  ],
  [
    'has nothing that belongs into messages',
    opened({ components: [text('x')] }),
    opened({ components: [{ type: ComponentType.Container, components: [text('x')] }] }),
    'data.components.0.type',
  ],
])

describeLimits('a label', [
  [
    'has 45 characters',
    asking(input(), { label: letters(45) }),
    asking(input(), { label: letters(46) }),
    'data.components.0.label',
  ],
  [
    'has a description of 100',
    asking(input(), { description: letters(100) }),
    asking(input(), { description: letters(101) }),
    'data.components.0.description',
  ],
  ['is around something', asking(input()), asking(undefined), IN_LABEL],
  ['is around one thing to fill in', asking(select()), asking(button()), `${IN_LABEL}.type`],
])

describeLimits('a text input', [
  [
    'has 4,000 characters',
    asking(input({ value: letters(4_000) })),
    asking(input({ value: letters(4_001) })),
    `${IN_LABEL}.value`,
  ],
  [
    'has a placeholder of 100',
    asking(input({ placeholder: letters(100) })),
    asking(input({ placeholder: letters(101) })),
    `${IN_LABEL}.placeholder`,
  ],
  [
    'asks for at most 4,000',
    asking(input({ max_length: 4_000 })),
    asking(input({ max_length: 4_001 })),
    `${IN_LABEL}.max_length`,
  ],
  [
    'takes a letter',
    asking(input({ max_length: 1 })),
    asking(input({ max_length: 0 })),
    `${IN_LABEL}.max_length`,
  ],
  [
    'asks for no more than it takes',
    asking(input({ min_length: 2, max_length: 2 })),
    asking(input({ min_length: 3, max_length: 2 })),
    `${IN_LABEL}.min_length`,
  ],
  [
    'takes the value that it has',
    asking(input({ value: 'abc', max_length: 3 })),
    asking(input({ value: 'abcd', max_length: 3 })),
    `${IN_LABEL}.value`,
  ],
  ['is short or long', asking(input({ style: 2 })), asking(input({ style: 3 })), `${IN_LABEL}.style`],
  ['leaves its label to the Label', asking(input()), asking(input({ label: 'Name' })), `${IN_LABEL}.label`],
  [
    'in a row has a label',
    opened({ components: [row(input({ label: 'Name' }))] }),
    opened({ components: [row(input())] }),
    'data.components.0.components.0.label',
  ],
  [
    'in a row is alone',
    opened({ components: [row(input({ label: 'Name' }))] }),
    opened({ components: [row(input({ label: 'Name' }), input({ label: 'Name', custom_id: 'b' }))] }),
    'data.components.0.components',
  ],
])

describeLimits('a select in a modal', [
  [
    'is not disabled',
    asking(select({ disabled: false })),
    asking(select({ disabled: true })),
    `${IN_LABEL}.disabled`,
  ],
  [
    'can be left empty when it is not required',
    asking(select({ min_values: 0, required: false })),
    asking(select({ min_values: 0 })),
    `${IN_LABEL}.min_values`,
  ],
  [
    'has 25 options',
    asking(select({ options: options(25) })),
    asking(select({ options: options(26) })),
    `${IN_LABEL}.options`,
  ],
])

describeLimits('a radio group', [
  [
    'has 10 options',
    asking(part(RadioGroup, { options: options(10) })),
    asking(part(RadioGroup, { options: options(11) })),
    `${IN_LABEL}.options`,
  ],
  [
    'has 2 options',
    asking(part(RadioGroup, { options: options(2) })),
    asking(part(RadioGroup, { options: options(1) })),
    `${IN_LABEL}.options`,
  ],
  [
    'has one that is chosen',
    asking(part(RadioGroup, { options: options(2).map((one, index) => ({ ...one, default: index === 0 })) })),
    asking(part(RadioGroup, { options: options(2).map((one) => ({ ...one, default: true })) })),
    `${IN_LABEL}.options`,
  ],
])

describeLimits('a group of checkboxes', [
  [
    'has 10 options',
    asking(part(CheckboxGroup, { options: options(10) })),
    asking(part(CheckboxGroup, { options: options(11) })),
    `${IN_LABEL}.options`,
  ],
  [
    'lets as many be chosen as there are',
    asking(part(CheckboxGroup, { options: options(3), min_values: 3 })),
    asking(part(CheckboxGroup, { options: options(2), min_values: 3 })),
    `${IN_LABEL}.min_values`,
  ],
  [
    'can be left empty when it is not required',
    asking(part(CheckboxGroup, { options: options(1), min_values: 0, required: false })),
    asking(part(CheckboxGroup, { options: options(1), min_values: 0 })),
    `${IN_LABEL}.min_values`,
  ],
  [
    'has options of different values',
    asking(part(CheckboxGroup, { options: options(2) })),
    asking(part(CheckboxGroup, { options: [...options(1), ...options(1)] })),
    `${IN_LABEL}.options.1.value`,
  ],
])

describeLimits('other parts of a modal', [
  [
    'a checkbox cannot be required',
    asking(part(Checkbox, { default: true })),
    asking(part(Checkbox, { required: true })),
    `${IN_LABEL}.required`,
  ],
  [
    'an upload takes 10 files',
    asking(part(FileUpload, { max_values: 10 })),
    asking(part(FileUpload, { max_values: 11 })),
    `${IN_LABEL}.max_values`,
  ],
  [
    'an upload takes 10 types of files',
    asking(part(FileUpload, { file_types: times(10, (index) => `.${index}`) })),
    asking(part(FileUpload, { file_types: times(11, (index) => `.${index}`) })),
    `${IN_LABEL}.file_types`,
  ],
])
