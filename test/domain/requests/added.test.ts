import { describe, expect, it } from 'vitest'
import { decideAdded, decideTrouble } from '../../../src/domain/requests/added.ts'
import { decideAdoption, decideStranded, decideUsual } from '../../../src/domain/requests/adopt.ts'
import { STATES } from '../../../src/domain/requests/request.ts'
import { PATIENCE_MS } from '../../../src/domain/requests/unfound.ts'
import { requestIn } from '../support/requests.ts'

const NOW = 10_000
const nothing = { kind: 'nothing' }
const numberOnly = { kind: 'change', change: { arrId: 7 }, events: [] }
const here = {
  kind: 'change',
  change: { state: 'available', arrId: 7, trouble: null },
  events: ['request.available'],
}
const added = {
  kind: 'change',
  change: { state: 'added', arrId: 7, trouble: null, lookingSince: NOW, askAt: NOW + PATIENCE_MS },
  events: ['request.added'],
}

describe('a title that the *arr has taken', () => {
  it.each([
    ['evaluating', nothing, nothing],
    ['pending', nothing, nothing],
    ['approved', added, here],
    ['added', numberOnly, here],
    ['downloading', numberOnly, here],
    ['available', numberOnly, numberOnly],
    ['denied', nothing, nothing],
    ['refused', nothing, nothing],
    ['cancelled', nothing, nothing],
  ] as const)('for a request that is %s', (state, without, withFile) => {
    expect(decideAdded(requestIn(state), 7, false, NOW)).toEqual(without)
    expect(decideAdded(requestIn(state), 7, true, NOW)).toEqual(withFile)
  })

  it.each(['added', 'downloading'] as const)('changes nothing the second time, when it is %s', (state) => {
    expect(decideAdded(requestIn(state, { arrId: 7 }), 7, false, NOW)).toEqual(nothing)
  })
})

describe('a title that can’t be added now', () => {
  const trouble = { code: 'rejected', said: 'No.' } as const

  it('stays approved, and its card says why', () => {
    expect(decideTrouble(requestIn('approved'), trouble)).toEqual({
      kind: 'change',
      change: { trouble },
      events: ['request.troubled'],
    })
  })

  it('tells each reason once', () => {
    const troubled = requestIn('approved', { trouble })
    expect(decideTrouble(troubled, { ...trouble })).toEqual(nothing)
    expect(decideTrouble(troubled, { ...trouble, said: 'Still no.' }).kind).toBe('change')
    expect(decideTrouble(troubled, { code: 'folder-gone', said: 'No.' }).kind).toBe('change')
  })

  it.each(STATES.filter((state) => state !== 'approved'))(
    'is no trouble to a request that is %s',
    (state) => {
      expect(decideTrouble(requestIn(state), trouble)).toEqual(nothing)
    },
  )
})

describe('what an approver chose of an instance', () => {
  const offer = { profiles: [{ id: 4, name: 'HD' }], folders: [{ path: '/a' }] }
  const usual = (state: (typeof STATES)[number], profileId: number, folder: string) =>
    decideUsual(requestIn(state, { profileId, folder }), offer)

  it('gives way to the usual once it is no longer on offer, and that is remembered', () => {
    expect(usual('approved', 9, '/a')).toEqual({
      kind: 'change',
      change: { profileId: null, trace: [{ rule: 'usual', found: 'profile' }] },
      events: ['request.troubled'],
    })
    expect(usual('approved', 4, '/gone')).toMatchObject({
      change: { folder: null, trace: [{ rule: 'usual', found: 'folder' }] },
    })
  })

  it('stays as it is while it is on offer, or once the request went on', () => {
    expect(usual('approved', 4, '/a')).toEqual(nothing)
    expect(usual('added', 9, '/gone')).toEqual(nothing)
    expect(decideUsual(requestIn('approved'), offer)).toEqual(nothing)
  })
})

describe('a request whose instance is gone', () => {
  const next = { id: 'i2', name: 'More films' }

  it('goes to the next one without what was chosen of the old, and remembers both', () => {
    const earlier = { rule: 'instance', found: 'Films' }
    const orphan = requestIn('approved', { instanceId: 'i1', profileId: 4, folder: '/a', trace: [earlier] })
    expect(decideAdoption(orphan, next)).toEqual({
      kind: 'change',
      change: {
        instanceId: 'i2',
        profileId: null,
        folder: null,
        measuredAt: null,
        trace: [earlier, { rule: 'instance', found: 'More films' }],
      },
      events: ['request.troubled'],
    })
  })

  it.each(STATES.filter((state) => state !== 'approved'))('stays where it is when it is %s', (state) => {
    expect(decideAdoption(requestIn(state), next)).toEqual(nothing)
  })

  it.each(['added', 'downloading'] as const)('is approved again when that had taken it: %s', (state) => {
    expect(decideStranded(requestIn(state, { arrId: 7, percent: 40 }))).toEqual({
      kind: 'change',
      change: { state: 'approved', arrId: null, percent: null, eta: null, trouble: { code: 'no-instance' } },
      events: ['request.approved'],
    })
  })

  it.each(STATES.filter((state) => state !== 'added' && state !== 'downloading'))(
    'has lost nothing when it is %s',
    (state) => {
      expect(decideStranded(requestIn(state))).toEqual(nothing)
    },
  )
})
