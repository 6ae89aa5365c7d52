import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const manifest = fileURLToPath(new URL('../../package.json', import.meta.url))
const launcher = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))

const say = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(process.execPath, [launcher, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: stdout + stderr }),
    )
  })

test('an unknown command is answered with the known ones', async () => {
  const { code, said } = await say(['rehearse'])
  expect(code).toBe(1)
  expect(said).toBe('Say one of start, sandbox, pictures, test, check, bench, not "rehearse".\n')
})

test('where Redis is missing and cannot be installed, one line says so, with exit code 69', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'usherr-empty-'))
  const { code, said } = await say(['sandbox'], { PATH: empty })
  rmdirSync(empty)
  expect(code).toBe(69)
  expect(said).toMatch(/^Redis is not installed: .+\n$/)
})

test('npm starts it without a shell in between, which would keep signals to itself', () => {
  const { scripts } = JSON.parse(readFileSync(manifest, 'utf8'))
  for (const script of Object.values(scripts)) expect(script).toMatch(/^exec node scripts\/run\.mjs /)
})
