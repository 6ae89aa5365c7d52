/** Parts of an interaction's body to be put in the place of the real ones; undefined takes a part away. */
export type Forgery = { [field: string]: unknown }

const isRecord = (value: unknown): value is Forgery =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lays a forgery over a body, record by record. */
export const forge = (body: Forgery, forgery: Forgery): Forgery => {
  const result: Forgery = { ...body }
  for (const [field, value] of Object.entries(forgery)) {
    const before = result[field]
    if (value === undefined) delete result[field]
    else result[field] = isRecord(value) && isRecord(before) ? forge(before, value) : value
  }
  return result
}
