import type { Breach } from '../../checks-seam.ts'
import { type Fields, isAbsent, isFields, lengthOf, objectsIn, within } from '../fields.ts'

/**
 * A rule about one object. A field that is absent or of the wrong type is nobody's concern here: the specification,
 * or the shapes in its place, look after that.
 */
export type Rule = (fields: Fields, at: string) => readonly Breach[]

export const breach = (where: string, why: string): Breach => ({ where, why })

export const all = (...rules: readonly Rule[]): Rule => {
  return (fields, at) => rules.flatMap((rule) => rule(fields, at))
}

const inLength = (least: number, most: number): string =>
  least === 0 ? `Must be ${most} or fewer in length.` : `Must be between ${least} and ${most} in length.`

/** How long a text may be. */
export const text = (name: string, least: number, most: number): Rule => {
  return ({ [name]: value }, at) => {
    if (typeof value !== 'string') return []
    const length = lengthOf(value)
    return length < least || length > most ? [breach(within(at, name), inLength(least, most))] : []
  }
}

/** How many entries a list may have. */
export const count = (name: string, least: number, most: number): Rule => {
  return ({ [name]: value }, at) =>
    Array.isArray(value) && (value.length < least || value.length > most)
      ? [breach(within(at, name), inLength(least, most))]
      : []
}

/** Between which numbers one must be. */
export const number = (name: string, least: number, most: number): Rule => {
  return ({ [name]: value }, at) => {
    if (typeof value !== 'number') return []
    if (value < least) {
      return [breach(within(at, name), `int value should be greater than or equal to ${least}.`)]
    }
    return value > most
      ? [breach(within(at, name), `int value should be less than or equal to ${most}.`)]
      : []
  }
}

/** What holds of every object in a list. */
export const each = (name: string, rule: Rule): Rule => {
  return ({ [name]: list }, at) =>
    objectsIn(list).flatMap(([index, one]) => rule(one, within(at, name, index)))
}

/** What holds of an object in a field. */
export const inside = (name: string, rule: Rule): Rule => {
  return ({ [name]: one }, at) => (isFields(one) ? rule(one, within(at, name)) : [])
}

/** No two objects in a list may have the same `key`. */
export const unique = (name: string, key: string, why: string): Rule => {
  return ({ [name]: list }, at) => {
    const seen = new Set<unknown>()
    return objectsIn(list).flatMap(([index, { [key]: value }]) => {
      if (value === undefined) return []
      const isTaken = seen.has(value)
      seen.add(value)
      return isTaken ? [breach(within(at, name, index, key), why)] : []
    })
  }
}

/** A field that must not be there. */
export const never = (name: string, why: string): Rule => {
  return ({ [name]: value }, at) => (isAbsent(value) ? [] : [breach(within(at, name), why)])
}
