import type { IncomingHttpHeaders } from 'node:http'

/** One call that was made of a stand-in. */
export type Call = {
  /** When, by the stand-in's clock. */
  at: number
  method: string
  /** Without the query: `/api/v2/pins/7`. */
  path: string
  /** The query with its question mark, or nothing. */
  search: string
  headers: IncomingHttpHeaders
  /** The body, read by its content type: JSON as it is, a form as an object, anything else as text. */
  body: unknown
  /** How it was answered; absent while it waits, and for ever when it never was. */
  status?: number
}

const formFields = (text: string): Record<string, string | string[]> => {
  const fields: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(text))
    fields[name] = name.endsWith('[]') ? [...(fields[name] ?? []), value] : value
  return fields
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Reads a body by what it says it is; broken JSON stays text, and no body at all is undefined. */
export const readBody = (type: string | undefined, bytes: Buffer): unknown => {
  if (bytes.length === 0) return undefined
  const text = bytes.toString()
  if (type?.includes('json')) return asJson(text)
  return type?.includes('x-www-form-urlencoded') ? formFields(text) : text
}
