import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from '../../src/platform/i18n.ts'

/** What a reader sees of text that holds nothing but escapes: Discord drops a backslash before punctuation only. */
const seen = (text: string): string => text.replace(/\\([^0-9A-Za-z\s])/g, '$1').replaceAll('\u200b', '')

/** The characters of markdown that no backslash takes the meaning of. */
const alive = (text: string): string[] =>
  text.replace(/\\[^0-9A-Za-z\s]/g, '').match(/[\\`*_~|[\]<>#]/g) ?? []

const NASTY = [
  '**bold** __under__ *it* _it_ ~~gone~~ ||hidden||',
  '`code` ```js\nblock\n```',
  '# Heading',
  '-# small',
  '> quote\n>>> all of it',
  '[Watch it here](https://evil.example)',
  '<https://evil.example> https://evil.example HTTP://evil.example _https://evil.example',
  '<@123456789012345678> <@!123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '</setup:123456789012345678> <id:customize> <t:1700000000:R> <:smile:123456789012345678>',
  '@everyone @here @​everyone',
  '\\*already\\* \\\\ escaped\\',
  '- item\n+ item\n* item\n1. item\n  12. item',
]

describe('foreign text in a message', () => {
  it.each(NASTY)('%j means nothing, and is seen as it was', (text) => {
    const escaped = escapeMarkdown(text)
    expect(alive(escaped)).toEqual([])
    expect(seen(escaped)).toBe(text.replaceAll('\u200b', ''))
  })

  it('mentions nobody', () => {
    for (const text of NASTY) {
      expect(escapeMarkdown(text)).not.toMatch(/@(?!\u200b)/)
    }
    expect(escapeMarkdown('@everyone')).toBe('@\u200beveryone')
  })

  it('links to nothing', () => {
    for (const text of NASTY) expect(escapeMarkdown(text)).not.toMatch(/https?:\/\//i)
  })

  it.each([
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['1. FC Köln', '1\\. FC Köln'],
    ['Up\n 12. item', 'Up\n 12\\. item'],
    ['1.5 million', '1.5 million'],
    ['-5°', '-5°'],
    ['Spider-Man', 'Spider-Man'],
    ['a - b', 'a - b'],
  ])('%j begins no list, and is not spoilt', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  it.each([
    ['\u202egnp.exe', 'gnp.exe'],
    ['a\u2066b\u2069c', 'abc'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['bell\u0007\u0000\u001b[2J', 'bell\\[2J'],
    ['line\u2028break\u2029here', 'linebreakhere'],
    ['tag\u{e0041}', 'tag'],
    ['tab\tstays\nso does a line', 'tab\tstays\nso does a line'],
    ['می\u200cخواهم 👩\u200d👩\u200d👧', 'می\u200cخواهم 👩\u200d👩\u200d👧'],
  ])('%j can’t turn or hide what stands around it', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  it('means nothing and is seen as it was, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'\\`*_~|[]<>#@-+.123 \n\t'),
      fc.constantFrom('https://', '@everyone', '```', '1. ', '- ', '\u200b', '\u202e', 'é', '🎬'),
      fc.string({ maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const escaped = escapeMarkdown(text)
        expect(alive(escaped)).toEqual([])
        expect(escaped).not.toMatch(/@(?!\u200b)|https?:\/\/|^\s*(?:[-+]|\d+\.)\s/im)
        expect(seen(escaped)).toBe(text.replaceAll('\u200b', '').replaceAll('\u202e', ''))
      }),
      { numRuns: 2_000 },
    )
  })

  it('of 300 characters stays whole', () => {
    expect(seen(escapeMarkdown('*'.repeat(300)))).toBe('*'.repeat(300))
  })
})
