import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { root } from '../../house/files.ts'

let folder: string
let child: ChildProcess | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usherr-page-'))
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

const start = async (): Promise<{ address: string }> => {
  child = spawn(process.execPath, ['sandbox/run.ts'], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout ?? process.stdin, 'data')) as [Buffer]
  const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString()) ?? []
  return { address }
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  'says in one line where the page is, ends on %s and leaves nothing behind',
  { timeout: 60_000 },
  async (signal) => {
    const { address } = await start()
    const page = await fetch(address)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('/page.js')
    expect((await fetch(`${address}/page.js`)).headers.get('content-type')).toContain('javascript')
    expect(await readdir(folder)).toHaveLength(1)
    child?.kill(signal)
    const [code] = await once(child ?? process, 'exit')
    expect(code).toBe(0)
    expect(await readdir(folder)).toEqual([])
    await expect(fetch(address)).rejects.toThrow()
  },
)
