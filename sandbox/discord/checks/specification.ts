import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { Breach, Check } from '../checks-seam.ts'
import { readDocument } from './specification/document.ts'

const within = (least: number, most: number) => ({
  type: 'number' as const,
  validate: (value: number) => Number.isInteger(value) && value >= least && value <= most,
})

const FORMATS = {
  uri: fullFormats.uri,
  'date-time': fullFormats['date-time'],
  snowflake: /^\d{1,20}$/,
  int32: within(-(2 ** 31), 2 ** 31 - 1),
  int64: within(-(2 ** 63), 2 ** 63),
  double: { type: 'number' as const, validate: Number.isFinite },
  nonce: true as const,
}

const escaped = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))

const sentence = ({ keyword, params, message = 'is wrong' }: ErrorObject): string => {
  if (keyword === 'required') return 'This field is required.'
  if (keyword === 'enum') return `Must be one of ${params.allowedValues.join(', ')}.`
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
}

const breachOf = (error: ErrorObject): Breach => {
  const steps = error.instancePath.split('/').slice(1)
  const missing = error.keyword === 'required' ? [String(error.params.missingProperty)] : []
  return { where: [...steps, ...missing].join('.'), why: sentence(error) }
}

// Says only that what follows it doesn't fit, which its own errors say better.
const isEcho = ({ keyword }: ErrorObject): boolean => keyword === 'if'

/** Checks bodies against Discord's own OpenAPI file. A route is compiled when it is first asked for. */
export const specification = async (path: string): Promise<Check> => {
  const document = await readDocument(path)
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true, formats: FORMATS })
  ajv.addSchema(document, 'discord')
  const compiled = new Map<string, ValidateFunction>()
  const validatorOf = (method: string, route: string): ValidateFunction => {
    const key = `${method} ${route}`
    const known = compiled.get(key)
    if (known) return known
    const steps = ['paths', route, method, 'requestBody', 'content', 'application/json', 'schema']
    const made = ajv.compile({ $ref: `discord#/${steps.map(escaped).join('/')}` })
    compiled.set(key, made)
    return made
  }
  return ({ method, route, body }) => {
    const verb = method.toLowerCase()
    const { requestBody } = document.paths[route]?.[verb] ?? {}
    if (!requestBody) return []
    const validate = validatorOf(verb, route)
    return validate(body ?? {}) ? [] : (validate.errors ?? []).filter((error) => !isEcho(error)).map(breachOf)
  }
}
