import type { System } from '../domain/people/actor.ts'

/** The actor of a job. */
export const actAs = (name: string): System => ({ kind: 'system', name })
