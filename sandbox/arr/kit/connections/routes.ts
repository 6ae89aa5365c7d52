import { type Answer, accepted, created, ok, problem } from '../answers.ts'
import type { App } from '../app.ts'
import { compact, type Json } from '../json.ts'
import type { Request, Route } from '../router.ts'
import { nextId } from '../state.ts'
import { attempt } from './attempt.ts'
import { checkSettings, findConnection, isEnabled, namesOf, type Occasion, read, show } from './describe.ts'
import { KINDS } from './fields.ts'
import type { Connection } from './types.ts'

/** The occasions of one application, and how its Test event looks. */
type Occasions = { all: readonly Occasion[]; testBody: () => Json }

const text = (connection: Connection) => JSON.stringify(compact({ ...connection, standing: 0 }))

/** The routes of `notification`: what they store is tried first. */
export const connectionRoutes = (app: App, { all, testBody }: Occasions): Route[] => {
  const { state } = app
  const names = () => namesOf(state, all)
  const shown = (connection: Connection) => show(state, names(), connection)

  const create = async (request: Request): Promise<Answer> => {
    const described = { ...read(state, names(), request), id: 0 }
    if (isEnabled(described)) {
      checkSettings(described)
      await attempt(app, described, testBody())
    }
    const connection = { ...described, id: nextId(state, 'connections'), standing: { level: 0 } }
    state.connections.push(connection)
    return created(shown(connection))
  }

  /** An unchanged connection is not tried again, and with `forceSave` none is. */
  const update = async (request: Request): Promise<Answer> => {
    const described = read(state, names(), request)
    const stored = findConnection(state, described.id)
    const isTried = text(described) !== text(stored) && !request.query.bool('forceSave', false)
    if (isEnabled(described)) {
      checkSettings(described)
      if (isTried) await attempt(app, described, testBody())
    }
    Object.assign(stored, { ...described, standing: stored.standing })
    return accepted(shown(stored))
  }

  /** The answer is a text of two brackets, which a caller that asks for JSON gets as a JSON string. */
  const test = async (request: Request): Promise<Answer> => {
    const described = read(state, names(), request)
    checkSettings(described)
    await attempt(app, described, testBody())
    return String(request.call.headers.accept ?? '').includes('application/json')
      ? ok('{}')
      : { status: 200, body: '{}', type: 'text/plain; charset=utf-8' }
  }

  const template = ({ implementation, configContract }: (typeof KINDS)[number]) => {
    const blank = { id: 0, name: '', tags: [], flags: {}, settings: {}, standing: { level: 0 } }
    return { ...shown({ ...blank, implementation, configContract }), name: undefined, presets: [] }
  }

  const byName = (one: Connection, other: Connection) => one.name.localeCompare(other.name)

  return [
    {
      method: 'GET',
      path: 'notification',
      handle: () => ok([...state.connections].sort(byName).map(shown)),
    },
    { method: 'POST', path: 'notification', handle: create },
    { method: 'GET', path: 'notification/schema', handle: () => ok(KINDS.map(template)) },
    { method: 'POST', path: 'notification/test', handle: test },
    {
      method: 'GET',
      path: 'notification/{id}',
      handle: ({ ids }) => {
        const found = state.connections.find(({ id }) => id === ids[0])
        if (!found) throw problem(404)
        return ok(shown(found))
      },
    },
    { method: 'PUT', path: 'notification/{id}', handle: update },
    {
      method: 'DELETE',
      path: 'notification/{id}',
      handle: ({ ids }) => {
        const place = state.connections.findIndex(({ id }) => id === ids[0])
        if (place >= 0) state.connections.splice(place, 1)
        return ok({})
      },
    },
  ]
}
