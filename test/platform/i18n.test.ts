import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSay, markup, plain, shorten } from '../../src/platform/i18n.ts'

const catalogue = {
  asked: '{who} asked for **{title}**.',
  count: '{count, plural, =0 {no requests} one {# request} other {# requests}}',
  tag: 'Type <b>{title}</b> or # or <@1>.',
} as const

describe('saying', () => {
  const say = createSay(catalogue, 'en-US')

  it('escapes what is foreign, and lets through what is ours', () => {
    expect(say('asked', { who: markup('<@123>'), title: '**Up** <@9>' })).toBe(
      '<@123> asked for **\\*\\*Up\\*\\* \\<@\u200b9\\>**.',
    )
  })

  it('takes no value for a text', () => {
    expect(say('asked', { who: '{title}', title: "'{count}' {" })).toBe("{title} asked for **'{count}' {**.")
  })

  it('counts, in the way of the language', () => {
    expect([0, 1, 12_345].map((count) => say('count', { count }))).toEqual([
      'no requests',
      '1 request',
      '12,345 requests',
    ])
    expect(createSay(catalogue, 'de')('count', { count: 12_345 })).toBe('12.345 requests')
  })

  it('leaves angle brackets of our own as they are', () => {
    expect(say('tag', { title: 'Up' })).toBe('Type <b>Up</b> or # or <@1>.')
  })

  it('says the same again', () => {
    const values = { who: 'Mia', title: 'Up' }
    expect(say('asked', values)).toBe('Mia asked for **Up**.')
    expect(say('asked', values)).toBe(say('asked', values))
  })

  it('fails when a value is missing, rather than showing a gap', () => {
    expect(() => say('asked', { who: 'Mia' })).toThrow(/title/)
  })
})

describe('a label', () => {
  it.each([
    ['  Up  ', 'Up'],
    ['Two\nlines\tand\r\nmore', 'Two lines and more'],
    ['\u202eevil\u200b', 'evil'],
    ['**as it is**', '**as it is**'],
  ])('of %j is one line without tricks', (text, label) => {
    expect(plain(text, 100)).toBe(label)
  })

  it('of 300 characters is cut to its limit, and shows that it was', () => {
    expect(plain('x'.repeat(300), 100)).toBe(`${'x'.repeat(99)}…`)
    expect(plain('x'.repeat(100), 100)).toBe('x'.repeat(100))
  })

  it('is cut beside an emoji, never within', () => {
    expect(shorten('🎬🎬🎬', 4)).toBe('🎬…')
    expect(shorten('🎬🎬🎬', 5)).toBe('🎬🎬…')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const cut = shorten(text, limit)
        expect(cut.length).toBeLessThanOrEqual(limit)
        expect(cut.isWellFormed()).toBe(true)
      }),
    )
  })
})
