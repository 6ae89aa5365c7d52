import { describe, expect, it } from 'vitest'
import { Fault, type FaultKind, isFault } from '../../src/platform/faults.ts'

const fault = (kind: FaultKind, status?: number) =>
  new Fault({
    kind,
    service: 'Radarr',
    operation: 'add a film',
    ...(status === undefined ? {} : { status }),
  })

describe('a fault', () => {
  it.each([
    ['unreachable', true],
    ['name-not-found', true],
    ['tls', true],
    ['timeout', true],
    ['rate-limited', true],
    ['conflict', true],
    ['server', true],
    ['unauthorised', false],
    ['forbidden', false],
    ['not-found', false],
    ['rejected', false],
    ['bad-shape', false],
  ] as const)('%s may pass by itself: %s', (kind, retryable) => {
    expect(fault(kind).retryable).toBe(retryable)
    expect(fault(kind).kind).toBe(kind)
  })

  it('says who, what and why', () => {
    expect(fault('timeout').message).toBe('Radarr: add a film: timeout')
    expect(fault('server', 503).message).toBe('Radarr: add a film: server (503)')
    const cause = new Error('ECONNRESET')
    const caused = new Fault({ kind: 'unreachable', service: 'Plex', operation: 'ask' }, cause)
    expect(caused.cause).toBe(cause)
  })

  it('is told from a bug, and by its kind', () => {
    expect(isFault(fault('tls'))).toBe(true)
    expect(isFault(fault('tls'), 'timeout', 'tls')).toBe(true)
    expect(isFault(fault('tls'), 'timeout')).toBe(false)
    expect(isFault(new Error('tls'))).toBe(false)
    expect(isFault({ facts: { kind: 'tls' } })).toBe(false)
  })
})
