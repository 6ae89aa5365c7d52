import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { lacking } from '../../scripts/complete-lock.mjs'
import { root } from './files.ts'

const versions = z.record(z.string(), z.string()).exactOptional()
const wanted = z.object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ resolved: z.string().exactOptional(), optionalDependencies: versions }),
  ),
})

const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

describe.each(['', 'toolchain/'])('%spackage-lock.json', (folder) => {
  const manifest = wanted.parse(read(`${folder}package.json`))
  const { packages } = lockFile.parse(read(`${folder}package-lock.json`))

  test('asks for what package.json asks for', () => {
    expect(wanted.parse(packages[''])).toEqual(manifest)
  })

  test('names the packages for other machines too (node scripts/complete-lock.mjs adds them)', () => {
    expect(lacking(folder === '' ? packages : {})).toEqual({})
  })

  test('names no place that packages come from', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
  })
})
