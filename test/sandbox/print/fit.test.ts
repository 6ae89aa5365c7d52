import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printMessage } from '../../../sandbox/discord/print/print-message.ts'
import { widthOf } from '../../../sandbox/discord/print/width.ts'
import { options } from './names.ts'

const widest = (text: string): number => Math.max(...text.split('\n').map(widthOf))

const ESCAPE = String.fromCharCode(27)
const PAINT = new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'g')

const words = fc.stringMatching(/^([a-z ]|\*|_|`|~|\||\\|#|>|-|\[|\]|\(|\)|<|@|1|\n|🎬|漢|é){0,80}$/u)

test('no text is too wide for its terminal', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), fc.boolean(), (content, width, colour) => {
      const text = printMessage({ content }, { ...options, width, colour })
      expect(widest(text.replaceAll(PAINT, ''))).toBeLessThanOrEqual(width)
    }),
  )
})

test('no letter gets lost on the way to another line', () => {
  const plain = fc.stringMatching(/^[a-z 漢é]{1,80}$/u)
  fc.assert(
    fc.property(plain, fc.integer({ min: 12, max: 40 }), (content, width) => {
      const letters = (text: string) => text.replace(/\s/g, '')
      expect(letters(printMessage({ content }, { ...options, width }))).toBe(letters(content))
    }),
  )
})
