import type { z } from 'zod'
import { Fault } from '../../platform/faults.ts'
import { readShape } from './shape.ts'
import { statusFault } from './status-fault.ts'
import type { Answer, Call, Http } from './types.ts'

const parsed = (text: string): { json: unknown } | undefined => {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/**
 * Reads the parts of an answer that `schema` names.
 * @throws Fault `bad-shape`, saying where, never what was found there
 */
export const readJson = <Schema extends z.ZodType>(
  call: Call,
  answer: Answer,
  schema: Schema,
): z.infer<Schema> => {
  const about = { service: call.service, operation: call.operation, status: answer.status }
  const refuse = (said: string) => new Fault({ kind: 'bad-shape', ...about, said })
  const type = answer.headers['content-type'] ?? ''
  if (/html/i.test(type) || /^\s*</.test(answer.text)) throw refuse('a web page')
  if (type !== '' && !/json/i.test(type)) throw refuse('not JSON')
  const body = parsed(answer.text)
  if (body === undefined) throw refuse('broken JSON')
  return readShape(schema, body.json, about)
}

/** Whether an answer means that what was asked was done. */
export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300

/**
 * Sends a call that must succeed and reads its answer.
 * @throws Fault
 */
export const ask = async <Schema extends z.ZodType>(
  http: Http,
  call: Call,
  schema: Schema,
): Promise<z.infer<Schema>> => {
  const answer = await http.send(call)
  if (!isSuccess(answer)) throw statusFault(call, answer)
  return readJson(call, answer, schema)
}
