import { ComponentType, MessageFlags } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { printMessage } from '../../../sandbox/discord/print/print-message.ts'
import { block, options } from './names.ts'

test('a message with content, an embed, a file and a button', () => {
  const message = {
    content: 'Hello <@1>',
    embeds: [
      {
        color: 0x23a55a,
        author: { name: 'Radarr' },
        title: 'Arrival **imported**',
        description: 'It is\nhere.',
        fields: [{ name: 'Quality', value: 'HD-1080p' }],
        image: { url: 'https://image.example.org/arrival.jpg' },
        footer: { text: 'today' },
      },
    ],
    attachments: [{ filename: 'log.txt' }],
    components: [
      {
        type: ComponentType.ActionRow as const,
        components: [
          { type: ComponentType.Button as const, style: 2 as const, custom_id: 'a', label: 'Open' },
        ],
      },
    ],
  }
  expect(printMessage(message, options)).toBe(
    block(`
Hello @anna

▌ Radarr
▌ Arrival imported
▌ It is
▌ here.
▌ Quality
▌ HD-1080p
▌ [picture: arrival.jpg]
▌ today

[file: log.txt]

[ Open ]
`),
  )
})

test('an answer that is still being thought about', () => {
  const flags = MessageFlags.Loading | MessageFlags.Ephemeral
  expect(printMessage({ content: '', embeds: [], components: [], flags }, options)).toBe(
    '… is thinking\n\nOnly you can see this.',
  )
})

test('files of a message with components are seen only where a component shows them', () => {
  const message = {
    flags: MessageFlags.IsComponentsV2,
    attachments: [{ filename: 'hidden.txt' }],
    components: [{ type: ComponentType.TextDisplay as const, content: 'Look.' }],
  }
  expect(printMessage(message, options)).toBe('Look.')
})

test('an empty message is empty', () => {
  expect(printMessage({}, options)).toBe('')
})
