import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { describeLimits } from './limit.ts'
import { button, letters, options, row, select, sent, v2 } from './requests.ts'

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
