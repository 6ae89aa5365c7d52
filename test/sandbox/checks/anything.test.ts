import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadChecks } from '../../../sandbox/discord/checks/index.ts'
import { commands } from '../../../src/commands/index.ts'
import { answered, edited, offered, type Request, registered, sent } from './requests.ts'
import { choices, messages, modals } from './view-samples.ts'

const checks = await loadChecks()

const right: Request[] = [
  ...Object.values(messages()).flatMap((message) => [sent(message), edited(message), answered(4, message)]),
  ...Object.values(modals()).map((modal) => answered(9, modal)),
  ...Object.values(choices()).map((offer) => offered(...offer)),
  registered(...commands.map(({ data }) => data)),
]

type Step = string | number

const placesIn = (value: unknown, at: readonly Step[] = []): (readonly Step[])[] =>
  typeof value === 'object' && value !== null
    ? [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))]
    : [at]

/** The same with something else in one place. */
const replaced = (value: unknown, [step, ...more]: readonly Step[], by: unknown): unknown => {
  if (step === undefined) return by
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  const inner = (value as Record<Step, unknown>)[step]
  return Object.assign(copy, { [step]: replaced(inner, more, by) })
}

const anything = fc.oneof(
  fc.constantFrom(undefined, null, [], {}, -1, 1.5, 2 ** 40, '', 'https://example.org'),
  fc.integer({ min: 0, max: 25 }),
  fc.jsonValue({ maxDepth: 2 }),
)

it('says what is wrong with whatever stands anywhere in a body, and never falls over', () => {
  let broken = 0
  fc.assert(
    fc.property(fc.constantFrom(...right), fc.nat(), anything, (request, place, by) => {
      const places = placesIn(request.body)
      const body = replaced(request.body, places[place % places.length] ?? [], by)
      const breaches = checks.flatMap((check) => check({ ...request, body: structuredClone(body) }))
      if (breaches.length > 0) broken += 1
      for (const { where, why } of breaches) {
        expect(where).not.toMatch(/undefined|^\.|\.\.$/)
        expect(why).toMatch(/^[A-Z].*\.$/s)
      }
    }),
    { numRuns: 2_000, seed: 20_261_121 },
  )
  expect(broken).toBeGreaterThan(1_000)
})
