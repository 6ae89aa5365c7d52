import { describe, expect, test } from 'vitest'
import { POSTGRES, plan, REDIS } from '../../scripts/programs.mjs'

const debian = { apt: true, root: true, terminal: false, platform: 'linux' }

describe('a program that is missing', () => {
  test('is installed where nobody can be asked', () => {
    expect(plan(debian, REDIS)).toBe('install')
  })

  test('is installed on a terminal only after asking', () => {
    expect(plan({ ...debian, terminal: true }, REDIS)).toBe('ask')
  })

  test.each([
    [{ ...debian, root: false }, REDIS, 'Redis is not installed: sudo apt-get install redis-server.'],
    [
      { ...debian, apt: false, platform: 'darwin' },
      POSTGRES,
      'PostgreSQL is not installed: brew install postgresql@17.',
    ],
    [{ ...debian, apt: false }, REDIS, 'Redis is not installed: install redis-server and put it on PATH.'],
  ])('is named with what to do, where it cannot be installed', (machine, program, sentence) => {
    expect(plan(machine, program)).toEqual({ tell: sentence })
  })
})
