import { z } from 'zod'
import { SECOND } from '../../platform/clock.ts'
import { type Fault, isFault } from '../../platform/faults.ts'
import { readJson } from '../http/ask.ts'
import { safeWords } from '../http/said.ts'
import { statusFault } from '../http/status-fault.ts'
import type { Answer, Call, CallOptions } from '../http/types.ts'
import { complaintsIn } from './complaints.ts'
import type { ArrKit } from './kit.ts'
import type { Connection } from './types.ts'

const resource = z.looseObject({
  id: z.number(),
  name: z.string().nullish(),
  implementation: z.string().nullish(),
  fields: z.array(z.object({ name: z.string().nullish(), value: z.unknown() })).nullish(),
})

type Resource = z.infer<typeof resource>

const POST = 1
// While it tests, the application waits for our webhook inside the call.
const TEST_DEADLINE_MS = 30 * SECOND

const resourceOf = ({ name, url, username, password, flags }: Connection, id?: number) => ({
  ...(id === undefined ? {} : { id }),
  name,
  implementation: 'Webhook',
  implementationName: 'Webhook',
  configContract: 'WebhookSettings',
  tags: [],
  fields: Object.entries({ url, method: POST, username, password }).map(([field, value]) => ({
    name: field,
    value,
  })),
  ...Object.fromEntries(flags.map((flag) => [flag, true])),
})

const connectionOf = ({ id, name, fields, ...rest }: Resource): Connection => {
  const field = (wanted: string): string => {
    const value = fields?.find((one) => one.name === wanted)?.value
    return typeof value === 'string' ? value : ''
  }
  return {
    id,
    name: name ?? '',
    url: field('url'),
    username: field('username'),
    password: field('password'),
    flags: Object.keys(rest).filter((key) => /^(on|include)[A-Z]/.test(key) && rest[key] === true),
  }
}

// What the application's own request to us ended with, when there was no answer at all.
const NO_ANSWER = /HttpRequestException|SocketException|WebException|TaskCanceledException/

const explain = (call: Call, answer: Answer): Fault => {
  const code = 'webhook-test-failed'
  if (answer.status === 500 && NO_ANSWER.test(answer.text)) return statusFault(call, answer, { code })
  // Any other failure of the test is blamed on the address.
  const test = complaintsIn(answer).find(
    ({ field, words }) =>
      (field === 'url' || /\b(test|webhook)\b/i.test(words)) && !/invalid url/i.test(words),
  )
  if (test === undefined) return statusFault(call, answer)
  return statusFault(call, answer, { code, said: safeWords(test.words, call.secrets) })
}

/** The webhooks that the application calls, whoever made them. */
export const listConnections = async (kit: ArrKit, options?: CallOptions): Promise<readonly Connection[]> => {
  const found = await kit.ask('list the connections', 'notification', z.array(resource), options)
  return found.filter(({ implementation }) => implementation === 'Webhook').map(connectionOf)
}

/** Creates or overwrites a webhook, tags included: one with tags would not be told of every film. */
export const saveConnection = async (
  kit: ArrKit,
  desired: Connection,
  existingId?: number,
  options?: CallOptions,
): Promise<number> => {
  const asked = {
    ...options,
    method: existingId === undefined ? 'POST' : 'PUT',
    body: resourceOf(desired, existingId),
    secrets: [desired.password],
    deadlineMs: TEST_DEADLINE_MS,
  } as const
  const path = existingId === undefined ? 'notification' : `notification/${existingId}`
  const { call, answer } = await kit.tell('save the webhook', path, asked, explain)
  return readJson(call, answer, z.object({ id: z.number() })).id
}

/** Takes a webhook out; that it is gone already is no error. */
export const removeConnection = async (kit: ArrKit, id: number, options?: CallOptions): Promise<void> => {
  const asked = { ...options, method: 'DELETE' } as const
  try {
    await kit.tell('remove the webhook', `notification/${id}`, asked, statusFault)
  } catch (error) {
    if (!isFault(error, 'not-found')) throw error
  }
}

/** Has the application call a webhook as it is desired, or as it is saved under a number. */
export const testConnection = async (
  kit: ArrKit,
  which: Connection | number,
  options?: CallOptions,
): Promise<void> => {
  // A saved one is sent back as it came: its password is stars, which the application knows to mean its own copy.
  const body =
    typeof which === 'number'
      ? await kit.ask('read the webhook', `notification/${which}`, resource, options)
      : resourceOf(which, which.id)
  const secrets = typeof which === 'number' ? [] : [which.password]
  const asked = { ...options, method: 'POST', body, secrets, deadlineMs: TEST_DEADLINE_MS } as const
  await kit.tell('test the webhook', 'notification/test', asked, explain)
}
