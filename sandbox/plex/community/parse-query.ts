/** A field that a query asks for; fragments are part of what they stand in. */
export type Field = { name: string; as: string; args: Record<string, unknown>; fields: Field[] }

/** A field before the fragments are put in. */
type Raw = Omit<Field, 'fields'> & { fields: readonly Selection[] }

type Selection = Raw | { spread: string }

const TOKEN = /#[^\n]*|"(?:[^"\\]|\\.)*"|\.\.\.|[_A-Za-z]\w*|-?\d+(?:\.\d+)?|[{}()[\]:$!=@|&]/g

const tokensOf = (query: string): string[] =>
  [...query.matchAll(TOKEN)].map(([token]) => token).filter((token) => !token.startsWith('#'))

const LITERALS: Record<string, unknown> = { true: true, false: false, null: null }

/**
 * Reads a query as far as the stand-in needs it: the fields of its first operation, with variables put in. Types are
 * skipped, directives are not understood. Throws where it is no query.
 */
export const parseQuery = (query: string, variables: Readonly<Record<string, unknown>>): Field[] => {
  const tokens = tokensOf(query)
  const given: Record<string, unknown> = { ...variables }
  const fragments = new Map<string, readonly Selection[]>()
  let at = 0

  const next = (): string => {
    const token = tokens[at]
    if (token === undefined) throw new Error('Syntax Error: Unexpected <EOF>.')
    at += 1
    return token
  }
  const sees = (token: string): boolean => tokens[at] === token
  const takes = (token: string): boolean => {
    if (!sees(token)) return false
    at += 1
    return true
  }
  const must = (token: string): void => {
    const found = next()
    if (found !== token) throw new Error(`Syntax Error: Expected "${token}", found "${found}".`)
  }

  const value = (): unknown => {
    const token = next()
    if (token === '$') return given[next()] ?? null
    if (token === '{') return pairs('}')
    if (token === '[') {
      const items: unknown[] = []
      while (!takes(']')) items.push(value())
      return items
    }
    if (token.startsWith('"')) return JSON.parse(token)
    if (token in LITERALS) return LITERALS[token]
    return /^-?\d/.test(token) ? Number(token) : token
  }

  const pairs = (end: string): Record<string, unknown> => {
    const found: Record<string, unknown> = {}
    while (!takes(end)) {
      const name = next()
      must(':')
      found[name] = value()
    }
    return found
  }

  const selection = (): readonly Selection[] => {
    if (!takes('...')) return [field()]
    if (takes('on')) {
      next()
      return selections()
    }
    return sees('{') ? selections() : [{ spread: next() }]
  }

  const selections = (): readonly Selection[] => {
    must('{')
    const found: Selection[] = []
    while (!takes('}')) found.push(...selection())
    return found
  }

  const field = (): Raw => {
    const as = next()
    const name = takes(':') ? next() : as
    return { name, as, args: takes('(') ? pairs(')') : {}, fields: sees('{') ? selections() : [] }
  }

  /** The variables of an operation; only their defaults matter. */
  const definitions = (): void => {
    while (!takes(')')) {
      if (next() !== '$') continue
      const name = next()
      while (tokens[at] !== undefined && !['$', ')', '='].includes(tokens[at] ?? '')) at += 1
      if (takes('=')) given[name] ??= value()
    }
  }

  let operation: readonly Selection[] | undefined
  while (at < tokens.length) {
    const isFragment = takes('fragment')
    const name = isFragment ? next() : ''
    while (!sees('{') && !sees('(')) next()
    if (takes('(')) definitions()
    const found = selections()
    if (isFragment) fragments.set(name, found)
    else operation ??= found
  }

  const whole = (list: readonly Selection[]): Field[] =>
    list.flatMap((one) => {
      if ('name' in one) return [{ ...one, fields: whole(one.fields) }]
      const fragment = fragments.get(one.spread)
      if (!fragment) throw new Error(`Unknown fragment "${one.spread}".`)
      return whole(fragment)
    })
  if (!operation) throw new Error('Syntax Error: Unexpected <EOF>.')
  return whole(operation)
}
