import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { run } from '../../scripts/child.mjs'

const module = new URL('../../scripts/child.mjs', import.meta.url).href

/** A launcher, as run.mjs is one, around a child that runs this script. */
const launch = (script: string) => {
  const launcher = `
    const { run, endLike } = await import(${JSON.stringify(module)})
    endLike(await run(process.execPath, ['--eval', ${JSON.stringify(script)}]))`
  return spawn(process.execPath, ['--input-type=module', '--eval', launcher], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

describe('a launcher', () => {
  test('ends with the exit code of its child', async () => {
    expect(await once(launch('process.exit(78)'), 'exit')).toEqual([78, null])
  })

  test('ends by the signal that ended its child', async () => {
    expect(await once(launch(`process.kill(process.pid, 'SIGKILL')`), 'exit')).toEqual([null, 'SIGKILL'])
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'hands %s to its child once, and lets it finish',
    async (signal) => {
      const launcher = launch(`
        let times = 0
        process.on('${signal}', () => { times += 1; setTimeout(() => process.exit(40 + times), 100) })
        setInterval(() => {}, 1_000)
        console.log('ready')`)
      await once(launcher.stdout, 'data')
      launcher.kill(signal)
      expect(await once(launcher, 'exit')).toEqual([41, null])
    },
  )
})

test('a quiet program is listened to, and only then', async () => {
  const script = `console.log('one'); console.error('two')`
  const { code, output } = await run(process.execPath, ['--eval', script], { quiet: true })
  expect(code).toBe(0)
  expect(output.split('\n').sort().filter(Boolean)).toEqual(['one', 'two'])
})

test('a program that is not there is an error', async () => {
  await expect(run('/nowhere/redis-server', [])).rejects.toThrow('ENOENT')
})
