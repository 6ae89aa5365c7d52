import type { Breach } from '../../checks-seam.ts'
import type { Found } from './walk.ts'

const repeated = (parts: readonly Found[], field: 'id' | 'custom_id'): Breach[] => {
  const seen = new Set<string | number>()
  return parts.flatMap(({ part, where }) => {
    // An id of 0 stands for none.
    const value = part[field] || undefined
    if (value === undefined) return []
    if (seen.has(value))
      return [{ where: `${where}.${field}`, why: `Another component has “${value}” already.` }]
    seen.add(value)
    return []
  })
}

/** No two components of one message or modal may be mistaken for each other. */
export const distinctIds = (parts: readonly Found[]): Breach[] => [
  ...repeated(parts, 'custom_id'),
  ...repeated(parts, 'id'),
]
