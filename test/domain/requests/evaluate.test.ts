import { describe, expect, it } from 'vitest'
import { decideEvaluation, type Existence } from '../../../src/domain/requests/evaluate.ts'
import { STATES } from '../../../src/domain/requests/request.ts'
import { requestIn } from '../support/requests.ts'

const asked = requestIn('evaluating')
const facts = (existence: Existence) => ({ target: { id: 'i1', name: 'Films', existence } })

describe('an evaluation', () => {
  it('refuses what has nowhere to go, and says so in the trace', () => {
    expect(decideEvaluation(asked, {})).toEqual({
      kind: 'change',
      change: { state: 'refused', trace: [{ rule: 'instance', found: 'none' }] },
      events: ['request.refused'],
    })
  })

  it('finds what is there already', () => {
    expect(decideEvaluation(asked, facts('here'))).toEqual({
      kind: 'change',
      change: {
        state: 'available',
        instanceId: 'i1',
        trace: [
          { rule: 'instance', found: 'Films' },
          { rule: 'existence', found: 'here' },
        ],
      },
      events: ['request.available'],
    })
  })

  it.each(['absent', 'known', 'unknown'] as const)(
    'asks a person about what is %s, and keeps all that it saw',
    (existence) => {
      expect(decideEvaluation(asked, facts(existence))).toEqual({
        kind: 'change',
        change: {
          state: 'pending',
          instanceId: 'i1',
          trace: [
            { rule: 'instance', found: 'Films' },
            { rule: 'existence', found: existence },
            { rule: 'approval', found: 'needed' },
          ],
        },
        events: ['request.pending'],
      })
    },
  )

  it.each(STATES.filter((state) => state !== 'evaluating'))(
    'does nothing to a request that is %s',
    (state) => {
      expect(decideEvaluation(requestIn(state), facts('here'))).toEqual({ kind: 'nothing' })
      expect(decideEvaluation(requestIn(state), {})).toEqual({ kind: 'nothing' })
    },
  )
})
