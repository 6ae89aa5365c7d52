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

const start = async (...args: string[]): Promise<{ address: string; said(): string }> => {
  child = spawn(process.execPath, ['sandbox/run.ts', ...args], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout?.on('data', (text: Buffer) => {
    said += text.toString()
  })
  const [line] = (await once(child.stdout ?? process.stdin, 'data')) as [Buffer]
  const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString()) ?? []
  return { address, said: () => said }
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  'says in one line where the page is, ends on %s, twice too, and leaves nothing behind',
  { timeout: 120_000 },
  async (signal) => {
    const { address } = await start()
    const page = await fetch(address)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('/page.js')
    expect((await fetch(`${address}/page.js`)).headers.get('content-type')).toContain('javascript')
    expect(await readdir(folder)).toHaveLength(1)
    child?.kill(signal)
    await new Promise((resolve) => setTimeout(resolve, 20))
    child?.kill(signal)
    const [code] = await once(child ?? process, 'exit')
    expect(code).toBe(0)
    expect(await readdir(folder)).toEqual([])
    await expect(fetch(address)).rejects.toThrow()
  },
)

it('plays the main story once, where everybody can watch', { timeout: 240_000 }, async () => {
  const { said } = await start()
  await expect.poll(said, { timeout: 180_000 }).toContain('The end. The page is yours now.')
  expect(said()).toContain('Anna asks for a show')
})

it('leaves the server empty when asked to', { timeout: 120_000 }, async () => {
  const { address, said } = await start('--empty')
  expect((await fetch(address)).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(said().trim().split('\n')).toHaveLength(1)
})
