import { createHash } from 'node:crypto'

/** A weak entity tag that changes with what it is made of. */
export const etagOf = (...parts: readonly unknown[]): string =>
  `W/"${createHash('sha1').update(JSON.stringify(parts)).digest('hex')}"`
