import fc from 'fast-check'
import {
  type MediaRequest,
  QUALITIES,
  type RequestState,
  STATES,
  TROUBLES,
} from '../../../src/domain/requests/request.ts'

/** Makes a value and all in it unchangeable, so that a decision that writes to its facts throws. */
export const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner)
    Object.freeze(value)
  }
  return value
}

/** A request of Mia's in the given state. */
export const requestIn = (state: RequestState, more: Partial<MediaRequest> = {}): MediaRequest =>
  frozen({
    id: 'r1',
    titleId: 't1',
    kind: 'film',
    quality: 'standard',
    state,
    version: 3,
    personId: 'mia',
    trace: [],
    createdAt: 1_000,
    updatedAt: 2_000,
    ...more,
  })

const instant = fc.integer({ min: 0, max: 4_000_000_000_000 })

export const troubles = fc.record(
  { code: fc.constantFrom(...TROUBLES), said: fc.string() },
  { requiredKeys: ['code'] },
)

/** Any request whatever, also such as no story leads to. */
export const requests: fc.Arbitrary<MediaRequest> = fc
  .record(
    {
      id: fc.string(),
      titleId: fc.string(),
      kind: fc.constantFrom('film' as const, 'show' as const),
      quality: fc.constantFrom(...QUALITIES),
      state: fc.constantFrom(...STATES),
      version: fc.nat(),
      personId: fc.constantFrom('mia', 'tom'),
      instanceId: fc.string(),
      arrId: fc.nat(),
      profileId: fc.nat(),
      folder: fc.string(),
      percent: fc.integer({ min: 0, max: 100 }),
      eta: instant,
      trouble: troubles,
      decidedBy: fc.string(),
      decidedAt: instant,
      reason: fc.string(),
      searchedAt: instant,
      trace: fc.array(fc.record({ rule: fc.string(), found: fc.string() }), { maxLength: 3 }),
      createdAt: instant,
      updatedAt: instant,
    },
    {
      requiredKeys: [
        'id',
        'titleId',
        'kind',
        'quality',
        'state',
        'version',
        'personId',
        'trace',
        'createdAt',
        'updatedAt',
      ],
    },
  )
  .map(frozen)
