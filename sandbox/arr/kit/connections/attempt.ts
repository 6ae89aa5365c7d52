import { failure, Refusal } from '../answers.ts'
import type { App } from '../app.ts'
import type { Json } from '../json.ts'
import { bare } from '../validation.ts'
import { failed, succeeded } from './ladder.ts'
import { send, statusText } from './send.ts'
import type { Connection } from './types.ts'

/**
 * Sends the Test event. A status of 400 and above is a refusal with a list; no answer at all breaks the call, and then
 * nothing is held against the connection. For a saved one, the outcome counts as that of any event.
 */
export const attempt = async (app: App, described: Connection, body: Json): Promise<void> => {
  const { state, clock } = app
  if (described.implementation !== 'Webhook') return
  const said = await send(app, described.settings, body)
  if ('error' in said) throw failure(500, said.error, 'System.Net.Http.HttpRequestException')
  const saved = state.connections.find(({ id }) => id === described.id)
  if (said.status < 400) {
    if (saved) saved.standing = succeeded(saved.standing)
    return
  }
  if (saved) saved.standing = failed(saved.standing, clock.now(), state.startedAt)
  const reason = `Unable to post to webhook: ${statusText(said.status, described.settings)}`
  throw new Refusal({
    status: 400,
    json: [{ isWarning: false, ...bare('Url', `Unable to send test message: ${reason}`) }],
    type: 'application/json',
  })
}
