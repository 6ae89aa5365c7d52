import { expect, test } from 'vitest'
import { printMessage } from '../../../sandbox/discord/print/print-message.ts'
import { options } from './names.ts'

const shown = (content: string) => printMessage({ content }, options)

test.each([
  ['bold words', '**Approved**, as ever', '*Approved*, as ever'],
  ['a bold word in bold', '**all **', '*all *'],
  ['slanted words', '*so* and _so_', '_so_ and _so_'],
  ['underscores inside a word', 'a_file_name', 'a_file_name'],
  ['underlined words', '__so__', '_so_'],
  ['struck words', '~~gone~~', '~gone~'],
  ['a spoiler', 'He ||dies||', 'He ▒dies▒'],
  ['code', '`/setup` and ``a`b``', '`/setup` and `a`b`'],
  ['a mention of somebody', 'Asked by <@1> and <@!2>', 'Asked by @anna and @bela'],
  ['a channel', 'Look in <#7>', 'Look in #requests'],
  ['a role', 'Ask <@&8>', 'Ask @approvers'],
  ['a command', 'Use </request:99>', 'Use /request'],
  ['an emoji of the server', 'Well <:done:12> <a:spin:13>', 'Well :done: :spin:'],
  ['a masked link', '[the **site**](https://example.org/a)', 'the *site* (https://example.org/a)'],
  ['a link without its preview', '<https://example.org>', 'https://example.org'],
  ['what backslashes protect', '\\*not bold\\* \\<@1\\> \\\\', '*not bold* <@1> \\'],
  ['protected marks between marks', '**2 \\*\\* 3**', '*2 ** 3*'],
  ['marks in code', '`**not bold** <@1>`', '`**not bold** <@1>`'],
  ['marks without an end', '**so and *so', '**so and *so'],
  ['a heading', '## Arrival (**2016**)', 'Arrival (2016)'],
  ['a small heading', '### Arrival', 'Arrival'],
  ['no heading', '#Arrival', '#Arrival'],
  ['small print', '-# Nothing more to do.', 'Nothing more to do.'],
  ['a quotation', '> So it goes.', '│ So it goes.'],
  ['a list', '- one\n- two', '• one\n• two'],
  ['a numbered list', '1. one\n2. two', '1. one\n2. two'],
  ['a block of code', 'See:\n```json\n{ "a": **1** }\n```\nThere.', 'See:\n  { "a": **1** }\nThere.'],
])('shows %s', (_what, content, seen) => {
  expect(shown(content)).toBe(seen)
})

const at = (moment: string) => Date.parse(moment) / 1_000

test.each([
  ['R', '2026-11-21T14:00:00Z', 'in 2 hours'],
  ['R', '2026-11-21T11:59:00Z', '1 minute ago'],
  ['R', '2026-11-21T12:00:20Z', 'in 20 seconds'],
  ['R', '2026-11-18T12:00:00Z', '3 days ago'],
  ['R', '2027-12-01T12:00:00Z', 'in 1 year'],
  ['t', '2026-11-21T14:05:00Z', '14:05'],
  ['T', '2026-11-21T14:05:09Z', '14:05:09'],
  ['d', '2026-11-21T14:05:00Z', '21/11/2026'],
  ['D', '2026-11-21T14:05:00Z', '21 November 2026'],
  ['f', '2026-11-21T14:05:00Z', '21 November 2026 14:05'],
  ['F', '2026-11-21T14:05:00Z', 'Saturday, 21 November 2026 14:05'],
  ['s', '2026-11-21T14:05:00Z', '21/11/2026, 14:05'],
  ['S', '2026-11-21T14:05:09Z', '21/11/2026, 14:05:09'],
])('a timestamp of style %s at %s reads "%s"', (style, moment, seen) => {
  expect(shown(`<t:${at(moment)}:${style}>`)).toBe(seen)
})

test('a timestamp without a style shows date and time', () => {
  expect(shown(`<t:${at('2026-11-21T14:05:00Z')}>`)).toBe('21 November 2026 14:05')
})

test('no control character reaches the terminal', () => {
  expect(shown('one \u001b[31mred\u001b[0m\u0007')).toBe('one [31mred[0m')
})

test('words stand on as many lines as they need', () => {
  const narrow = { ...options, width: 16 }
  expect(printMessage({ content: 'one two three four five' }, narrow)).toBe('one two three\nfour five')
  expect(printMessage({ content: '- one two three four' }, narrow)).toBe('• one two three\n  four')
  expect(printMessage({ content: '> one two three four' }, narrow)).toBe('│ one two three\n│ four')
})

test('a word that is longer than a line is cut, between its letters', () => {
  const narrow = { ...options, width: 8 }
  expect(printMessage({ content: 'so abcdefghijklmnop' }, narrow)).toBe('so\nabcdefgh\nijklmnop')
  expect(printMessage({ content: '🎬🎬🎬🎬🎬' }, narrow)).toBe('🎬🎬🎬🎬\n🎬')
})
