import type { App } from '../app.ts'
import type { Json } from '../json.ts'
import { failed, isBlocked, succeeded } from './ladder.ts'
import { type Said, send } from './send.ts'
import type { Connection, HookEvent, Outcome } from './types.ts'

const wants = ({ flags, tags }: Connection, event: HookEvent) =>
  event.flags.every((flag) => flags[flag]) &&
  (tags.length === 0 || event.tags === undefined || event.tags.some((tag) => tags.includes(tag)))

const record = (
  app: App,
  connection: Connection,
  event: string,
  body: Json,
  outcome: Outcome,
  said?: Said,
) => {
  app.state.hooks.push({ at: app.clock.now(), connectionId: connection.id, event, body, outcome, ...said })
}

const fail = (app: App, connection: Connection) => {
  connection.standing = failed(connection.standing, app.clock.now(), app.state.startedAt)
}

/** Sends one body to one connection and lets its standing bear the consequence. */
const deliver = async (app: App, connection: Connection, event: string, body: Json) => {
  const said = await send(app, connection.settings, body)
  const delivered = 'status' in said && said.status < 400
  record(app, connection, event, body, delivered ? 'delivered' : 'failed', said)
  if (delivered) connection.standing = succeeded(connection.standing)
  else fail(app, connection)
}

/** Why an event goes nowhere, if it does; nothing is even built then. */
const heldBack = (app: App, { standing }: Connection): Outcome | undefined => {
  if (app.dropsHooks) return 'dropped'
  return isBlocked(standing, app.clock.now()) ? 'blocked' : undefined
}

const tell = async (app: App, connection: Connection, event: HookEvent) => {
  const held = heldBack(app, connection)
  if (held) return record(app, connection, event.event, {}, held)
  let body: Json
  try {
    body = event.body()
  } catch (thrown) {
    record(app, connection, event.event, {}, 'failed', { error: (thrown as Error).message })
    return fail(app, connection)
  }
  await deliver(app, connection, event.event, body)
}

/** Tells every connection that wants to know, one after the other; whoever caused the event waits for all of them. */
export const publish = async (app: App, event: HookEvent): Promise<void> => {
  for (const connection of app.state.connections)
    if (wants(connection, event)) await tell(app, connection, event)
}

const shuffle = <T>(list: T[]): T[] => {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1))
    ;[list[last], list[other]] = [list[other] as T, list[last] as T]
  }
  return list
}

/** Sends every event of the past again, word for word, `times` times, in order or in none. */
export const replay = async (app: App, times: number, shuffled: boolean): Promise<void> => {
  const past = app.state.hooks.filter(({ outcome }) => outcome === 'delivered' || outcome === 'failed')
  const again = Array.from({ length: times }, () => past).flat()
  for (const { connectionId, event, body } of shuffled ? shuffle(again) : again) {
    const connection = app.state.connections.find(({ id }) => id === connectionId)
    if (connection) await deliver(app, connection, event, body)
  }
}
