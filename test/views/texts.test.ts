import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { TROUBLES } from '../../src/domain/requests/request.ts'
import { en, type TextKey } from '../../src/views/texts/en.ts'
import { sayIn } from '../../src/views/texts/say.ts'

const say = sayIn('en')
const texts = Object.entries(en)
const keys = Object.keys(en) as TextKey[]

/** The kind of a part that is plain text. */
const LITERAL = 0

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** Values for the names in a text: a number where it counts, its first choice where it chooses, else a word. */
const valuesIn = (part: Part): [string, string | number][] => {
  if ('options' in part) {
    const inside = Object.values(part.options).flatMap((option) => option.value.flatMap(valuesIn))
    const value = 'pluralType' in part ? 3 : (Object.keys(part.options)[0] ?? '')
    return [...inside, [part.value, value]]
  }
  if ('style' in part) return [[part.value, 3]]
  return 'value' in part && part.type !== LITERAL ? [[part.value, 'Arrival']] : []
}

const said = (key: TextKey): string =>
  say(key, Object.fromEntries(new IntlMessageFormat(en[key]).getAst().flatMap(valuesIn)))

it('has no text that cannot be said', () => {
  const broken = keys.filter((key) => !/\S/.test(said(key)) || /[{}]|undefined|\bNaN\b/.test(said(key)))
  expect(broken).toEqual([])
})

it('speaks as an usher does', () => {
  const stiff =
    /\b(please|successful|sorry|oops|invalid|error code|null|payload|sync job|submitted|processed)/i
  expect(texts.filter(([, text]) => stiff.test(text))).toEqual([])
})

it('exclaims for joy alone', () => {
  const loud = texts.filter(([, text]) => text.includes('!')).map(([key]) => key)
  expect(loud).toEqual(['notice.ready', 'notice.episodes', 'notice.here'])
})

it('uses typographic apostrophes and quotation marks', () => {
  expect(texts.filter(([, text]) => /['"]/.test(text.replace(/`[^`]*`/g, '')))).toEqual([])
})

it('says at most three sentences', () => {
  const long = texts.filter(([key]) => {
    const sentences = said(key as TextKey).match(/[.?!](\s|$)/g) ?? []
    return sentences.length > 3
  })
  expect(long).toEqual([])
})

it('gives every refusal a next step: what to do, where to look, or that there is nothing to do', () => {
  const refusals = texts.filter(([key]) => key.startsWith('refusal.'))
  expect(refusals.length).toBeGreaterThan(25)
  const single = refusals.filter(([key]) => (said(key as TextKey).match(/[.?!](\s|$)|; /g) ?? []).length < 2)
  expect(single).toEqual([])
})

it.each(TROUBLES)('tells the member nothing technical of %s, and the admin which instance it is', (code) => {
  expect(say(`trouble.${code}`)).not.toMatch(/radarr|sonarr|api|profile|folder|instance|setup/i)
  expect(say(`trouble.${code}.admin`, { instance: 'Radarr 4K', said: 'none', words: '' })).toContain(
    'Radarr 4K',
  )
})

describe('the languages', () => {
  it.each([
    'en',
    'en-US',
    'en-GB',
    'de',
    'ja',
    '',
    'constructor',
    '__proto__',
    'not a tag',
    'xx-'.repeat(100),
  ])('%j is answered', (locale) => {
    expect(sayIn(locale)('stage.ready')).toBe('Ready')
  })

  it('keeps one speaker a language', () => {
    expect(sayIn('en-US')).toBe(sayIn('en-GB'))
  })
})

describe('values', () => {
  it('are harmless, also in what looks like ICU syntax', () => {
    const text = say('notice.denied.reason', { reason: '**{x}** @everyone <@1> {y, plural, other {#}}' })
    expect(text).toBe('The reason: \\*\\*{x}\\*\\* @\u200beveryone \\<@\u200b1\\> {y, plural, other {\\#}}')
  })

  it.each([
    [116, '1 h 56 min'],
    [120, '2 h'],
    [45, '45 min'],
  ])('a runtime of %i minutes reads %s', (minutes, words) => {
    expect(say('title.runtime', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }).trim()).toBe(
      words,
    )
  })
})
