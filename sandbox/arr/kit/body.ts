import { problem } from './answers.ts'
import type { Json } from './json.ts'

type Kind = keyof Values | readonly string[]

/** The properties that a call reads from its body, and their kinds. An array names the words of an enumeration. */
export type Shape = Record<string, Kind>

type Values = {
  int: number
  bool: boolean
  /** As `int` and `bool`, but null says "leave it as it is". */
  'int?': number
  'bool?': boolean
  string: string
  ints: number[]
  object: Json
  list: unknown[]
}

/** What a body of that shape holds; a property that was left out is absent. */
export type Read<S extends Shape> = {
  [K in keyof S]?: S[K] extends keyof Values
    ? Values[S[K]]
    : S[K] extends readonly (infer Word)[]
      ? Word
      : never
}

const NOTHING = Symbol('nothing')

const isInt = (value: unknown) => typeof value === 'number' && Number.isInteger(value)

/** The value as the application would hold it, or `NOTHING` when its deserialiser gives up. */
const convert = (value: unknown, kind: Kind): unknown => {
  if (typeof kind !== 'string') {
    const word =
      typeof value === 'string' && kind.find((known) => known.toLowerCase() === value.toLowerCase())
    return word || (isInt(value) && kind[Number(value)]) || NOTHING
  }
  const fits: Record<keyof Values, () => boolean> = {
    int: () => isInt(value),
    'int?': () => isInt(value),
    bool: () => typeof value === 'boolean',
    'bool?': () => typeof value === 'boolean',
    string: () => typeof value === 'string',
    ints: () => Array.isArray(value) && value.every(isInt),
    object: () => typeof value === 'object' && value !== null && !Array.isArray(value),
    list: () => Array.isArray(value),
  }
  return fits[kind]() ? value : NOTHING
}

const mayBeNull = (kind: Kind) => kind !== 'int' && kind !== 'bool' && typeof kind === 'string'

/**
 * Reads a body as both applications do: names in any case, unknown ones ignored, and every value of the wrong type
 * a 400 of the framework (`"4"` is no number).
 */
export const readBody = <const S extends Shape>(body: unknown, shape: S): Read<S> => {
  if (body === undefined) throw problem(400, { '': ['A non-empty request body is required.'] })
  const object = convert(body, 'object')
  if (object === NOTHING) throw problem(400, { $: ['The JSON value could not be converted.'] })
  const names = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]))
  const read: Json = {}
  for (const [sent, value] of Object.entries(object as Json)) {
    const name = names.get(sent.toLowerCase())
    const kind = name === undefined ? undefined : shape[name]
    if (name === undefined || kind === undefined) continue
    if (value === null && mayBeNull(kind)) continue
    const converted = convert(value, kind)
    if (converted === NOTHING)
      throw problem(400, { [`$.${sent}`]: [`The JSON value could not be converted. Path: $.${sent}.`] })
    read[name] = converted
  }
  return read as Read<S>
}
