import type { Field } from './parse-query.ts'

/** A trouble that is told in `errors`. */
export class GraphqlTrouble extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

type Args = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const valueAt = (node: Record<string, unknown>, { name, args }: Field): unknown => {
  if (!(name in node))
    throw new GraphqlTrouble('GRAPHQL_VALIDATION_FAILED', `Cannot query field "${name}" on this type.`)
  const found = node[name]
  return typeof found === 'function' ? (found as (args: Args) => unknown)(args) : found
}

const pick = (value: unknown, fields: readonly Field[]): unknown => {
  if (Array.isArray(value)) return value.map((one) => pick(one, fields))
  if (!isNode(value)) return value
  return Object.fromEntries(fields.map((field) => [field.as, pick(valueAt(value, field), field.fields)]))
}

type Told = { message: string; path?: string[]; extensions: { code: string } }

/** What a query is answered with: a field that fails is null, and when none is left so is everything. */
export const resolve = (root: Record<string, unknown>, fields: readonly Field[]) => {
  const errors: Told[] = []
  const answer = (field: Field): unknown => {
    try {
      return pick(valueAt(root, field), field.fields)
    } catch (error) {
      if (!(error instanceof GraphqlTrouble)) throw error
      errors.push({ message: error.message, path: [field.as], extensions: { code: error.code } })
      return null
    }
  }
  const data = Object.fromEntries(fields.map((field) => [field.as, answer(field)]))
  if (errors.length === 0) return { data }
  return { data: errors.length === fields.length ? null : data, errors }
}
