import { MessageFlags } from 'discord-api-types/v10'
import { describeLimits } from './limit.ts'
import { answered, button, edited, followedUp, letters, row, sent, text, times, v2 } from './requests.ts'

const embed = (more: object) => sent({ embeds: [more] })
const file = (url: string) => ({ type: 12, items: [{ media: { url } }] })

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

describeLimits('an embed', [
  [
    'has a title of 256 characters',
    embed({ title: letters(256) }),
    embed({ title: letters(257) }),
    'embeds.0.title',
  ],
  [
    'has a description of 4,096 characters',
    embed({ description: letters(4_096) }),
    embed({ description: letters(4_097) }),
    'embeds.0.description',
  ],
  [
    'has 25 fields',
    embed({ fields: times(25, () => ({ name: 'x', value: 'x' })) }),
    embed({ fields: times(26, () => ({ name: 'x', value: 'x' })) }),
    'embeds.0.fields',
  ],
  [
    'has fields with names of 256 characters',
    embed({ fields: [{ name: letters(256), value: 'x' }] }),
    embed({ fields: [{ name: letters(257), value: 'x' }] }),
    'embeds.0.fields.0.name',
  ],
  [
    'has fields of 1,024 characters',
    embed({ fields: [{ name: 'x', value: letters(1_024) }] }),
    embed({ fields: [{ name: 'x', value: letters(1_025) }] }),
    'embeds.0.fields.0.value',
  ],
  [
    'has no field that says nothing',
    embed({ fields: [{ name: 'x', value: 'x' }] }),
    embed({ fields: [{ name: 'x', value: '' }] }),
    'embeds.0.fields.0.value',
  ],
  [
    'has a footer of 2,048 characters',
    embed({ footer: { text: letters(2_048) } }),
    embed({ footer: { text: letters(2_049) } }),
    'embeds.0.footer.text',
  ],
  [
    'has an author of 256 characters',
    embed({ author: { name: letters(256) } }),
    embed({ author: { name: letters(257) } }),
    'embeds.0.author.name',
  ],
  ['has a colour of three bytes', embed({ color: 0xffffff }), embed({ color: 0x1000000 }), 'embeds.0.color'],
  [
    'has a timestamp that is one',
    embed({ title: 'x', timestamp: '2026-11-21T12:00:00.000Z' }),
    embed({ title: 'x', timestamp: 'today' }),
    'embeds.0.timestamp',
  ],
  [
    'has a picture from the web or from the message',
    sent({ embeds: [{ image: { url: 'attachment://poster.png' } }] }, 'poster.png'),
    sent({ embeds: [{ image: { url: 'attachment://other.png' } }] }, 'poster.png'),
    'embeds.0.image.url',
  ],
  [
    'is one of 10',
    sent({ embeds: times(10, () => ({ title: 'x' })) }),
    sent({ embeds: times(11, () => ({ title: 'x' })) }),
    'embeds',
  ],
  [
    'shares 6,000 characters with the others',
    sent({ embeds: [{ description: letters(3_000) }, { title: letters(200), description: letters(2_800) }] }),
    sent({ embeds: [{ description: letters(3_000) }, { title: letters(201), description: letters(2_800) }] }),
    'embeds',
  ],
])

describeLimits('a poll', [
  [
    'asks in 300 characters',
    sent({ poll: { question: { text: letters(300) }, answers: [{ poll_media: { text: 'x' } }] } }),
    sent({ poll: { question: { text: letters(301) }, answers: [{ poll_media: { text: 'x' } }] } }),
    'poll.question.text',
  ],
  [
    'has 10 answers',
    sent({ poll: { question: { text: 'x' }, answers: times(10, () => ({ poll_media: { text: 'x' } })) } }),
    sent({ poll: { question: { text: 'x' }, answers: times(11, () => ({ poll_media: { text: 'x' } })) } }),
    'poll.answers',
  ],
  [
    'has answers of 55 characters',
    sent({ poll: { question: { text: 'x' }, answers: [{ poll_media: { text: letters(55) } }] } }),
    sent({ poll: { question: { text: 'x' }, answers: [{ poll_media: { text: letters(56) } }] } }),
    'poll.answers.0.poll_media.text',
  ],
  [
    'lasts 32 days',
    sent({ poll: { question: { text: 'x' }, answers: [{ poll_media: { text: 'x' } }], duration: 768 } }),
    sent({ poll: { question: { text: 'x' }, answers: [{ poll_media: { text: 'x' } }], duration: 769 } }),
    'poll.duration',
  ],
])

describeLimits('a picture', [
  [
    'comes from the web',
    sent(v2(file('https://image.example.org/poster.jpg'))),
    sent(v2(file('file:///poster.jpg'))),
    'components.0.items.0.media.url',
  ],
  [
    'or along with the message',
    sent(v2(file('attachment://poster.png')), 'poster.png'),
    sent(v2(file('attachment://poster.png'))),
    'components.0.items.0.media.url',
  ],
  [
    'is found by the name that the message gives it',
    sent({ ...v2(file('attachment://dune.png')), attachments: [{ id: '0', filename: 'dune.png' }] }, 'a.png'),
    sent({ ...v2(file('attachment://dune.png')), attachments: [{ id: '0' }] }, 'a.png'),
    'components.0.items.0.media.url',
  ],
  [
    'may be one that an edited message has already',
    edited(v2(file('attachment://poster.png'))),
    sent(v2(file('attachment://poster.png'))),
    'components.0.items.0.media.url',
  ],
  [
    'has an address of 2,048 characters',
    sent(v2(file(`https://a.example/${letters(2_030)}`))),
    sent(v2(file(`https://a.example/${letters(2_031)}`))),
    'components.0.items.0.media.url',
  ],
])
