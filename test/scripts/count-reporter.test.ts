import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { COUNTS } from '../../scripts/count-reporter.mjs'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usherr-counting-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs the real Vitest on these files. */
const counted = (files: Record<string, string>) => {
  for (const [name, script] of Object.entries(files)) writeFileSync(join(folder, `${name}.test.js`), script)
  const counts = join(folder, 'counts.json')
  const args = ['run', '--root', folder, '--globals', `--reporter=${at('scripts/count-reporter.mjs')}`]
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [at('node_modules/vitest/vitest.mjs'), ...args],
      { env: { ...process.env, [COUNTS]: counts } },
      () => resolve(existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : undefined),
    )
  })
}

test('tests are counted by how they ended', async () => {
  const files = {
    mixed: `test('a', () => {}); test('b', () => { throw new Error('no') }); test.skip('c', () => {}); test.todo('d')`,
    good: `test('e', () => {})`,
  }
  expect(await counted(files)).toEqual({ passed: 2, failed: 1, skipped: 2 })
})

test.each([
  ['a file that does not load', `import './nothing.js'; test('a', () => {})`, 1],
  ['a hook that fails', `afterAll(() => { throw new Error('no') }); test('a', () => {})`, 1],
  ['an error that nobody handles', `test('a', () => { Promise.reject(new Error('no')) })`, 1],
  ['a process that ends early', `test('a', () => { process.kill(process.pid, 'SIGKILL') })`, 1],
])('%s is a failure', async (_, script, failed) => {
  expect(await counted({ broken: script })).toMatchObject({ failed })
})
