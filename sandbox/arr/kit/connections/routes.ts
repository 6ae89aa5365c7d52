import { accepted, created, failure, missing, ok, problem, Refusal } from '../answers.ts'
import type { App } from '../app.ts'
import { readBody } from '../body.ts'
import type { Request } from '../calls.ts'
import { compact, type Json } from '../json.ts'
import type { Route } from '../router.ts'
import { nextId } from '../state.ts'
import { bare, firstOf, type Invalid, invalid, notEmpty, refuseIfAny } from '../validation.ts'
import { KINDS, readFields, showFields } from './fields.ts'
import { failed, succeeded } from './ladder.ts'
import { send, statusText } from './send.ts'
import type { Connection } from './types.ts'

/** The occasions of one application, in the API's order, and how its Test event looks. */
export type Occasions = { names: readonly string[]; testBody: () => Json }

/** These only refine another occasion: alone they leave a connection switched off. */
const isEnabled = ({ flags }: Connection) =>
  Object.entries(flags).some(
    ([name, on]) =>
      on && name !== 'includeHealthWarnings' && name !== 'onUpgrade' && !name.endsWith('ForUpgrade'),
  )

const isUrl = (value: unknown) => typeof value === 'string' && URL.canParse(value) && /^https?:/i.test(value)

/** The routes of `notification`: what they store is tried first. */
export const connectionRoutes = (app: App, { names, testBody }: Occasions): Route[] => {
  const { state } = app
  const find = (id: number): Connection => {
    const found = state.connections.find((connection) => connection.id === id)
    if (!found) throw missing('NotificationDefinition', id)
    return found
  }

  const show = ({ id, name, implementation, configContract, tags, flags, settings }: Connection) => ({
    ...Object.fromEntries(names.map((flag) => [flag, flags[flag] ?? false])),
    ...Object.fromEntries(
      names.filter((flag) => flag.startsWith('on')).map((flag) => [`supportsO${flag.slice(1)}`, true]),
    ),
    name,
    fields: showFields(state, implementation, settings),
    implementationName: KINDS.find((kind) => kind.implementation === implementation)?.implementationName,
    implementation,
    configContract,
    infoLink: `https://wiki.servarr.com/${state.appName.toLowerCase()}/supported#${implementation.toLowerCase()}`,
    tags,
    id: id || undefined,
  })

  const shared = (name: unknown, id: number, implementation: unknown, configContract: unknown): Invalid[] => [
    ...notEmpty('Name', name),
    ...(state.connections.some((other) => other.name === name && other.id !== id)
      ? [invalid('Name', name, 'PredicateValidator', 'Should be unique')]
      : []),
    ...notEmpty('Implementation', implementation),
    ...notEmpty('ConfigContract', configContract),
  ]

  /** What a body describes; `stored` lends the secrets that it doesn't repeat. */
  const read = ({ call, body, ids }: Request): { described: Connection; stored: Connection | undefined } => {
    const sent = readBody(body, {
      id: 'int',
      name: 'string',
      implementation: 'string',
      configContract: 'string',
      tags: 'ints',
      fields: 'list',
      ...Object.fromEntries(names.map((flag) => [flag, 'bool'] as const)),
    })
    const id = Number(sent.id ?? 0) || (call.method === 'PUT' ? (ids[0] ?? 0) : 0)
    refuseIfAny([
      ...shared(sent.name, id, sent.implementation, sent.configContract),
      ...(call.method === 'POST' && !call.path.toLowerCase().endsWith('/test') && sent.fields === undefined
        ? [invalid('Fields', undefined, 'NotNullValidator', "'Fields' must not be empty.")]
        : []),
    ])
    const implementation = String(sent.implementation)
    if (!KINDS.some((kind) => kind.implementation === implementation))
      throw failure(500, 'Sequence contains no matching element', 'System.InvalidOperationException')
    const stored = id > 0 ? find(id) : undefined
    const flags = sent as Record<string, unknown>
    const described: Connection = {
      id,
      name: String(sent.name),
      implementation,
      configContract: String(sent.configContract),
      tags: (sent.tags as number[] | undefined) ?? [],
      flags: Object.fromEntries(names.map((flag) => [flag, flags[flag] === true])),
      settings: readFields(
        state,
        implementation,
        (sent.fields as unknown[] | undefined) ?? [],
        stored?.settings,
      ),
      standing: stored?.standing ?? { level: 0 },
    }
    return { described, stored }
  }

  const checkSettings = ({ implementation, settings }: Connection) => {
    if (implementation !== 'Webhook') return
    const { url } = settings
    refuseIfAny(
      firstOf(
        () => notEmpty('Url', url),
        () => (isUrl(url) ? [] : [invalid('Url', url, 'PredicateValidator', `Invalid Url: '${url}'`)]),
      ),
    )
  }

  /** Sends the Test event. A status of 400 and above is a refusal with a list; no answer at all breaks the call. */
  const attempt = async (described: Connection) => {
    if (described.implementation !== 'Webhook') return
    const said = await send(app, described.settings, testBody())
    const saved = state.connections.find(({ id }) => id === described.id)
    if ('error' in said) throw failure(500, said.error, 'System.Net.Http.HttpRequestException')
    if (said.status < 400) {
      if (saved) saved.standing = succeeded(saved.standing)
      return
    }
    if (saved) saved.standing = failed(saved.standing, app.clock.now(), state.startedAt)
    const reason = `Unable to send test message: Unable to post to webhook: ${statusText(said.status, described.settings)}`
    throw new Refusal({ status: 400, json: [{ isWarning: false, ...bare('Url', reason) }] })
  }

  const same = (one: Connection, other: Connection) =>
    JSON.stringify(compact({ ...one, standing: 0 })) === JSON.stringify(compact({ ...other, standing: 0 }))

  const create: Route['handle'] = async (request) => {
    const { described } = read(request)
    if (isEnabled(described)) {
      checkSettings(described)
      await attempt({ ...described, id: 0 })
    }
    const connection = { ...described, id: nextId(state, 'connections'), standing: { level: 0 } }
    state.connections.push(connection)
    return created(show(connection))
  }

  /** An unchanged connection is not tried again, and with `forceSave` none is. */
  const update: Route['handle'] = async (request) => {
    const { described, stored } = read(request)
    if (!stored) throw missing('NotificationDefinition', described.id)
    const changed = !same(described, stored)
    if (isEnabled(described)) checkSettings(described)
    if (isEnabled(described) && changed && !request.query.bool('forceSave', false)) await attempt(described)
    Object.assign(stored, { ...described, standing: stored.standing })
    return accepted(show(stored))
  }

  /** The answer is a text of two brackets, which a caller that asks for JSON gets as a JSON string. */
  const tryOut: Route['handle'] = async (request) => {
    const { described } = read(request)
    checkSettings(described)
    await attempt(described)
    return String(request.call.headers.accept ?? '').includes('application/json')
      ? ok('{}')
      : { status: 200, text: '{}', type: 'text/plain; charset=utf-8' }
  }

  const template = ({ implementation, configContract }: (typeof KINDS)[number]) => ({
    ...show({
      id: 0,
      name: '',
      implementation,
      configContract,
      tags: [],
      flags: {},
      settings: {},
      standing: { level: 0 },
    }),
    name: undefined,
    presets: [],
  })

  return [
    {
      method: 'GET',
      path: 'notification',
      handle: () => ok([...state.connections].sort((a, b) => a.name.localeCompare(b.name)).map(show)),
    },
    { method: 'POST', path: 'notification', handle: create },
    { method: 'GET', path: 'notification/schema', handle: () => ok(KINDS.map(template)) },
    { method: 'POST', path: 'notification/test', handle: tryOut },
    {
      method: 'GET',
      path: 'notification/{id}',
      handle: ({ ids }) => {
        const found = state.connections.find(({ id }) => id === ids[0])
        if (!found) throw problem(404)
        return ok(show(found))
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
