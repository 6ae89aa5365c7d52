/** What a call is answered with. */
export type Answer = {
  status: number
  body?: string | Uint8Array
  /** The content type; needed with a body. */
  type?: string
  headers?: Record<string, string>
}

export const json = (status: number, value: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  body: JSON.stringify(value),
  type: 'application/json; charset=utf-8',
  headers,
})

export const html = (status: number, body: string, headers: Record<string, string> = {}): Answer => ({
  status,
  body,
  type: 'text/html; charset=utf-8',
  headers,
})
