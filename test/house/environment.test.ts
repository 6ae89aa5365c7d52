import { describe, expect, test } from 'vitest'
import { environment } from '../../src/platform/config.ts'
import { readFiles } from './files.ts'

const [example] = readFiles('.env.example')
const [readme] = readFiles('README.md')
const [compose] = readFiles('docker-compose.yml')

const variables = Object.keys(environment.shape)
const shown = [...(example?.source ?? '').matchAll(/^# ?([A-Z_]+)=(.*)$/gm)].map(
  ([, name = '', value = '']) => ({
    name,
    value,
  }),
)

describe('the example environment', () => {
  test('shows every variable once, in the order of the configuration, and none of them set', () => {
    expect(shown.map(({ name }) => name)).toEqual(variables)
    expect(example?.source).not.toMatch(/^[A-Z_]+=/m)
  })

  test('shows what the program takes when nothing is set', () => {
    const defaults: Record<string, unknown> = environment.parse({})
    for (const { name, value } of shown) {
      if (defaults[name] !== undefined) expect({ [name]: value }).toEqual({ [name]: String(defaults[name]) })
    }
  })

  test('explains each', () => {
    const blocks = (example?.source ?? '').split(/\n\n+/).filter((block) => /^# ?[A-Z_]+=/m.test(block))
    for (const block of blocks) expect(block).toMatch(/^# \S.*[.:]$/m)
  })
})

test("the README's table has every variable", () => {
  const rows = [...(readme?.source ?? '').matchAll(/^\| (`[A-Z_`, ]+`) \|/gm)]
  const named = rows.flatMap(([, cell = '']) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name))
  expect(named).toEqual(variables)
})

test('the compose file sets only variables that exist', () => {
  const set = [...(compose?.source ?? '').matchAll(/^ {6}#? ?([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name)
  expect(set.filter((name) => !variables.includes(name) && !name.startsWith('POSTGRES_'))).toEqual([])
  expect(set).toContain('PUBLIC_URL')
})
