import type { EventName } from './events.ts'
import type { Refusal } from './refusals.ts'

/** What a decision function answers: a change with the events it means, nothing to do, or a no. */
export type Decision<Change> =
  | { readonly kind: 'change'; readonly change: Change; readonly events: readonly EventName[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }

export const change = <C>(what: C, ...events: readonly EventName[]): Decision<C> => ({
  kind: 'change',
  change: what,
  events,
})

export const nothing: Decision<never> = { kind: 'nothing' }

export const no = (refusal: Refusal): Decision<never> => ({ kind: 'refusal', refusal })
