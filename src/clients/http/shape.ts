import type { z } from 'zod'
import { Fault, type FaultFacts } from '../../platform/faults.ts'

/**
 * Reads the parts of a value that `schema` names.
 * @throws Fault `bad-shape`, saying where, never what was found there
 */
export const readShape = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  about: Pick<FaultFacts, 'service' | 'operation' | 'status'>,
): z.infer<Schema> => {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const path = read.error.issues[0]?.path.map(String).join('.') ?? ''
  throw new Fault({ kind: 'bad-shape', ...about, said: `unexpected value at "${path}"` })
}
