import type { Json } from '../json.ts'
import type { State } from '../state.ts'
import { since } from '../versions.ts'
import type { Settings } from './types.ts'

/** What a secret looks like from outside; sent back, it means the one that is stored. */
const MASK = '********'

type Field = {
  name: string
  label: string
  type: string
  fallback: unknown
  advanced?: boolean
  privacy?: 'userName' | 'password'
  helpText?: string
  selectOptions?: { value: number; name: string; order: number }[]
}

const HEADERS_SINCE = { Radarr: '5.16.0', Sonarr: '4.0.10.2656' }

const METHODS = [
  { value: 1, name: 'POST', order: 1 },
  { value: 2, name: 'PUT', order: 2 },
]

const WEBHOOK: Field[] = [
  { name: 'url', label: 'Webhook URL', type: 'url', fallback: undefined },
  {
    name: 'method',
    label: 'Method',
    type: 'select',
    fallback: 1,
    selectOptions: METHODS,
    helpText: 'Which HTTP method to use submit to the Webservice',
  },
  { name: 'username', label: 'Username', type: 'textbox', fallback: undefined, privacy: 'userName' },
  { name: 'password', label: 'Password', type: 'password', fallback: undefined, privacy: 'password' },
  { name: 'headers', label: 'Headers', type: 'keyValueList', fallback: [], advanced: true },
]

const SCRIPT: Field[] = [
  { name: 'path', label: 'Path', type: 'filePath', fallback: undefined },
  { name: 'arguments', label: 'Arguments', type: 'textbox', fallback: undefined },
]

/** The kinds of connection that this stand-in offers, in the order of the schema. */
export const KINDS = [
  {
    implementation: 'CustomScript',
    implementationName: 'Custom Script',
    configContract: 'CustomScriptSettings',
  },
  { implementation: 'Webhook', implementationName: 'Webhook', configContract: 'WebhookSettings' },
]

const fieldsOf = ({ appName, version }: State, implementation: string): Field[] =>
  implementation === 'Webhook'
    ? WEBHOOK.filter(({ name }) => name !== 'headers' || since(version, HEADERS_SINCE[appName]))
    : SCRIPT

const masked = (value: unknown, { privacy }: Field) => (privacy === 'password' && value ? MASK : value)

/** A connection's fields as the API shows them. */
export const showFields = (state: State, implementation: string, settings: Settings) =>
  fieldsOf(state, implementation).map((field, order) => ({
    order,
    name: field.name,
    label: field.label,
    helpText: field.helpText,
    value: masked(settings[field.name] ?? field.fallback, field),
    type: field.type,
    advanced: field.advanced ?? false,
    selectOptions: field.selectOptions,
    privacy: field.privacy ?? 'normal',
    isFloat: false,
  }))

/** Reads the fields of a body. What it doesn't name falls back; what this version doesn't know is ignored. */
export const readFields = (
  state: State,
  implementation: string,
  sent: unknown[],
  stored?: Settings,
): Settings => {
  const values = new Map((sent as Json[]).map(({ name, value }) => [String(name), value]))
  const read = (field: Field) => {
    const value = values.get(field.name) ?? field.fallback
    return value === MASK && field.privacy === 'password' && stored ? stored[field.name] : value
  }
  return Object.fromEntries(fieldsOf(state, implementation).map((field) => [field.name, read(field)]))
}
