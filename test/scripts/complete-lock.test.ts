import { describe, expect, test } from 'vitest'
import { lacking } from '../../scripts/complete-lock.mjs'

const asking = (name: string) => ({
  'node_modules/parser': { version: '2.0.0', dev: true, optionalDependencies: { [name]: '2.0.0' } },
})

describe('a package that the lock file lacks', () => {
  test.each([
    ['@parser/binding-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@parser/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@parser/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@parser/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
  ])('%s is named with its machine', (name, machine) => {
    expect(lacking(asking(name))).toEqual({
      [`node_modules/${name}`]: { version: '2.0.0', dev: true, optional: true, ...machine },
    })
  })

  test('is not guessed at when its name tells no machine', () => {
    expect(() => lacking(asking('parser-helper'))).toThrow('which machine')
  })

  test('is not looked for when it is there', () => {
    const name = '@parser/cli-darwin-arm64'
    expect(lacking({ ...asking(name), [`node_modules/${name}`]: { version: '2.0.0' } })).toEqual({})
  })
})
