import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { printChoices } from '../../../sandbox/discord/print/print-choices.ts'
import { printModal } from '../../../sandbox/discord/print/print-modal.ts'
import { block, options } from './names.ts'

const narrow = { ...options, width: 44 }

test('a modal that asks for a reason', () => {
  const modal: APIModalInteractionResponseCallbackData = {
    custom_id: 'deny',
    title: 'Deny Arrival (2016)',
    components: [
      { type: ComponentType.TextDisplay, content: 'Nobody is told **before** you submit.' },
      {
        type: ComponentType.Label,
        label: 'Reason',
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'reason',
          placeholder: 'Pick one, or write below',
          required: false,
          options: [{ label: 'No room', value: 'space' }],
        },
      },
      {
        type: ComponentType.Label,
        label: 'Message',
        description: 'The person who asked reads this, and nobody else does.',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'message',
          style: TextInputStyle.Paragraph,
          value: 'Sorry, there is no room for it at the moment.',
        },
      },
    ],
  }
  expect(printModal(modal, narrow)).toBe(
    block(`
╭─ Deny Arrival (2016) ────────────────────╮
│ Nobody is told *before* you submit.      │
│                                          │
│ Reason                                   │
│ ▾ Pick one, or write below               │
│                                          │
│ Message *                                │
│ The person who asked reads this, and     │
│ nobody else does.                        │
│ ✎ Sorry, there is no room for it at the  │
│   moment.                                │
│                                          │
│ [ Cancel ]  [ Submit ]                   │
╰──────────────────────────────────────────╯
`),
  )
})

test('every kind of field', () => {
  const options = [
    { label: 'Announced', value: 'a' },
    { label: 'Released', value: 'r', default: true },
  ]
  const field = (label: string, component: object) => ({ type: ComponentType.Label, label, component })
  const modal = {
    custom_id: 'all',
    title: 'All',
    components: [
      field('Address', {
        type: ComponentType.TextInput,
        custom_id: 'a',
        placeholder: 'http://…',
        required: false,
      }),
      field('When', { type: ComponentType.RadioGroup, custom_id: 'b', options }),
      field('Which', { type: ComponentType.CheckboxGroup, custom_id: 'c', options, required: false }),
      field('Sure', { type: ComponentType.Checkbox, custom_id: 'd', default: true }),
      field('Log', { type: ComponentType.FileUpload, custom_id: 'e' }),
      {
        type: ComponentType.ActionRow,
        components: [{ type: ComponentType.TextInput, custom_id: 'f', label: 'Old', style: 1 }],
      },
    ],
  } as APIModalInteractionResponseCallbackData
  expect(printModal(modal, { ...narrow, width: 28 })).toBe(
    block(`
╭─ All ────────────────────╮
│ Address                  │
│ ✎ (http://…)             │
│                          │
│ When *                   │
│ ○ Announced              │
│ ● Released               │
│                          │
│ Which                    │
│ ☐ Announced              │
│ ☑ Released               │
│                          │
│ Sure                     │
│ ☑                        │
│                          │
│ Log *                    │
│ ↥ Drop a file here       │
│                          │
│ Old *                    │
│ ✎                        │
│                          │
│ [ Cancel ]  [ Submit ]   │
╰──────────────────────────╯
`),
  )
})

test('what autocomplete offers, each on one line', () => {
  const choices = [
    { name: '🎬 Arrival (2016)', value: 'film-tmdb-329865' },
    { name: '📺 A show whose name is a little too long (2019)', value: 'show-tmdb-1' },
  ]
  expect(printChoices(choices, { width: 30 })).toBe(
    block(`
│ 🎬 Arrival (2016)
│ 📺 A show whose name is a l…
`),
  )
  expect(printChoices([])).toBe('│ No options match your search.')
})
