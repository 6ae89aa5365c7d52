import { describe, expect, it, test } from 'vitest'
import { readBlocks } from '../../../sandbox/page/app/markdown/blocks.ts'
import { readInline } from '../../../sandbox/page/app/markdown/inline.ts'
import { plainWords } from '../../../sandbox/page/app/markdown/plain.ts'

const text = (words: string) => ({ kind: 'text', text: words })

describe('a run of markdown', () => {
  test.each([
    ['**a _b_**', [{ kind: 'bold', inner: [text('a '), { kind: 'italic', inner: [text('b')] }] }]],
    [
      '__a__ ~~b~~',
      [{ kind: 'underline', inner: [text('a')] }, text(' '), { kind: 'strike', inner: [text('b')] }],
    ],
    ['||a||', [{ kind: 'spoiler', inner: [text('a')] }]],
    ['`**a**`', [{ kind: 'code', text: '**a**' }]],
    ['\\*\\*a\\*\\*', [text('**a**')]],
    [
      '<@1> <@&2> <#3>',
      [
        { kind: 'mention', of: 'user', id: '1' },
        text(' '),
        { kind: 'mention', of: 'role', id: '2' },
        text(' '),
        { kind: 'mention', of: 'channel', id: '3' },
      ],
    ],
    ['</request:4>', [{ kind: 'command', name: 'request' }]],
    ['<t:60:R>', [{ kind: 'time', at: 60_000, style: 'R' }]],
    ['<:sign:5>', [{ kind: 'emoji', text: ':sign:' }]],
    ['[a](https://b.example)', [{ kind: 'link', url: 'https://b.example', inner: [text('a')] }]],
    [
      'https://b.example/c.',
      [{ kind: 'link', url: 'https://b.example/c', inner: [text('https://b.example/c')] }, text('.')],
    ],
    ['[a](javascript:alert(1))', [text('[a](javascript:alert(1))')]],
    ['<script>alert(1)</script>', [text('<script>alert(1)</script>')]],
    ['snake_case_name', [text('snake_case_name')]],
  ])('%s', (source, nodes) => {
    expect(readInline(source)).toEqual(nodes)
  })
})

describe('a text', () => {
  it('is read block by block', () => {
    const source = '# A\n-# b\n> c\n> d\ne\nf\n- g\n  - h\n```ts\n**i**\n```\nj'
    expect(readBlocks(source).map(({ kind }) => kind)).toEqual([
      'heading',
      'small',
      'quote',
      'lines',
      'list',
      'code',
      'lines',
    ])
  })

  it('keeps line breaks within a block', () => {
    expect(readBlocks('a\nb')).toEqual([{ kind: 'lines', inner: [text('a\nb')] }])
  })

  it('is quoted to its end after three signs', () => {
    expect(readBlocks('>>> a\nb')).toEqual([
      { kind: 'quote', blocks: [{ kind: 'lines', inner: [text('a\nb')] }] },
    ])
  })

  it('leaves markdown in code alone', () => {
    expect(readBlocks('```\n# a\n```')).toEqual([{ kind: 'code', text: '# a' }])
  })

  it('is told in a few words', () => {
    expect(plainWords(readBlocks('### **A** <@1>b\nc'))).toBe('A b')
  })
})
