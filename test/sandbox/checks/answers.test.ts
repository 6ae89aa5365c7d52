import { expect, it } from 'vitest'
import { documentation } from '../../../sandbox/discord/checks/documentation.ts'
import { describeLimits } from './limit.ts'
import { answered, edited, letters, offered, sent, text, times, v2 } from './requests.ts'

const choice = (more: object = {}) => ({ name: 'Dune (2021)', value: 'film:438631', ...more })

describeLimits('what autocomplete offers', [
  [
    'are 25 choices',
    offered(...times(25, () => choice())),
    offered(...times(26, () => choice())),
    'data.choices',
  ],
  [
    'has names of 100',
    offered(choice({ name: letters(100) })),
    offered(choice({ name: letters(101) })),
    'data.choices.0.name',
  ],
  ['has names', offered(choice()), offered(choice({ name: '' })), 'data.choices.0.name'],
  [
    'has values of 100',
    offered(choice({ value: letters(100) })),
    offered(choice({ value: letters(101) })),
    'data.choices.0.value',
  ],
  [
    'has texts or numbers as values',
    offered(choice({ value: 1 })),
    offered(choice({ value: true })),
    'data.choices.0.value',
  ],
  [
    'has values of one type',
    offered(choice(), choice()),
    offered(choice(), choice({ value: 1 })),
    'data.choices',
  ],
])

describeLimits('an answer', [
  ['is of a type that exists', answered(6), answered(3), 'type'],
  [
    'that is deferred says nothing yet',
    answered(5, { flags: 64 }),
    answered(5, { content: 'x' }),
    'data.content',
  ],
  ['that changes nothing says nothing', answered(6), answered(6, {}), 'data'],
  ['that is a message has one', answered(4, { content: 'x' }), answered(4), 'data'],
  ['that is an update is like an edit', answered(7, v2(text('x'))), answered(7, { flags: 64 }), 'data.flags'],
])

describeLimits('a conversation', [
  [
    'is opened with somebody',
    { ...sent({ recipient_id: '1' }), route: '/users/@me/channels' },
    { ...sent({ recipient_id: 1 }), route: '/users/@me/channels' },
    'recipient_id',
  ],
])

it('asks nothing of routes that it does not know', () => {
  expect(documentation({ ...sent({ anything: true }), route: '/channels/{channel_id}/typing' })).toEqual([])
})

it('takes a body that is not there for an empty one', () => {
  expect(documentation(edited(undefined))).toEqual([])
})
