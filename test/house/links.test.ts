import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readFiles, root } from './files.ts'

const LINK = /\]\((?<markdown>[^)\s]+)\)|(?:src|srcset|href)="(?<html>[^"]+)"/g

/** The links of a page that lead nowhere in the project. */
const broken = (path: string, source: string): string[] =>
  [...source.matchAll(LINK)]
    .map(({ groups }) => groups?.markdown ?? groups?.html ?? '')
    .filter((link) => link !== '' && !/^(https?:|#)/.test(link))
    .filter((link) => !existsSync(join(root, dirname(path), link.split('#')[0] ?? '')))
    .map((link) => `${path}: ${link}`)

test('every link and picture of the documents leads somewhere', () => {
  const pages = readFiles('*.md', 'docs/**/*.md', 'redis/*.md')
  expect(pages.flatMap(({ path, source }) => broken(path, source))).toEqual([])
})

test('every picture says what it shows', () => {
  const images = readFiles('*.md', 'docs/**/*.md').flatMap(({ source }) => source.match(/<img [^>]*>/g) ?? [])
  expect(images.length).toBeGreaterThan(10)
  expect(images.filter((image) => !/ alt="[^"]{10,}"/.test(image))).toEqual([])
})

test.each([['[there](../no-such-page.md)'], ['<img src="pictures/none.png" alt="nothing">']])(
  '%s is found to lead nowhere',
  (source) => {
    expect(broken('docs/page.md', source)).toHaveLength(1)
  },
)
