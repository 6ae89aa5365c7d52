import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'vitest'
import { root } from './files.ts'

/** @throws with what the tool has to say, unless it is content */
const content = (program: string, ...args: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules', program), ...args],
      { cwd: root },
      (error, out, err) => (error ? reject(new Error(`${out}${err}` || error.message)) : resolve()),
    )
  })

// The page of the sandbox runs in a browser, where other names are known.
test.each(['.', 'sandbox/page/app'])(
  'the compiler is content with %s',
  { timeout: 120_000 },
  async (project) => {
    await content('typescript/bin/tsc', '--noEmit', '--project', project)
  },
)

test('the linter and formatter are content', { timeout: 120_000 }, async () => {
  await content('@biomejs/biome/bin/biome', 'ci', '--colors=off', '.')
})
