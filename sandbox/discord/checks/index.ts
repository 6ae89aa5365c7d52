import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Check } from '../checks-seam.ts'
import { documentation } from './documentation.ts'

const FILE = new URL('../../../../shared/specs/discord/openapi.json', import.meta.url)

/** Where Discord's OpenAPI file lies beside the repository; nothing where it doesn't. */
export const specificationPath = (): string | undefined =>
  existsSync(FILE) ? fileURLToPath(FILE) : undefined

/**
 * What looks at every request body: first at what the documentation says, in sentences; then, where Discord's OpenAPI
 * file is at hand, at what that says, so that each breach is told once.
 */
export const loadChecks = async (): Promise<readonly Check[]> => {
  const path = specificationPath()
  if (path === undefined) return [documentation]
  const { specification } = await import('./specification.ts')
  const bySpecification = await specification(path)
  return [
    (request) => {
      const breaches = documentation(request)
      return breaches.length > 0 ? breaches : bySpecification(request)
    },
  ]
}
