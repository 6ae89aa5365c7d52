import { afterEach } from 'vitest'
import { refused } from './loopback-only.ts'

// The code under test may swallow the refusal, as it does with any upstream that is away.
afterEach(() => {
  const where = refused.splice(0)
  if (where.length > 0) throw new Error(`The test tried to reach ${[...new Set(where)].join(', ')}.`)
})
