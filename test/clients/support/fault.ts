import { expect } from 'vitest'
import { Fault, type FaultFacts } from '../../../src/platform/faults.ts'

/** The facts of the Fault that a call ends with; anything else fails the test. */
export const faultOf = async (call: Promise<unknown>): Promise<Readonly<FaultFacts>> => {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  expect(outcome).toHaveProperty('error')
  const { error } = outcome as { error: unknown }
  expect(error).toBeInstanceOf(Fault)
  return (error as Fault).facts
}
