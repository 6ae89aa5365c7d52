import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findChromium, findPostgres, findProgram, findRedis } from '../../scripts/find.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usherr-find-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (path: string, mode = 0o755): string => {
  const file = join(folder, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '#!/bin/sh\n', { mode })
  return file
}

test('a program is found in the first folder of PATH that has it', () => {
  const first = put('one/redis-server')
  put('two/redis-server')
  const path = [join(folder, 'none'), join(folder, 'one'), join(folder, 'two')].join(delimiter)
  expect(findProgram(['redis-server'], path)).toBe(first)
})

test('a file that may not be run is no program', () => {
  put('one/redis-server', 0o644)
  expect(findProgram(['redis-server'], join(folder, 'one'))).toBeUndefined()
})

test('Redis is preferred, Valkey does as well', () => {
  const valkey = put('two/valkey-server')
  const path = [join(folder, 'two'), join(folder, 'one')].join(delimiter)
  expect(findRedis(path)).toBe(valkey)
  const redis = put('one/redis-server')
  expect(findRedis(path)).toBe(redis)
})

test('Chromium is preferred, Chrome does as well', () => {
  const chrome = put('bin/google-chrome')
  expect(findChromium(join(folder, 'bin'))).toBe(chrome)
  const chromium = put('bin/chromium')
  expect(findChromium(join(folder, 'bin'))).toBe(chromium)
})

test('PostgreSQL is found on PATH', () => {
  put('bin/initdb')
  put('bin/postgres')
  expect(findPostgres(join(folder, 'bin'), join(folder, 'none'))).toBe(join(folder, 'bin'))
})

test("of Debian's versions of PostgreSQL the newest complete one is taken", () => {
  for (const name of [
    '9/bin/initdb',
    '9/bin/postgres',
    '15/bin/initdb',
    '15/bin/postgres',
    '17/bin/initdb',
  ]) {
    put(name)
  }
  expect(findPostgres('', folder)).toBe(join(folder, '15', 'bin'))
})

test('nothing is found where nothing is', () => {
  expect(findRedis(folder)).toBeUndefined()
  expect(findPostgres(folder, join(folder, 'none'))).toBeUndefined()
})
