import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10'
import { describeLimits } from './limit.ts'
import { changed, letters, registered, registeredInGuild, times } from './requests.ts'

const command = (more: object = {}) => ({ name: 'request', description: 'Ask for a film', ...more })
const option = (more: object = {}) => ({
  type: Type.String,
  name: 'title',
  description: 'Its title',
  ...more,
})
const having = (...options: unknown[]) => registered(command({ options }))
const IN_OPTIONS = '0.options'

/** A command of 7,957 characters and some more: 7 + 100 for itself, where the longest translation counts, then 25 × 310
 * for its options, and 100 of one more choice. */
const large = (more: number) =>
  registered(
    command({
      description: 'Ask',
      description_localizations: { de: letters(100), fr: letters(90) },
      options: times(25, (index) =>
        option({
          name: `option-${100 + index}`,
          description: letters(100),
          choices: [
            { name: letters(100), value: letters(100) },
            ...(index === 0 ? [{ name: 'y'.repeat(100), value: letters(more) }] : []),
          ],
        }),
      ),
    }),
  )

describeLimits('a command', [
  [
    'has a name of 32',
    registered(command({ name: letters(32) })),
    registered(command({ name: letters(33) })),
    '0.name',
  ],
  [
    'has a name in small letters',
    registered(command({ name: 'ask-for' })),
    registered(command({ name: 'Ask' })),
    '0.name',
  ],
  [
    'has a name without spaces',
    registered(command({ name: 'поиск' })),
    registered(command({ name: 'ask for' })),
    '0.name',
  ],
  [
    'has a description of 100',
    registered(command({ description: letters(100) })),
    registered(command({ description: letters(101) })),
    '0.description',
  ],
  ['has a description', registered(command()), registered(command({ description: '' })), '0.description'],
  [
    'in a menu has a name as people write it',
    registered({ type: 3, name: 'Request this' }),
    registered({ type: 1, name: 'Request this', description: 'x' }),
    '0.name',
  ],
  [
    'in a menu has no description',
    registered({ type: 3, name: 'Request this' }),
    registered({ type: 3, name: 'Request this', description: 'x' }),
    '0.description',
  ],
  [
    'in a menu has no options',
    registered({ type: 2, name: 'Requests' }),
    registered({ type: 2, name: 'Requests', options: [option()] }),
    '0.options',
  ],
  [
    'is translated into languages of Discord’s',
    registered(command({ name_localizations: { 'pt-BR': 'pedir' } })),
    registered(command({ name_localizations: { klingon: 'tlhob' } })),
    '0.name_localizations.klingon',
  ],
  [
    'has permissions as a number in a string',
    registered(command({ default_member_permissions: '32' })),
    registered(command({ default_member_permissions: 'ManageGuild' })),
    '0.default_member_permissions',
  ],
  [
    'says where it can be used',
    registered(command({ contexts: [0, 1] })),
    registered(command({ contexts: [3] })),
    '0.contexts.0',
  ],
  [
    'of one guild has no contexts',
    registered(command({ contexts: [0] })),
    registeredInGuild(command({ contexts: [0] })),
    '0.contexts',
  ],
  [
    'of one guild has no kinds of installation',
    registered(command({ integration_types: [0] })),
    registeredInGuild(command({ integration_types: [0] })),
    '0.integration_types',
  ],
  ['has 8,000 characters in all, with its longest translations', large(43), large(44), '0'],
  [
    'of a slash has translated names in small letters too',
    registered(command({ name_localizations: { de: 'wünschen' } })),
    registered(command({ name_localizations: { de: 'Wünschen' } })),
    '0.name_localizations.de',
  ],
  [
    'names each place once',
    registered(command({ contexts: [0, 1, 2] })),
    registered(command({ contexts: [0, 0] })),
    '0.contexts',
  ],
  [
    'can be changed in part',
    changed({ options: [option()] }),
    changed({ options: [option(), option()] }),
    'options.1.name',
  ],
])

describeLimits('an option', [
  [
    'has a name of 32',
    having(option({ name: letters(32) })),
    having(option({ name: letters(33) })),
    `${IN_OPTIONS}.0.name`,
  ],
  [
    'has a name in small letters',
    having(option()),
    having(option({ name: 'Title' })),
    `${IN_OPTIONS}.0.name`,
  ],
  [
    'has a description of 100',
    having(option({ description: letters(100) })),
    having(option({ description: letters(101) })),
    `${IN_OPTIONS}.0.description`,
  ],
  ['has a description', having(option()), having(option({ description: '' })), `${IN_OPTIONS}.0.description`],
  [
    'is one of 25',
    having(...times(25, (index) => option({ name: `o${index}` }))),
    having(...times(26, (index) => option({ name: `o${index}` }))),
    IN_OPTIONS,
  ],
  [
    'has a name of its own',
    having(option(), option({ name: 'kind' })),
    having(option(), option()),
    `${IN_OPTIONS}.1.name`,
  ],
  [
    'that is required stands first',
    having(option({ required: true }), option({ name: 'kind' })),
    having(option(), option({ name: 'kind', required: true })),
    `${IN_OPTIONS}.1`,
  ],
  [
    'has choices or autocomplete',
    having(option({ autocomplete: true, choices: [] })),
    having(option({ autocomplete: true, choices: [{ name: 'Film', value: 'film' }] })),
    `${IN_OPTIONS}.0.autocomplete`,
  ],
  [
    'has autocomplete only where it takes text or numbers',
    having(option({ type: Type.Integer, autocomplete: true })),
    having(option({ type: Type.User, autocomplete: true })),
    `${IN_OPTIONS}.0.autocomplete`,
  ],
  [
    'has 25 choices',
    having(option({ choices: times(25, (index) => ({ name: `${index}`, value: `${index}` })) })),
    having(option({ choices: times(26, (index) => ({ name: `${index}`, value: `${index}` })) })),
    `${IN_OPTIONS}.0.choices`,
  ],
  [
    'has choices with names of 100',
    having(option({ choices: [{ name: letters(100), value: 'x' }] })),
    having(option({ choices: [{ name: letters(101), value: 'x' }] })),
    `${IN_OPTIONS}.0.choices.0.name`,
  ],
  [
    'has choices with values of 100',
    having(option({ choices: [{ name: 'x', value: letters(100) }] })),
    having(option({ choices: [{ name: 'x', value: letters(101) }] })),
    `${IN_OPTIONS}.0.choices.0.value`,
  ],
  [
    'has choices of its own type',
    having(option({ type: Type.Integer, choices: [{ name: 'One', value: 1 }] })),
    having(option({ type: Type.Integer, choices: [{ name: 'One', value: '1' }] })),
    `${IN_OPTIONS}.0.choices.0.value`,
  ],
  [
    'takes 6,000 characters',
    having(option({ max_length: 6_000 })),
    having(option({ max_length: 6_001 })),
    `${IN_OPTIONS}.0.max_length`,
  ],
  [
    'asks for no more than it takes',
    having(option({ min_length: 2, max_length: 2 })),
    having(option({ min_length: 3, max_length: 2 })),
    `${IN_OPTIONS}.0.min_length`,
  ],
  [
    'has bounds the right way up',
    having(option({ type: Type.Integer, min_value: 1, max_value: 1 })),
    having(option({ type: Type.Integer, min_value: 2, max_value: 1 })),
    `${IN_OPTIONS}.0.min_value`,
  ],
  [
    'is of a type that exists',
    having(option({ type: Type.Attachment })),
    having(option({ type: 12 })),
    `${IN_OPTIONS}.0.type`,
  ],
])

const sub = (...options: unknown[]) => ({
  type: Type.Subcommand,
  name: 'film',
  description: 'A film',
  options,
})
const group = (...options: unknown[]) => ({ ...sub(...options), type: Type.SubcommandGroup })

describeLimits('a subcommand', [
  ['stands beside others like it', having(sub()), having(sub(), option()), IN_OPTIONS],
  [
    'stands in a group',
    having(group(sub(option()))),
    having(group(option())),
    `${IN_OPTIONS}.0.options.0.type`,
  ],
  ['has no others in it', having(sub(option())), having(sub(sub())), `${IN_OPTIONS}.0.options.0.type`],
  [
    'has its required options first',
    having(group(sub(option({ required: true }), option({ name: 'kind' })))),
    having(group(sub(option(), option({ name: 'kind', required: true })))),
    `${IN_OPTIONS}.0.options.0.options.1`,
  ],
])

const commands = (count: number) => times(count, (index) => command({ name: `c${index}` }))
const menu = (count: number, type: number) => times(count, (index) => ({ name: `c${index}`, type }))

describeLimits('all commands together', [
  ['are 100 slash commands', registered(...commands(100)), registered(...commands(101)), ''],
  ['are 15 of a message’s menu', registered(...menu(15, 3)), registered(...menu(16, 3)), ''],
  ['are 15 of a person’s menu', registered(...menu(15, 2)), registered(...menu(16, 2)), ''],
  [
    'have different names',
    registered(command(), command({ name: 'ask' })),
    registered(command(), command()),
    '1.name',
  ],
  [
    'may share a name across types',
    registered(command(), { type: 2, name: 'request' }),
    registered(command(), command()),
    '1.name',
  ],
])
