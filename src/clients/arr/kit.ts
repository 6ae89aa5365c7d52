import type { z } from 'zod'
import { Fault } from '../../platform/faults.ts'
import { ask, isSuccess } from '../http/ask.ts'
import type { Answer, Call, CallOptions, Http } from '../http/types.ts'
import type { ArrSettings } from './types.ts'

type Asked = CallOptions &
  Readonly<{
    method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
    query?: Readonly<Record<string, string | number | boolean>>
    body?: unknown
    secrets?: readonly string[]
    deadlineMs?: number
    maxBytes?: number
  }>

/** Calls one application of the family; the same for Radarr and Sonarr. */
export type ArrKit = {
  /** Asks and reads; anything but a success is a Fault. `path` is relative to `/api/v3/`. */
  ask<Schema extends z.ZodType>(
    operation: string,
    path: string,
    schema: Schema,
    asked?: Asked,
  ): Promise<z.infer<Schema>>
  /** Asks, and lets `explain` say more exactly than the status what a failure means. */
  tell(
    operation: string,
    path: string,
    asked: Asked,
    explain: (call: Call, answer: Answer) => Fault,
  ): Promise<Readonly<{ call: Call; answer: Answer }>>
}

/**
 * An instance's address as typed, made ready for paths: scheme and host in lower case, the URL base kept, no slash
 * at the end. Undefined when it is none: not http or https, or with credentials in it.
 */
const instanceAddress = (typed: string): string | undefined => {
  if (!URL.canParse(typed.trim())) return undefined
  const { protocol, origin, pathname, username, password } = new URL(typed.trim())
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return undefined
  return `${origin}${pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '')}`
}

// A key pasted with a line break or a bullet in it can't be sent in a header at all.
const SENDABLE = /^[\x21-\x7e]+$/

export const createKit = ({ url, apiKey, name }: ArrSettings, http: Http, api = 'v3'): ArrKit => {
  const base = instanceAddress(url)
  const key = apiKey.trim()
  const callOf = (operation: string, path: string, asked: Asked): Call => {
    const facts = { service: name, operation }
    if (base === undefined) throw new Fault({ ...facts, kind: 'rejected', code: 'address-invalid' })
    if (!SENDABLE.test(key)) throw new Fault({ ...facts, kind: 'unauthorised', code: 'key-invalid' })
    const { query = {}, secrets = [], ...rest } = asked
    const address = new URL(`${base}/api/${api}/${path}`)
    for (const [field, value] of Object.entries(query)) address.searchParams.set(field, String(value))
    return { ...facts, ...rest, url: address, headers: { 'x-api-key': key }, secrets: [key, ...secrets] }
  }
  return {
    ask: async (operation, path, schema, asked = {}) => ask(http, callOf(operation, path, asked), schema),
    tell: async (operation, path, asked, explain) => {
      const call = callOf(operation, path, asked)
      const answer = await http.send(call)
      if (!isSuccess(answer)) throw explain(call, answer)
      return { call, answer }
    },
  }
}
