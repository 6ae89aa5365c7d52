import { ComponentType } from 'discord-api-types/v10'
import { describeLimits } from './limit.ts'
import {
  button,
  container,
  letters,
  row,
  section,
  select,
  sent,
  text,
  thumbnail,
  times,
  v2,
} from './requests.ts'

const inRow = (...parts: unknown[]) => sent(v2(row(...parts)))
const IN_ROW = 'components.0.components.0'
const buttons = (count: number) => times(count, (index) => button({ custom_id: `${index}` }))

describeLimits('a row', [
  ['has 5 buttons', inRow(...buttons(5)), inRow(...buttons(6)), 'components.0.components'],
  [
    'has a select',
    inRow(select()),
    inRow(select(), select({ custom_id: 'other' })),
    'components.0.components',
  ],
  ['has a select alone', inRow(select()), inRow(select(), button()), 'components.0.components'],
  ['has something', inRow(button()), inRow(), 'components.0.components'],
  [
    'has no text input, which is for modals',
    inRow(select()),
    inRow({ type: ComponentType.TextInput, custom_id: 'x', style: 1 }),
    `${IN_ROW}.type`,
  ],
])

const part = (value: unknown) => sent(v2(value))
const gallery = (count: number, more: object = {}) => ({
  type: ComponentType.MediaGallery,
  items: times(count, () => ({ media: { url: 'https://e.org/a.png' }, ...more })),
})
const file = (url: string) => ({ type: ComponentType.File, file: { url } })

describeLimits('a section', [
  [
    'has 3 texts',
    part(section(thumbnail(), ...times(3, () => text('x')))),
    part(section(thumbnail(), ...times(4, () => text('x')))),
    'components.0.components',
  ],
  ['has a text', part(section(button(), text('x'))), part(section(button())), 'components.0.components'],
  [
    'has something beside it',
    part(section(button(), text('x'))),
    part(section(undefined, text('x'))),
    'components.0.accessory',
  ],
  [
    'has a button or a thumbnail beside it',
    part(section(thumbnail(), text('x'))),
    part(section(select(), text('x'))),
    'components.0.accessory.type',
  ],
  [
    'has texts only',
    part(section(button(), text('x'))),
    part(section(button(), gallery(1))),
    'components.0.components.0.type',
  ],
])

describeLimits('a component', [
  ['that is a text says something', part(text('x')), part(text('')), 'components.0.content'],
  [
    'that is a thumbnail stands beside a section',
    part(section(thumbnail(), text('x'))),
    part(thumbnail()),
    'components.0.type',
  ],
  ['that is a gallery has 10 pictures', part(gallery(10)), part(gallery(11)), 'components.0.items'],
  ['that is a gallery has a picture', part(gallery(1)), part(gallery(0)), 'components.0.items'],
  [
    'that is a picture is described in 1,024 characters',
    part(gallery(1, { description: letters(1_024) })),
    part(gallery(1, { description: letters(1_025) })),
    'components.0.items.0.description',
  ],
  [
    'that is a file comes along',
    sent(v2(file('attachment://log.txt')), 'log.txt'),
    sent(v2(file('https://example.org/log.txt')), 'log.txt'),
    'components.0.file.url',
  ],
  [
    'that is a separator is small or large',
    part({ type: ComponentType.Separator, spacing: 2 }),
    part({ type: ComponentType.Separator, spacing: 3 }),
    'components.0.spacing',
  ],
  [
    'that is a container has a colour of three bytes',
    part({ ...container(text('x')), accent_color: 0xffffff }),
    part({ ...container(text('x')), accent_color: 0x1000000 }),
    'components.0.accent_color',
  ],
  [
    'that is a container is in no other',
    part(container(text('x'))),
    part(container(container(text('x')))),
    'components.0.components.0.type',
  ],
  ['is of a type that exists', part(text('x')), part({ type: 99 }), 'components.0.type'],
  ['has a type', part(text('x')), part({ content: 'x' }), 'components.0.type'],
  ['stands in a row if it is a button', part(row(button())), part(button()), 'components.0.type'],
])

const texts = (count: number) => times(count, () => text('x'))

describeLimits('the components of a message', [
  [
    'are 40, nested ones counted',
    sent(v2(container(...texts(34)), section(button(), text('x')), row(button({ custom_id: 'x' })))),
    sent(v2(container(...texts(35)), section(button(), text('x')), row(button({ custom_id: 'x' })))),
    'components',
  ],
  [
    'have 4,000 characters of text',
    sent(v2(text(letters(2_000)), container(text(letters(2_000))))),
    sent(v2(text(letters(2_000)), container(text(letters(2_001))))),
    'components',
  ],
  [
    'have different custom ids',
    sent(v2(section(button(), text('x')), row(button({ custom_id: 'other' })))),
    sent(v2(section(button(), text('x')), row(button()))),
    'components.1.components.0.custom_id',
  ],
  [
    'have different ids',
    sent(v2({ ...text('x'), id: 1 }, { ...text('x'), id: 0 }, { ...text('x'), id: 0 })),
    sent(v2({ ...text('x'), id: 1 }, { ...text('x'), id: 1 })),
    'components.1.id',
  ],
])
