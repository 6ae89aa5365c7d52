import type { SourceFile, Violation } from './files.ts'
import { findCircles, type Import, importsOf } from './imports.ts'
import { BENCH, BROWSER, COMPOSITION, ROOMS, SANDBOX } from './rooms.ts'

/** The packages that package.json names. */
export type Declared = { readonly runtime: readonly string[]; readonly development: readonly string[] }

type Rule = (one: Import, declared: Declared) => string | undefined

const MANIFEST = 'package.json'

/** Checks which way imports point. @throws when there is no module, for then it would find nothing wrong */
export const checkImports = (modules: readonly SourceFile[], declared: Declared): Violation[] => {
  if (modules.length === 0) throw new Error('0 modules read')
  const imports = modules.flatMap(importsOf)
  const wrong = imports.flatMap((one) => {
    const rule = ruleFor(one)(one, declared)
    return rule ? [{ file: one.from, line: one.line, rule }] : []
  })
  return [...wrong, ...findCircles(imports)]
}

const ruleFor = ({ from, kind }: Import): Rule => {
  if (kind === 'computed') return () => 'which module this imports cannot be told'
  const [top] = from.split('/')
  if (top === 'src') return inSource
  if (top === 'migrations') return inMigrations
  if (top === BENCH) return inBench
  return top === SANDBOX ? inSandbox : () => `${from} lies in no folder that has rules`
}

/** The room of a module of src: a folder's name, or the file's own for main.ts. */
const roomOf = (path: string): string | undefined => /^src\/([^/]+)/.exec(path)?.[1]

const inSource: Rule = (one, declared) => {
  const from = roomOf(one.from)
  const room = from === undefined ? undefined : ROOMS[from]
  const composes = from === 'main.ts' || from === COMPOSITION
  if (!room && !composes) return `${from} is no room of the house`

  if (one.kind === 'package') {
    if (!declared.runtime.includes(one.to)) return `${one.to} is not among the dependencies in package.json`
    const allowed = !room || room.libraries === 'all' || room.libraries.includes(one.to)
    return allowed ? undefined : `${from} must not import ${one.to}`
  }
  if (one.kind === 'node') return !room || room.node ? undefined : `${from} must not import ${one.to}`
  if (one.to === MANIFEST) return undefined

  const to = roomOf(one.to)
  if (to === undefined) return `src must not import ${one.to}`
  if (to === 'main.ts') return 'nothing imports main.ts'
  if (to === COMPOSITION) return composes ? undefined : `only main.ts may import ${COMPOSITION}`
  if (!room || to === from) return undefined
  const door = room.rooms[to]
  if (door === undefined) return `${from} must not import ${to}`
  return door === 'all' || one.erased ? undefined : `${from} may import only types from ${to}`
}

const DIALECT = 'migrations/_dialect.ts'

const inMigrations: Rule = ({ kind, to }) =>
  (kind === 'package' && to === 'kysely') || to === DIALECT
    ? undefined
    : `a migration may import only kysely and ./_dialect.ts, not ${to}`

const isBrowser = (path: string): boolean => path.startsWith(BROWSER.folder)

const inBrowser: Rule = ({ kind, to, erased }) => {
  if (kind === 'package') {
    return BROWSER.libraries.some((name) => name === to) ? undefined : `the browser must not import ${to}`
  }
  if (kind === 'file' && isBrowser(to)) return undefined
  return to === BROWSER.shared && erased ? undefined : `the browser must not import ${to}`
}

const inBench: Rule = ({ kind, to }, { runtime, development }) => {
  if (kind === 'package')
    return runtime.includes(to) || development.includes(to) ? undefined : `${to} is not in package.json`
  const isOpen = ['src', SANDBOX, BENCH].some((folder) => to.startsWith(`${folder}/`)) && !isBrowser(to)
  return kind === 'node' || isOpen ? undefined : `bench must not import ${to}`
}

const inSandbox: Rule = (one, declared) => {
  const { from, kind, to } = one
  if (isBrowser(from)) return inBrowser(one, declared)
  if (kind === 'file' && isBrowser(to)) return `only the browser may import ${to}`
  const { runtime, development } = declared
  if (kind === 'package') {
    return runtime.includes(to) || development.includes(to) ? undefined : `${to} is not in package.json`
  }
  return kind === 'node' || to.startsWith(`${SANDBOX}/`) ? undefined : `sandbox must not import ${to}`
}
