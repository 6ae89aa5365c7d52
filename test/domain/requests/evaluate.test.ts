import { describe, expect, it } from 'vitest'
import { decideEvaluation, type Existence } from '../../../src/domain/requests/evaluate.ts'
import { STATES } from '../../../src/domain/requests/request.ts'
import { requestIn } from '../support/requests.ts'

const NOW = 5_000
const asked = requestIn('evaluating')
const facts = (existence: Existence) => ({ target: { id: 'i1', name: 'Films', existence } })

describe('an evaluation', () => {
  it('refuses what has nowhere to go, and says so in the trace', () => {
    expect(decideEvaluation(asked, {}, NOW)).toEqual({
      kind: 'change',
      change: { state: 'refused', trace: [{ rule: 'instance', found: 'none' }] },
      events: ['request.refused'],
    })
  })

  it('finds what is there already', () => {
    expect(decideEvaluation(asked, facts('here'), NOW)).toEqual({
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
      expect(decideEvaluation(asked, facts(existence), NOW)).toEqual({
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

  it.each(['role', 'member'] as const)('approves at once what a trusted %s asks for', (trustedBy) => {
    const trusted = requestIn('evaluating', { trustedBy })
    expect(decideEvaluation(trusted, facts('absent'), NOW)).toMatchObject({
      change: { state: 'approved', decidedAt: NOW, instanceId: 'i1' },
      events: ['request.approved'],
    })
    expect(decideEvaluation(trusted, facts('here'), NOW)).toMatchObject({ change: { state: 'available' } })
  })

  it('finds a show here when all that was asked of it is', () => {
    const episodes = [1, 2].flatMap((season) =>
      [1, 2].map((episode) => ({ season, episode, here: season === 1, airsAt: 0 })),
    )
    const decide = (...seasons: number[]) => {
      const wish = { seasons, episodes: [], future: false }
      const target = { ...facts('known').target, episodes }
      return decideEvaluation(requestIn('evaluating', { kind: 'show', wish }), { target }, NOW)
    }
    expect(decide(1)).toMatchObject({ change: { state: 'available', have: 2, total: 2, measuredAt: NOW } })
    expect(decide(1, 2)).toMatchObject({ change: { state: 'pending', have: 2, total: 4 } })
  })

  it.each(STATES.filter((state) => state !== 'evaluating'))(
    'does nothing to a request that is %s',
    (state) => {
      expect(decideEvaluation(requestIn(state), facts('here'), NOW)).toEqual({ kind: 'nothing' })
      expect(decideEvaluation(requestIn(state), {}, NOW)).toEqual({ kind: 'nothing' })
    },
  )
})
