import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { describeLimits } from './limit.ts'
import {
  button,
  container,
  letters,
  options,
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
const link = (more: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Link,
  label: 'Open',
  url: 'https://example.org',
  ...more,
})
const premium = (more: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Premium,
  sku_id: '1',
  ...more,
})
const without = (part: Record<string, unknown>, field: string) => ({ ...part, [field]: undefined })
const filled = (type: ComponentType, more: object) => ({ type, custom_id: 'select', ...more })

describeLimits('a button', [
  [
    'has a label of 80',
    inRow(button({ label: letters(80) })),
    inRow(button({ label: letters(81) })),
    `${IN_ROW}.label`,
  ],
  [
    'has a custom id of 100',
    inRow(button({ custom_id: letters(100) })),
    inRow(button({ custom_id: letters(101) })),
    `${IN_ROW}.custom_id`,
  ],
  [
    'has a custom id of 1',
    inRow(button({ custom_id: 'x' })),
    inRow(button({ custom_id: '' })),
    `${IN_ROW}.custom_id`,
  ],
  ['has a custom id at all', inRow(button()), inRow(without(button(), 'custom_id')), `${IN_ROW}.custom_id`],
  ['has no address', inRow(button()), inRow(button({ url: 'https://example.org' })), `${IN_ROW}.url`],
  ['is not for sale', inRow(button()), inRow(button({ sku_id: '1' })), `${IN_ROW}.sku_id`],
  [
    'has a label or an emoji',
    inRow({ ...button({ emoji: { name: '🍿' } }), label: undefined }),
    inRow(without(button(), 'label')),
    `${IN_ROW}.label`,
  ],
  ['has one of 6 styles', inRow(premium()), inRow(button({ style: 7 })), `${IN_ROW}.style`],
  ['that is a link has an address', inRow(link()), inRow(without(link(), 'url')), `${IN_ROW}.url`],
  [
    'that is a link has an address of 512',
    inRow(link({ url: `https://e.org/${letters(498)}` })),
    inRow(link({ url: `https://e.org/${letters(499)}` })),
    `${IN_ROW}.url`,
  ],
  [
    'that is a link leads to the web or into Discord',
    inRow(link({ url: 'discord://-/channels/@me' })),
    inRow(link({ url: 'javascript:alert(1)' })),
    `${IN_ROW}.url`,
  ],
  ['that is a link has no custom id', inRow(link()), inRow(link({ custom_id: 'x' })), `${IN_ROW}.custom_id`],
  [
    'that is premium names what it sells',
    inRow(premium()),
    inRow(without(premium(), 'sku_id')),
    `${IN_ROW}.sku_id`,
  ],
  ['that is premium has no label', inRow(premium()), inRow(premium({ label: 'Buy' })), `${IN_ROW}.label`],
])

describeLimits('an emoji', [
  [
    'is a letter of Unicode',
    inRow(button({ emoji: { name: '↩️' } })),
    inRow(button({ emoji: { name: ':popcorn:' } })),
    `${IN_ROW}.emoji.name`,
  ],
  [
    'is a single one',
    inRow(button({ emoji: { name: '👩‍👩‍👧' } })),
    inRow(button({ emoji: { name: '🍿🍿' } })),
    `${IN_ROW}.emoji.name`,
  ],
  [
    'or has an id',
    inRow(button({ emoji: { id: '123', name: 'plex', animated: false } })),
    inRow(button({ emoji: { id: 'plex', name: 'plex' } })),
    `${IN_ROW}.emoji.id`,
  ],
])

describeLimits('a select', [
  [
    'has 25 options',
    inRow(select({ options: options(25) })),
    inRow(select({ options: options(26) })),
    `${IN_ROW}.options`,
  ],
  ['has an option', inRow(select()), inRow(select({ options: [] })), `${IN_ROW}.options`],
  [
    'has options with labels of 100',
    inRow(select({ options: [{ label: letters(100), value: '1' }] })),
    inRow(select({ options: [{ label: letters(101), value: '1' }] })),
    `${IN_ROW}.options.0.label`,
  ],
  [
    'has options with values of 100',
    inRow(select({ options: [{ label: 'x', value: letters(100) }] })),
    inRow(select({ options: [{ label: 'x', value: letters(101) }] })),
    `${IN_ROW}.options.0.value`,
  ],
  [
    'has options with descriptions of 100',
    inRow(select({ options: [{ label: 'x', value: '1', description: letters(100) }] })),
    inRow(select({ options: [{ label: 'x', value: '1', description: letters(101) }] })),
    `${IN_ROW}.options.0.description`,
  ],
  [
    'has options of different values',
    inRow(select({ options: options(2) })),
    inRow(select({ options: [...options(2), ...options(1)] })),
    `${IN_ROW}.options.2.value`,
  ],
  [
    'has a placeholder of 150',
    inRow(select({ placeholder: letters(150) })),
    inRow(select({ placeholder: letters(151) })),
    `${IN_ROW}.placeholder`,
  ],
  [
    'lets 25 be chosen',
    inRow(filled(ComponentType.UserSelect, { max_values: 25 })),
    inRow(filled(ComponentType.UserSelect, { max_values: 26 })),
    `${IN_ROW}.max_values`,
  ],
  [
    'lets as many be chosen as there are',
    inRow(select({ options: options(3), max_values: 3 })),
    inRow(select({ options: options(2), max_values: 3 })),
    `${IN_ROW}.options`,
  ],
  [
    'shows no more as chosen than can be chosen',
    inRow(select({ options: options(2).map((one, index) => ({ ...one, default: index === 0 })) })),
    inRow(select({ options: options(2).map((one) => ({ ...one, default: true })) })),
    `${IN_ROW}.options`,
  ],
  [
    'asks for a number that can be',
    inRow(select({ min_values: 0 })),
    inRow(select({ min_values: -1 })),
    `${IN_ROW}.min_values`,
  ],
  [
    'asks for no more than can be chosen',
    inRow(select({ options: options(3), min_values: 2, max_values: 2 })),
    inRow(select({ options: options(3), min_values: 3, max_values: 2 })),
    `${IN_ROW}.min_values`,
  ],
  [
    'lets one be chosen unless it says otherwise',
    inRow(select({ options: options(3), min_values: 1 })),
    inRow(select({ options: options(3), min_values: 2 })),
    `${IN_ROW}.min_values`,
  ],
  [
    'chooses beforehand what it is about',
    inRow(filled(ComponentType.RoleSelect, { default_values: [{ type: 'role', id: '1' }] })),
    inRow(filled(ComponentType.RoleSelect, { default_values: [{ type: 'user', id: '1' }] })),
    `${IN_ROW}.default_values.0.type`,
  ],
  [
    'of channels knows their types',
    inRow(filled(ComponentType.ChannelSelect, { channel_types: [0, 5] })),
    inRow(filled(ComponentType.ChannelSelect, { channel_types: [9] })),
    `${IN_ROW}.channel_types.0`,
  ],
  [
    'chooses no more beforehand than can be chosen',
    inRow(filled(ComponentType.ChannelSelect, { default_values: [{ type: 'channel', id: '1' }] })),
    inRow(
      filled(ComponentType.ChannelSelect, {
        default_values: [
          { type: 'channel', id: '1' },
          { type: 'channel', id: '2' },
        ],
      }),
    ),
    `${IN_ROW}.default_values`,
  ],
])

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
