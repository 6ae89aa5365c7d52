import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { BUGS, plant } from './bugs.ts'

const run = fileURLToPath(new URL('./run.ts', import.meta.url))

/** Runs the simulation in a process of its own, for it has its own way of loading modules. Fails when it does. */
const simulated = async (...args: string[]): Promise<string> => {
  try {
    return (await promisify(execFile)(process.execPath, [run, ...args], { maxBuffer: 1 << 26 })).stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${stdout.slice(-6_000)}${stderr.slice(-2_000)}`)
  }
}

const last = (text: string): string => text.trimEnd().split('\n').at(-1) ?? ''

// The long form takes other seeds, and many: SIMULATE=20000 npm test simulation
const long = Number(process.env.SIMULATE ?? 0)
const many = long > 0 ? ['--seeds', `${long}`, '--from', '1001'] : ['--seeds', '450']

test('whatever happens, no rule is broken', { timeout: 300_000 + long * 1_000 }, async () => {
  const said = last(await simulated(...many))
  console.log(said)
  expect(said).toContain(' 0 broke a rule')
})

test('the same seed is the same run, byte for byte', { timeout: 120_000 }, async () => {
  const seeds = ['32', '271', '432']
  const once = await Promise.all(seeds.map((seed) => simulated('--seed', seed)))
  const again = await Promise.all(seeds.map((seed) => simulated('--seed', seed)))
  expect(again).toEqual(once)
  expect(new Set(once.map(last)).size).toBe(seeds.length)
})

test.each(BUGS)('there is a place for: $name', async (bug) => {
  const source = await readFile(new URL(`../../src/${bug.file}`, import.meta.url), 'utf8')
  expect(plant(source, bug)).not.toBe(source)
})

test('every planted bug is found', { timeout: 1_500_000 }, async () => {
  const table = await simulated('--bugs')
  console.log(table)
  expect(last(table)).toMatch(/^(\d+) of \1 bugs found$/)
})
