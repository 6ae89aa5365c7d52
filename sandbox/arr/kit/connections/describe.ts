import { failure, missing } from '../answers.ts'
import { readBody } from '../body.ts'
import type { Json } from '../json.ts'
import type { Request } from '../router.ts'
import type { State } from '../state.ts'
import { firstOf, type Invalid, invalid, notEmpty, refuseIfAny } from '../validation.ts'
import { since } from '../versions.ts'
import { KINDS, readFields, showFields } from './fields.ts'
import type { Connection } from './types.ts'

/** One occasion, and the release that brought it, where it hasn't always been there. */
export type Occasion = { name: string; since?: string }

/** The occasions that this version knows, in the API's order. */
export const namesOf = ({ version }: State, occasions: readonly Occasion[]): string[] =>
  occasions.filter((one) => since(version, one.since ?? '0')).map(({ name }) => name)

/** A connection as the API shows it. */
export const show = (state: State, names: readonly string[], connection: Connection): Json => {
  const { id, name, implementation, configContract, tags, flags, settings } = connection
  const on = names.filter((flag) => flag.startsWith('on'))
  return {
    ...Object.fromEntries(names.map((flag) => [flag, flags[flag] ?? false])),
    ...Object.fromEntries(on.map((flag) => [`supportsO${flag.slice(1)}`, true])),
    name,
    fields: showFields(state, implementation, settings),
    implementationName: KINDS.find((kind) => kind.implementation === implementation)?.implementationName,
    implementation,
    configContract,
    infoLink: `https://wiki.servarr.com/${state.appName.toLowerCase()}/supported#${implementation.toLowerCase()}`,
    tags,
    id: id || undefined,
  }
}

/** The saved connection of that number. */
export const findConnection = ({ connections }: State, id: number): Connection => {
  const found = connections.find((connection) => connection.id === id)
  if (!found) throw missing('NotificationDefinition', id)
  return found
}

const SHAPE = {
  id: 'int',
  name: 'string',
  implementation: 'string',
  configContract: 'string',
  tags: 'ints',
  fields: 'list',
} as const

const nameRules = ({ connections }: State, name: string | undefined, id: number): Invalid[] => [
  ...notEmpty('Name', name),
  ...(connections.some((other) => other.name === name && other.id !== id)
    ? [invalid('Name', name, 'PredicateValidator', 'Should be unique')]
    : []),
]

/** What a body describes. With a number, the saved connection lends the secrets that the body doesn't repeat. */
export const read = (state: State, names: readonly string[], { call, body, ids }: Request): Connection => {
  const sent = readBody(body, SHAPE)
  const sentFlags = readBody(body, Object.fromEntries(names.map((flag) => [flag, 'bool'] as const)))
  const id = sent.id || (call.method === 'PUT' ? (ids[0] ?? 0) : 0)
  const isNew = call.method === 'POST' && !call.path.toLowerCase().endsWith('/test')
  const { name, implementation = '', configContract = '', tags = [], fields } = sent
  refuseIfAny([
    ...nameRules(state, name, id),
    ...notEmpty('Implementation', implementation),
    ...notEmpty('ConfigContract', configContract),
    ...(isNew && !fields
      ? [invalid('Fields', undefined, 'NotNullValidator', "'Fields' must not be empty.")]
      : []),
  ])
  if (!KINDS.some((kind) => kind.implementation === implementation))
    throw failure(500, 'Sequence contains no matching element', 'System.InvalidOperationException')
  const stored = id > 0 ? findConnection(state, id) : undefined
  return {
    id,
    name: name ?? '',
    implementation,
    configContract,
    tags,
    flags: Object.fromEntries(names.map((flag) => [flag, sentFlags[flag] ?? false])),
    settings: readFields(state, implementation, fields ?? [], stored?.settings),
    standing: stored?.standing ?? { level: 0 },
  }
}

const isUrl = (value: unknown) => typeof value === 'string' && URL.canParse(value) && /^https?:/i.test(value)

/** Refuses settings with which nothing could be sent. */
export const checkSettings = ({ implementation, settings: { url } }: Connection): void => {
  if (implementation !== 'Webhook') return
  refuseIfAny(
    firstOf(
      () => notEmpty('Url', url),
      () => (isUrl(url) ? [] : [invalid('Url', url, 'PredicateValidator', `Invalid Url: '${url}'`)]),
    ),
  )
}

/** Whether anything is switched on. Some occasions only refine another: alone they leave a connection off. */
export const isEnabled = ({ flags }: Connection): boolean =>
  Object.entries(flags).some(
    ([name, on]) =>
      on && name !== 'includeHealthWarnings' && name !== 'onUpgrade' && !name.endsWith('ForUpgrade'),
  )
