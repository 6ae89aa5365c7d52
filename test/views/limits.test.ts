import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breachesOfMessage, breachesOfModal, markdownOf } from './support/judge.ts'
import { everyMessage, everyModal } from './support/samples.ts'

/** Words as strangers may choose them. */
const HOSTILE: Readonly<Record<string, string>> = {
  ordinary: 'Arrival',
  empty: '',
  'nothing but spaces': ' \n\t ',
  invisible: '\u200b\u2060\ufeff\u200d',
  markdown: '**bold** __under__ ~~gone~~ ||secret|| `code` ```block``` *_x_*',
  'a heading, a quote and a list': '# one\n> two\n>>> three\n-# four\n- five\n1. six',
  mentions: '@everyone @here <@999999999999999999> <@&999999999999999999> <#999999999999999999> </x:1>',
  'a masked link': '[free](https://evil.example) <https://evil.example> https://evil.example',
  'a timestamp and an emoji': '<t:0:R> <:evil:999999999999999999>',
  'a change of direction': '\u202egnihtemos\u202c \u2066more\u2069',
  emoji: '🎬👨‍👩‍👧‍👦'.repeat(60),
  'half an emoji': '\ud83c and \udfac',
  '300 letters': 'x'.repeat(300),
  '6,000 letters': 'x'.repeat(6_000),
  '3,000 at signs': '@'.repeat(3_000),
  '3,000 asterisks': '*'.repeat(3_000),
  '3,000 lines': '-\n'.repeat(3_000),
  '300 web addresses': 'http://a '.repeat(300),
  'right to left': 'مرحبا בְּרֵאשִׁית '.repeat(30),
  'ICU syntax': "{count, plural, one {#}} '{' }} {",
}

describe.each(Object.keys(HOSTILE))('with %s as the words of others', (name) => {
  const words = HOSTILE[name] ?? ''
  const messages = Object.entries(everyMessage(words))

  it('every message is one that Discord takes', () => {
    const refused = messages.flatMap(([what, body]) =>
      breachesOfMessage(body).map((said) => `${what}: ${said}`),
    )
    expect(refused).toEqual([])
  })

  it('every modal is one that Discord opens', () => {
    const refused = Object.entries(everyModal(words)).flatMap(([what, modal]) =>
      breachesOfModal(modal).map((said) => `${what}: ${said}`),
    )
    expect(refused).toEqual([])
  })

  it('nobody is pinged', () => {
    const pinging = messages.filter(([, { allowed_mentions }]) => 'users' in allowed_mentions)
    expect(pinging).toEqual([])
    expect(messages.every(([, { allowed_mentions }]) => allowed_mentions.parse.length === 0)).toBe(true)
  })
})

it('has one primary button at most', () => {
  const several = Object.entries(everyMessage('Arrival')).filter(
    ([, body]) => (JSON.stringify(body).match(/"style":1[,}]/g) ?? []).length > 1,
  )
  expect(several.map(([what]) => what)).toEqual([])
})

/** The text displays of every message, without what a backslash makes harmless. */
const rendered = (words: string): string[] =>
  Object.values(everyMessage(words))
    .flatMap(markdownOf)
    .map((text) => text.replace(/\\./g, ''))

it('half a character from outside is not passed on', () => {
  const texts = Object.values(everyMessage(HOSTILE['half an emoji'] ?? '')).flatMap(markdownOf)
  expect(texts.filter((text) => !text.isWellFormed())).toEqual([])
})

it.each(
  Object.entries({
    mentions: ['@everyone', '@here', '<@9', '<@&9', '<#9', '</x'],
    'a masked link': ['](http', '<https', 'https://evil'],
    'a timestamp and an emoji': ['<t:0', '<:evil'],
    markdown: ['**bold**', '__under__', '~~gone~~', '||secret||', '`code`'],
    'a change of direction': ['\u202e', '\u2066'],
  }),
)('of %s from outside, nothing is rendered', (name, traces) => {
  const texts = rendered(HOSTILE[name] ?? '')
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((text) => traces.some((trace) => text.includes(trace)))).toEqual([])
})

it.each(['# one', '-# one', '> one', '>>> one', '- one', '1. one'])(
  '%j from outside begins no line',
  (words) => {
    const lines = rendered(words).flatMap((text) => text.split('\n'))
    expect(lines.filter((line) => line.startsWith(words))).toEqual([])
  },
)

it('whatever the words are, every message and modal can be made and is taken', { timeout: 90_000 }, () => {
  const unit = fc.oneof(fc.constantFrom('grapheme' as const, 'binary' as const, 'grapheme-ascii' as const))
  const words = unit.chain((kind) => fc.string({ unit: kind, maxLength: 400 }))
  fc.assert(
    fc.property(words, (given) => {
      expect(Object.values(everyMessage(given)).flatMap(breachesOfMessage)).toEqual([])
      expect(Object.values(everyModal(given)).flatMap(breachesOfModal)).toEqual([])
    }),
    { numRuns: 20 },
  )
})
