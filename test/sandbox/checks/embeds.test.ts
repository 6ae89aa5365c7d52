import { describeLimits } from './limit.ts'
import { edited, letters, sent, times, v2 } from './requests.ts'

const embed = (more: object) => sent({ embeds: [more] })
const gallery = (url: string) => ({ type: 12, items: [{ media: { url } }] })

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
    sent(v2(gallery('https://image.example.org/poster.jpg'))),
    sent(v2(gallery('file:///poster.jpg'))),
    'components.0.items.0.media.url',
  ],
  [
    'or along with the message',
    sent(v2(gallery('attachment://poster.png')), 'poster.png'),
    sent(v2(gallery('attachment://poster.png'))),
    'components.0.items.0.media.url',
  ],
  [
    'is found by the name that the message gives it',
    sent(
      { ...v2(gallery('attachment://dune.png')), attachments: [{ id: '0', filename: 'dune.png' }] },
      'a.png',
    ),
    sent({ ...v2(gallery('attachment://dune.png')), attachments: [{ id: '0' }] }, 'a.png'),
    'components.0.items.0.media.url',
  ],
  [
    'may be one that an edited message has already',
    edited(v2(gallery('attachment://poster.png'))),
    sent(v2(gallery('attachment://poster.png'))),
    'components.0.items.0.media.url',
  ],
  [
    'has an address of 2,048 characters',
    sent(v2(gallery(`https://a.example/${letters(2_030)}`))),
    sent(v2(gallery(`https://a.example/${letters(2_031)}`))),
    'components.0.items.0.media.url',
  ],
])
