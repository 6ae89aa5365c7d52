import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { startTethered } from './tethered.ts'

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a program ends when the process that started it is killed', async () => {
  const module = new URL('./tethered.ts', import.meta.url).href
  const script = `
    const { startTethered } = await import(${JSON.stringify(module)})
    console.log(startTethered('sleep', ['60']).pid)
    setInterval(() => {}, 1_000)`
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', script])
  const [said] = await once(owner.stdout, 'data')
  const pid = Number(said)
  expect(alive(pid)).toBe(true)

  owner.kill('SIGKILL')
  await expect.poll(() => alive(pid), { timeout: 5_000 }).toBe(false)
})

test('ending waits for the end, and a second time is harmless', async () => {
  const program = startTethered('sleep', ['60'])
  await program.end('SIGTERM')
  expect(alive(program.pid)).toBe(false)
  await program.end('SIGKILL')
})

test('the last words of a program can be read', async () => {
  const program = startTethered('sh', ['-c', 'echo no room >&2; exit 1'])
  await program.ended
  expect(program.said()).toBe('no room')
})
