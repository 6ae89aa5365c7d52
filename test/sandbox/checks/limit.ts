import { describe, expect, it } from 'vitest'
import { documentation } from '../../../sandbox/discord/checks/documentation.ts'
import { specificationPath } from '../../../sandbox/discord/checks/index.ts'
import type { Request } from './requests.ts'

const path = specificationPath()
const specification =
  path && (await (await import('../../../sandbox/discord/checks/specification.ts')).specification(path))

/** What is said of it, a request that just keeps it, one that just breaks it, and where that is said to be wrong. */
export type Limit = readonly [says: string, kept: Request, broken: Request, where: string]

/** Shows of each limit that it is the limit: what keeps it passes, also by Discord's own file, and what breaks it is told. */
export const describeLimits = (about: string, limits: readonly Limit[]): void => {
  describe(about, () => {
    it.each(limits)('%s', (_says, kept, broken, where) => {
      expect(documentation(kept)).toEqual([])
      if (specification) expect(specification(kept)).toEqual([])
      expect(documentation(broken).map((breach) => breach.where)).toEqual([where])
    })
  })
}
