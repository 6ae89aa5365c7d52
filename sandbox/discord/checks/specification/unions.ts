import type { Document, Schema } from './document.ts'
import { implies } from './implies.ts'

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const resolve = ({ components }: Document, { $ref }: Schema): Schema | undefined =>
  typeof $ref === 'string' ? components.schemas[$ref.slice($ref.lastIndexOf('/') + 1)] : undefined

/** The values of `type` that a branch of a union is meant for. */
const typesOf = (document: Document, branch: Schema): unknown[] | undefined => {
  const { properties, required } = resolve(document, branch) ?? {}
  const type = isSchema(properties) ? properties.type : undefined
  const isNeeded = Array.isArray(required) && required.includes('type')
  return isNeeded && isSchema(type) && Array.isArray(type.enum) ? type.enum : undefined
}

const anyOf = (document: Document, branches: readonly Schema[]): Schema => {
  const [first] = branches
  if (first && branches.length === 1) return first
  if (branches.every((branch) => 'const' in branch)) {
    return { enum: branches.map((branch) => branch.const) }
  }
  const types = branches.map((branch) => typesOf(document, branch))
  if (!types.every((found) => found !== undefined)) return { anyOf: branches }
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: types.flat() } },
    allOf: branches.map((branch, index) =>
      implies({ required: ['type'], properties: { type: { enum: types[index] } } }, branch),
    ),
  }
}

const rewrite = (document: Document, schema: Schema): void => {
  for (const keyword of ['oneOf', 'anyOf']) {
    const branches = schema[keyword]
    if (!Array.isArray(branches) || !branches.every(isSchema)) continue
    const others = branches.filter(({ type }) => type !== 'null')
    if (others.length === 0) continue
    const union = anyOf(document, others)
    delete schema[keyword]
    Object.assign(schema, others.length < branches.length ? { if: { type: 'null' }, else: union } : union)
  }
}

/**
 * Rewrites every union so that `type` chooses its branch: a validator that tries all branches says of each why it
 * doesn't fit, which helps nobody.
 */
export const preferTypes = (document: Document): void => {
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (isSchema(value)) {
      Object.values(value).forEach(walk)
      rewrite(document, value)
    }
  }
  walk(document)
}
