import { expect, test } from 'vitest'
import { checkShape, LONGER } from './check-shape.ts'
import { readFiles, told } from './files.ts'

test('modules are named, sized and exported as the house has it', () => {
  const modules = readFiles('{src,migrations,sandbox,bench,scripts,test}/**/*.{ts,mjs}', '*.ts')
  expect(told(checkShape(modules))).toEqual([])
})

test('a file that may be longer is there, and is longer', () => {
  const lines = Object.keys(LONGER).map((path) => readFiles(path)[0]?.source.split('\n').length)
  expect(lines.filter((count = 0) => count <= 300)).toEqual([])
})

const checked = (path: string, source = '') => told(checkShape([{ path, source }]))

test.each([
  ['src/views/StatusCard.ts', '', 'src/views/StatusCard.ts:1 is not named in kebab-case'],
  ['src/Views/card.ts', '', 'src/Views/card.ts:1 is not named in kebab-case'],
  ['src/views/status_card.ts', '', 'src/views/status_card.ts:1 is not named in kebab-case'],
  ['migrations/2_quotas.ts', '', 'migrations/2_quotas.ts:1 is not named in kebab-case'],
  ['src/views/a.ts', '\nexport default 1', 'src/views/a.ts:2 exports a default'],
  ['src/views/a.ts', '\nexport { x as default }', 'src/views/a.ts:2 exports a default'],
  ['src/views/a.ts', `${'\n'.repeat(300)}x`, 'src/views/a.ts:301 is longer than 300 lines'],
])('%s%s is refused', (path, source, said) => {
  expect(checked(path, source)).toEqual([said])
})

test.each([
  'src/commands/request/me-too.button.ts',
  'migrations/0002_quotas_by_day.ts',
  'migrations/_dialect.ts',
])('%s is a good name', (path) => {
  expect(checked(path)).toEqual([])
})
