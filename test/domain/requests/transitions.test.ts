import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideVerdict } from '../../../src/domain/approvals/decide.ts'
import type { Decision } from '../../../src/domain/decision.ts'
import { EVENTS } from '../../../src/domain/events.ts'
import { decideAdded, decideTrouble } from '../../../src/domain/requests/added.ts'
import { decideAdoption, decideStranded } from '../../../src/domain/requests/adopt.ts'
import { decideCancel } from '../../../src/domain/requests/cancel.ts'
import { decideEvaluation } from '../../../src/domain/requests/evaluate.ts'
import { decideLeave } from '../../../src/domain/requests/leave.ts'
import { decideProgress } from '../../../src/domain/requests/progress.ts'
import {
  isOpen,
  type MediaRequest,
  OPEN_STATES,
  type RequestChange,
  type RequestState,
  STATES,
} from '../../../src/domain/requests/request.ts'
import { decideSearch } from '../../../src/domain/requests/search.ts'
import { frozen, requests, troubles } from '../support/requests.ts'

type Verb = (request: MediaRequest) => Decision<RequestChange>

const anyName = fc.string()
const anyInstant = fc.integer({ min: 0, max: 4_000_000_000_000 })

const verbs: Readonly<Record<string, fc.Arbitrary<Verb>>> = {
  decideEvaluation: fc
    .record(
      {
        target: fc.record({
          id: anyName,
          name: anyName,
          existence: fc.constantFrom(...(['absent', 'known', 'here', 'unknown'] as const)),
        }),
      },
      { requiredKeys: [] },
    )
    .map((facts) => (request) => decideEvaluation(request, frozen(facts), 9_000)),
  decideVerdict: fc
    .oneof(
      fc.record(
        {
          approve: fc.constant(true as const),
          changes: fc.record({
            instanceId: anyName,
            profileId: fc.nat(),
            folder: anyName,
            instance: fc.record({ name: anyName, choices: fc.constant({ profiles: [] }) }),
          }),
        },
        { requiredKeys: ['approve'] },
      ),
      fc.record({ approve: fc.constant(false as const), reason: anyName }),
    )
    .map((verdict) => (request) => decideVerdict(request, frozen(verdict), 'anna', 5_000)),
  decideCancel: fc.tuple(fc.constantFrom('mia', 'tom'), fc.nat({ max: 2 })).map(
    ([person, others]) =>
      (request) =>
        decideCancel(request, person, others),
  ),
  decideLeave: fc.nat({ max: 2 }).map((remaining) => (request) => decideLeave(request, remaining)),
  decideSearch: anyInstant.map((now) => (request) => decideSearch(request, now)),
  decideAdded: fc.tuple(fc.nat(), fc.boolean()).map(
    ([arrId, here]) =>
      (request) =>
        decideAdded(request, arrId, here, 9_000),
  ),
  decideTrouble: troubles.map((trouble) => (request) => decideTrouble(request, frozen(trouble))),
  decideAdoption: fc
    .record({ id: anyName, name: anyName })
    .map((instance) => (request) => decideAdoption(request, frozen(instance))),
  decideStranded: fc.constant(decideStranded),
  decideProgress: fc
    .oneof(
      fc.record({
        what: fc.constantFrom(
          ...(['grabbed', 'imported', 'removed', 'upgraded', 'blocked', 'idle'] as const),
        ),
      }),
      fc.record(
        { what: fc.constant('progress' as const), percent: fc.double({ noNaN: true }), eta: anyInstant },
        { requiredKeys: ['what', 'percent'] },
      ),
    )
    .map((news) => (request) => decideProgress(request, frozen(news), 9_000_000)),
}

/** Where a request may go from where it stands; staying is always allowed while it is open. */
const NEXT: Readonly<Record<RequestState, readonly RequestState[]>> = {
  evaluating: ['pending', 'approved', 'available', 'refused', 'cancelled'],
  pending: ['approved', 'denied', 'cancelled'],
  approved: ['approved', 'added', 'downloading', 'available', 'cancelled'],
  added: ['approved', 'added', 'downloading', 'available', 'removed', 'cancelled'],
  downloading: ['approved', 'downloading', 'added', 'available', 'removed', 'cancelled'],
  available: ['available', 'removed'],
  removed: [],
  denied: [],
  refused: [],
  cancelled: [],
}

describe.each(Object.entries(verbs))('%s, whatever it is asked', (_, verb) => {
  const always = (holds: (request: MediaRequest, decision: Decision<RequestChange>) => void) =>
    fc.assert(
      fc.property(requests, verb, (request, decide) => holds(request, decide(request))),
      { numRuns: 300 },
    )

  it('leads from no state to one that does not follow it', () => {
    always((request, decision) => {
      if (decision.kind !== 'change') return
      expect(NEXT[request.state]).toContain(decision.change.state ?? request.state)
    })
  })

  it('names every new state by its event, and no event that does not exist', () => {
    always((request, decision) => {
      if (decision.kind !== 'change') return
      expect(EVENTS).toEqual(expect.arrayContaining([...decision.events]))
      const { state } = decision.change
      if (state !== undefined && state !== request.state)
        expect(decision.events).toContain(`request.${state}`)
    })
  })

  it('answers the same again, and changes nothing by itself', () => {
    fc.assert(
      fc.property(requests, verb, (request, decide) => {
        const before = structuredClone(request)
        expect(decide(request)).toEqual(decide(request))
        expect(request).toEqual(before)
      }),
      { numRuns: 50 },
    )
  })
})

it('leaves a request that is over as it is, whoever asks for what', () => {
  // What is here can be deleted, or replaced by a better copy.
  const over = requests.filter(({ state }) => !isOpen(state) && state !== 'available')
  fc.assert(
    fc.property(over, fc.oneof(...Object.values(verbs)), (request, decide) => {
      expect(decide(request).kind).not.toBe('change')
    }),
    { numRuns: 500 },
  )
})

it('calls open what is not over', () => {
  const going = STATES.filter((state) => NEXT[state].length > 0 && state !== 'available')
  expect(STATES.filter(isOpen)).toEqual(going)
  expect([...OPEN_STATES].sort()).toEqual(STATES.filter(isOpen).sort())
})
