import { expect, test } from 'vitest'
import { checkWords } from './check-words.ts'
import { readFiles, told } from './files.ts'

const files = readFiles(
  '{src,migrations,sandbox,bench,scripts,test,toolchain}/**/*.{ts,mjs,json}',
  '{redis,deploy,docs,.ci}/**/*',
  '*.{ts,json,md,yml}',
  '.*',
  'Dockerfile',
  // Pictures hold bytes of every kind.
).filter(({ path }) => !path.endsWith('.png'))

test('every word is in its place', () => {
  expect(told(checkWords(files))).toEqual([])
})

const checked = (path: string, source: string) => told(checkWords([{ path, source }]))

test.each([
  ['src/clients/a.ts', 'const token = process.env.TOKEN', 'process.env'],
  ['src/start/run.ts', 'const token = process.env.TOKEN', 'process.env'],
  ['src/workers/a.ts', 'const now = Date.now()', 'Date.now'],
  ['src/workers/a.ts', 'const now = new Date()', 'new Date()'],
  ['src/views/a.ts', 'const now = new Date', 'new Date'],
  ['src/bot/a.ts', 'setTimeout(again, 500)', 'setTimeout('],
  ['src/bot/a.ts', "import { setTimeout } from 'node:timers/promises'", 'node:timers'],
  ['src/domain/a.ts', 'const jitter = Math.random()', 'Math.random'],
  ['src/actions/a.ts', 'const id = crypto.randomUUID()', 'randomUUID'],
  ['sandbox/kit/a.ts', '// TODO: later', 'TODO'],
  ['scripts/a.mjs', "import '/work/shared/a.mjs'", '/work/'],
  ['src/views/a.ts', "const said = 'Successfully requested'", 'Successfully'],
])('%s: %s', (path, source, word) => {
  const [found, ...more] = checked(path, `\n${source}\n`)
  expect(more).toEqual([])
  expect(found?.startsWith(`${path}:2 ${word}: `)).toBe(true)
})

test.each([
  ['src/platform/clock.ts', 'const now = Date.now()'],
  ['src/platform/config.ts', 'const env = process.env'],
  ['src/main.ts', 'readConfig(process.env)'],
  ['src/workers/a.ts', '// Date.now() would be another clock\n/* and so\n would setTimeout( */'],
  ['src/views/a.ts', 'const then = new Date(instant)'],
  ['sandbox/kit/a.ts', 'const now = Date.now()'],
])('%s may say: %s', (path, source) => {
  expect(checked(path, source)).toEqual([])
})
