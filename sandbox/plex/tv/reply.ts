import { type Answer, html, json } from '../../kit/answers.ts'
import { toXml } from './xml.ts'

/** What a route of plex.tv gives: something that goes out as JSON or XML, or an answer that is always the same. */
export type Reply = { status: number; root: string; data: unknown; headers?: Record<string, string> } | Answer

/** Data under the name that its XML has. */
export const data = (root: string, value: unknown, status = 200, headers = {}): Reply => ({
  status,
  root,
  data: value,
  headers,
})

export const noContent: Reply = { status: 204 }

/** The old interface knows XML only. */
export const xml = (body: string, status = 200): Reply => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`,
  type: 'application/xml; charset=utf-8',
})

/** Thrown where a call is refused; carries its reply. */
export class Refusal extends Error {
  readonly reply: Reply

  constructor(reply: Reply) {
    super(`answered ${reply.status}`)
    this.reply = reply
  }
}

/** A refusal in the words of the second interface. */
export const refusal = (status: number, code: number, message: string): Refusal =>
  new Refusal(data('errors', { errors: [{ code, message, status }] }, status))

/** What plex.tv says where nothing lives. */
export const NOT_FOUND: Reply = html(404, '<!doctype html>\n<title>Not Found</title>\n<h1>Not Found</h1>\n')

/** Whoever doesn't ask for JSON gets XML. */
export const render = (reply: Reply, accepts: string): Answer => {
  if (!('root' in reply)) return reply
  if (/application\/json|text\/json/.test(accepts)) return json(reply.status, reply.data, reply.headers)
  return { ...reply, body: toXml(reply.root, reply.data), type: 'application/xml; charset=utf-8' }
}
