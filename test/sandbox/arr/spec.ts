import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

const SPECS = new URL('../../../../shared/specs/', import.meta.url)

/** Whether the specifications are at hand; a fresh clone has none. */
export const hasSpecs = existsSync(SPECS)

type Node = { [key: string]: unknown }
type Operation = { responses: Record<string, { content?: Record<string, { schema?: Node }> }> }
type Spec = { paths: Record<string, Record<string, Operation>>; components: Node }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** OpenAPI 3.0 says `nullable` where JSON Schema lists `null` among the types. */
const translate = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(translate)
  if (!isNode(value)) return value
  const { nullable, ...rest } = value
  const inner = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, translate(one)])) as Node
  if (nullable !== true) return inner
  return typeof inner.type === 'string'
    ? { ...inner, type: [inner.type, 'null'] }
    : { anyOf: [inner, { type: 'null' }] }
}

/**
 * Checks answers against an application's own specification: `check` says what is wrong with one, `covered` which
 * operations were checked. `patch` corrects what a specification is known to say wrongly.
 */
export const createSpec = (
  file: string,
  patch: (schemas: Record<string, Node>) => void = () => undefined,
) => {
  const spec = JSON.parse(readFileSync(new URL(file, SPECS), 'utf8')) as Spec
  patch(spec.components.schemas as Record<string, Node>)
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addFormat('date-span', /^(\d+\.)?\d\d:\d\d:\d\d(\.\d+)?$/)
  ajv.addSchema({ $id: 'spec', components: translate(spec.components) } as Node)

  const pattern = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '\\d+')}$`, 'i')
  const paths = Object.keys(spec.paths).map((path) => ({ path, matches: pattern(path) }))
  const covered = new Set<string>()

  const check = (method: string, path: string, json: unknown): string[] => {
    const found = paths.find((one) => one.matches.test(path))
    const operation = found && spec.paths[found.path]?.[method.toLowerCase()]
    if (!found || !operation) return [`${method} ${path} is not in the specification`]
    covered.add(`${method} ${found.path}`)
    const content = Object.values(operation.responses['200']?.content ?? {})[0]
    if (!content?.schema || method === 'HEAD') return []
    const schema = JSON.parse(JSON.stringify(translate(content.schema)).replaceAll('"#/', '"spec#/')) as Node
    const validate = ajv.compile(schema)
    validate(json)
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${method} ${path}: ${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  }

  return { check, covered }
}
