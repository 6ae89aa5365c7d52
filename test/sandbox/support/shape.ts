const kind = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

const isObject = (value: unknown): value is Record<string, unknown> => kind(value) === 'object'

/**
 * Where `found` differs in shape from `recorded`: a key that is missing or of another type. Null fits anything, since
 * recordings of other accounts hold it where this one holds a value, and the other way round. Lists are compared by
 * their first element.
 */
export const shapeGaps = (recorded: unknown, found: unknown, at = '$'): string[] => {
  if (recorded === null || found === null) return []
  if (kind(recorded) !== kind(found)) return [`${at} is ${kind(found)}, not ${kind(recorded)}`]
  if (Array.isArray(recorded) && Array.isArray(found))
    return recorded.length > 0 && found.length > 0 ? shapeGaps(recorded[0], found[0], `${at}[0]`) : []
  if (!isObject(recorded) || !isObject(found)) return []
  return Object.entries(recorded).flatMap(([key, value]) =>
    key in found ? shapeGaps(value, found[key], `${at}.${key}`) : [`${at}.${key} is missing`],
  )
}
