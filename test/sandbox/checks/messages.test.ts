import { MessageFlags } from 'discord-api-types/v10'
import { describeLimits } from './limit.ts'
import { answered, button, edited, followedUp, letters, row, sent, text, times, v2 } from './requests.ts'

const embed = (more: object) => sent({ embeds: [more] })

describeLimits('a message', [
  ['has 2,000 characters', sent({ content: letters(2_000) }), sent({ content: letters(2_001) }), 'content'],
  [
    'counts an emoji as one character',
    sent({ content: '🍿'.repeat(2_000) }),
    sent({ content: '🍿'.repeat(2_001) }),
    'content',
  ],
  ['has something in it', sent({ content: 'Hello' }), sent({}), ''],
  ['has more in it than spaces', sent({ content: ' . ' }), sent({ content: ' \n ' }), ''],
  ['can be nothing but a file', sent({}, 'poster.png'), sent({ attachments: [] }), ''],
  ['can be nothing but an embed', embed({ title: 'Title' }), sent({ embeds: [] }), ''],
  ['shows components where it has those of V2', sent(v2(text('Hello'))), sent(v2(), 'poster.png'), ''],
  [
    'is not empty either as an answer',
    answered(4, { content: 'Hello' }),
    answered(4, { flags: MessageFlags.Ephemeral }),
    'data',
  ],
  [
    'is not empty either as a later answer',
    followedUp({ content: 'Hello' }),
    followedUp({ content: '' }),
    '',
  ],
  [
    'has 10 files',
    sent({}, ...times(10, (index) => `${index}.png`)),
    sent({}, ...times(11, (index) => `${index}.png`)),
    'attachments',
  ],
  [
    'has 3 stickers',
    sent({ sticker_ids: ['1', '2', '3'] }),
    sent({ sticker_ids: ['1', '2', '3', '4'] }),
    'sticker_ids',
  ],
  [
    'has a nonce of 25 characters',
    sent({ content: 'x', nonce: letters(25), enforce_nonce: true }),
    sent({ content: 'x', nonce: letters(26), enforce_nonce: true }),
    'nonce',
  ],
  [
    'has a number as its nonce',
    sent({ content: 'x', nonce: 1 }),
    sent({ content: 'x', nonce: 1.5 }),
    'nonce',
  ],
  [
    'lets 100 people be mentioned',
    sent({ content: 'x', allowed_mentions: { users: times(100, String) } }),
    sent({ content: 'x', allowed_mentions: { users: times(101, String) } }),
    'allowed_mentions.users',
  ],
  [
    'names each kind of mention once',
    sent({ content: 'x', allowed_mentions: { parse: ['users', 'roles'] } }),
    sent({ content: 'x', allowed_mentions: { parse: ['users', 'users'] } }),
    'allowed_mentions.parse',
  ],
  [
    'mentions all people, or some by name',
    sent({ content: 'x', allowed_mentions: { parse: ['roles'], users: ['1'] } }),
    sent({ content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }),
    'allowed_mentions.users',
  ],
])

describeLimits('the flags of a message', [
  [
    'hide an answer from others, never a message of its own',
    answered(4, { content: 'x', flags: MessageFlags.Ephemeral }),
    sent({ content: 'x', flags: MessageFlags.Ephemeral }),
    'flags',
  ],
  [
    'can be set where a program may set them',
    sent({ content: 'x', flags: MessageFlags.SuppressNotifications }),
    sent({ content: 'x', flags: MessageFlags.Crossposted }),
    'flags',
  ],
  [
    'of a deferred answer are EPHEMERAL alone',
    answered(5, { flags: MessageFlags.Ephemeral }),
    answered(5, { flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2 }),
    'data.flags',
  ],
  [
    'say nothing new in an edit but SUPPRESS_EMBEDS and IS_COMPONENTS_V2',
    edited({ flags: MessageFlags.SuppressEmbeds }),
    edited({ flags: MessageFlags.SuppressNotifications }),
    'flags',
  ],
  [
    'may repeat in an edit what the message has already',
    edited({ flags: MessageFlags.Ephemeral }, MessageFlags.Ephemeral),
    edited({ flags: MessageFlags.Ephemeral }),
    'flags',
  ],
  [
    'keep IS_COMPONENTS_V2 for good',
    edited({ flags: MessageFlags.IsComponentsV2 }, MessageFlags.IsComponentsV2),
    edited({ flags: 0 }, MessageFlags.IsComponentsV2),
    'flags',
  ],
])

describeLimits('a message of Components V2', [
  [
    'has no content',
    sent({ ...v2(text('x')), content: '' }),
    sent({ ...v2(text('x')), content: 'x' }),
    'content',
  ],
  [
    'has no embeds',
    sent({ ...v2(text('x')), embeds: [] }),
    sent({ ...v2(text('x')), embeds: [{}] }),
    'embeds',
  ],
  [
    'has no poll',
    sent({ ...v2(text('x')), poll: null }),
    sent({
      ...v2(text('x')),
      poll: { question: { text: 'Which?' }, answers: [{ poll_media: { text: 'This' } }] },
    }),
    'poll',
  ],
  [
    'has no stickers',
    sent({ ...v2(text('x')), sticker_ids: [] }),
    sent({ ...v2(text('x')), sticker_ids: ['1'] }),
    'sticker_ids',
  ],
  [
    'stays one when it is edited',
    edited({ content: null, components: [text('x')] }, MessageFlags.IsComponentsV2),
    edited({ content: 'x' }, MessageFlags.IsComponentsV2),
    'content',
  ],
  [
    'becomes one when a deferred answer is filled in',
    edited(v2(text('x')), MessageFlags.Loading | MessageFlags.Ephemeral),
    edited({ components: [text('x')] }, MessageFlags.Loading | MessageFlags.Ephemeral),
    'components.0.type',
  ],
])

describeLimits('a message without Components V2', [
  [
    'has rows only',
    sent({ content: 'x', components: [row(button())] }),
    sent({ content: 'x', components: [text('x')] }),
    'components.0.type',
  ],
  [
    'has 5 rows',
    sent({ components: times(5, (index) => row(button({ custom_id: `${index}` }))) }),
    sent({ components: times(6, (index) => row(button({ custom_id: `${index}` }))) }),
    'components',
  ],
])
