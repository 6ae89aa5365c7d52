import { problem } from './answers.ts'

/** A call's query: names in any case, repeated ones kept. */
export type Query = {
  text(name: string): string | undefined
  int(name: string): number | undefined
  ints(name: string): number[]
  bool(name: string, otherwise: boolean): boolean
}

/** Reads a query; a value of the wrong type is a 400 of the framework. */
export const createQuery = (params: URLSearchParams): Query => {
  const all = (name: string) =>
    [...params].filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => value)
  const wrong = (name: string, value: string) =>
    problem(400, { [name]: [`The value '${value}' is not valid.`] })
  const number = (name: string, value: string) => {
    if (!/^-?\d+$/.test(value)) throw wrong(name, value)
    return Number(value)
  }
  return {
    text: (name) => all(name)[0],
    int: (name) => {
      const value = all(name)[0]
      return value === undefined || value === '' ? undefined : number(name, value)
    },
    ints: (name) => all(name).map((value) => number(name, value)),
    bool: (name, otherwise) => {
      const value = all(name)[0]?.toLowerCase()
      if (value === undefined || value === '') return otherwise
      if (value !== 'true' && value !== 'false') throw wrong(name, value)
      return value === 'true'
    },
  }
}
