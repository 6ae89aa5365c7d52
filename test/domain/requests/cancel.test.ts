import { describe, expect, it } from 'vitest'
import { decideCancel } from '../../../src/domain/requests/cancel.ts'
import { STATES } from '../../../src/domain/requests/request.ts'
import { requestIn } from '../support/requests.ts'

const withdrawn = { kind: 'change', change: { state: 'cancelled' }, events: ['request.cancelled'] }
const late = { kind: 'refusal', refusal: { code: 'too-late-to-cancel' } }

describe('cancelling', () => {
  it.each([
    ['evaluating', withdrawn],
    ['pending', withdrawn],
    ['approved', late],
    ['added', late],
    ['downloading', late],
    ['available', late],
    ['denied', late],
    ['refused', late],
    ['cancelled', { kind: 'refusal', refusal: { code: 'request-gone' } }],
  ] as const)('a request that is %s', (state, answer) => {
    expect(decideCancel(requestIn(state), 'mia', 0)).toEqual(answer)
  })

  it.each(['evaluating', 'pending'] as const)(
    'leaves one that is %s to those who wait for it too',
    (state) => {
      expect(decideCancel(requestIn(state), 'mia', 1)).toEqual({ kind: 'nothing' })
    },
  )

  it('takes its trust along', () => {
    expect(decideCancel(requestIn('evaluating', { trustedBy: 'role' }), 'mia', 2)).toEqual({
      kind: 'change',
      change: { trustedBy: null },
      events: [],
    })
  })

  it.each(STATES)('is not for others, when it is %s', (state) => {
    expect(decideCancel(requestIn(state), 'tom', 0)).toEqual({
      kind: 'refusal',
      refusal: { code: 'not-yours' },
    })
  })
})
