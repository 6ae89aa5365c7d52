import { describe, expect, it } from 'vitest'
import { decideVerdict } from '../../../src/domain/approvals/decide.ts'
import { requestIn } from '../support/requests.ts'

const NOW = 5_000

const SHARP = {
  name: 'Radarr 4K',
  profileId: 6,
  folder: '/films',
  choices: { profiles: [{ id: 4, name: 'HD' }] },
}

describe('a verdict on a pending request', () => {
  it('approves it', () => {
    expect(decideVerdict(requestIn('pending'), { approve: true }, 'anna', NOW)).toEqual({
      kind: 'change',
      change: { state: 'approved', decidedBy: 'anna', decidedAt: NOW },
      events: ['request.approved'],
    })
  })

  it('approves it with what the approver chose', () => {
    const chosen = { instanceId: 'i2', profileId: 4, folder: '/films' }
    const looked = { rule: 'instance', found: 'Radarr' }
    const verdict = { approve: true, changes: { ...chosen, instance: SHARP } } as const
    expect(decideVerdict(requestIn('pending', { trace: [looked] }), verdict, 'anna', NOW)).toEqual({
      kind: 'change',
      change: {
        state: 'approved',
        decidedBy: 'anna',
        decidedAt: NOW,
        ...chosen,
        trace: [
          looked,
          { rule: 'changed-instance', found: 'Radarr 4K', by: 'anna' },
          { rule: 'changed-profile', found: 'HD', by: 'anna' },
        ],
      },
      events: ['request.approved'],
    })
  })

  it('has another wish measured anew, so that what is there of it is no news', () => {
    const wish = { seasons: [2], episodes: [], future: false }
    const changes = { instanceId: 'i2', profileId: 4, folder: '/shows', wish, instance: SHARP }
    const decision = decideVerdict(
      requestIn('pending', { measuredAt: 1 }),
      { approve: true, changes },
      'anna',
      NOW,
    )
    expect(decision).toMatchObject({ change: { wish, measuredAt: null } })
  })

  it('has what another instance has of it measured anew', () => {
    const changes = { instanceId: 'i2', profileId: 4, folder: '/shows', instance: SHARP }
    const verdict = { approve: true, changes } as const
    const moved = (instanceId: string) =>
      decideVerdict(requestIn('pending', { measuredAt: 1, instanceId }), verdict, 'anna', NOW)
    expect(moved('i1')).toMatchObject({ change: { measuredAt: null } })
    expect(moved('i2')).not.toMatchObject({ change: { measuredAt: null } })
  })

  it.each([
    ['fewer seasons', [1], false, ['request.approved', 'request.narrowed']],
    ['no later ones', [1, 2], false, ['request.approved', 'request.narrowed']],
    ['others', [1, 3], true, ['request.approved', 'request.narrowed']],
    ['the same', [1, 2], true, ['request.approved']],
    ['more', [1, 2, 3], true, ['request.approved']],
  ])('says when a part is left out: %s', (_, seasons, future, events) => {
    const asked = requestIn('pending', { wish: { seasons: [1, 2], episodes: [], future: true } })
    const wish = { seasons, episodes: [], future }
    const changes = { instanceId: 'i2', profileId: 4, folder: '/shows', wish, instance: SHARP }
    expect(decideVerdict(asked, { approve: true, changes }, 'anna', NOW)).toMatchObject({ events })
  })

  it('denies it with a reason', () => {
    expect(decideVerdict(requestIn('pending'), { approve: false, reason: 'Too long.' }, 'anna', NOW)).toEqual(
      {
        kind: 'change',
        change: { state: 'denied', decidedBy: 'anna', decidedAt: NOW, reason: 'Too long.' },
        events: ['request.denied'],
      },
    )
  })
})

describe.each([{ approve: true }, { approve: false, reason: 'Too long.' }] as const)(
  'a verdict that comes when it can’t count ($approve)',
  (verdict) => {
    it('is told that the facts are still being gathered', () => {
      expect(decideVerdict(requestIn('evaluating'), verdict, 'anna', NOW)).toEqual({
        kind: 'refusal',
        refusal: { code: 'still-evaluating' },
      })
    })

    it.each([
      ['approved', 'approved'],
      ['added', 'approved'],
      ['downloading', 'approved'],
      ['available', 'approved'],
      ['denied', 'denied'],
      ['refused', 'refused'],
      ['cancelled', 'cancelled'],
    ] as const)('is told who was first and when, for one that is %s', (state, decision) => {
      const decided = requestIn(state, { decidedBy: 'ben', decidedAt: 1_500 })
      expect(decideVerdict(decided, verdict, 'anna', NOW)).toEqual({
        kind: 'refusal',
        refusal: { code: 'already-decided', decision, by: 'ben', at: 1_500 },
      })
    })

    it('is told when, where nobody decided', () => {
      expect(decideVerdict(requestIn('cancelled'), verdict, 'anna', NOW)).toEqual({
        kind: 'refusal',
        refusal: { code: 'already-decided', decision: 'cancelled', at: 2_000 },
      })
    })
  },
)

it('the first of two verdicts wins', () => {
  const first = decideVerdict(requestIn('pending'), { approve: false, reason: 'No.' }, 'anna', NOW)
  const change = first.kind === 'change' ? first.change : {}
  const second = decideVerdict(
    requestIn('denied', { ...(change as object) }),
    { approve: true },
    'ben',
    NOW + 1,
  )
  expect(second).toEqual({
    kind: 'refusal',
    refusal: { code: 'already-decided', decision: 'denied', by: 'anna', at: NOW },
  })
})
