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
    ['cancelled', late],
  ] as const)('a request that is %s', (state, answer) => {
    expect(decideCancel(requestIn(state), 'mia')).toEqual(answer)
  })

  it.each(STATES)('is not for others, when it is %s', (state) => {
    expect(decideCancel(requestIn(state), 'tom')).toEqual({
      kind: 'refusal',
      refusal: { code: 'not-yours' },
    })
  })
})
