import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { lineAt, type SourceFile, type Violation } from './files.ts'

/** One import of one module: `to` is a path from the root, or the name of a package or of a module of Node. */
export type Import = {
  readonly from: string
  readonly line: number
  readonly to: string
  readonly kind: 'file' | 'package' | 'node' | 'computed'
  /** The compiler erases it. */
  readonly erased: boolean
}

type Found = { specifier: string | undefined; offset: number; erased: boolean }

/** Every import of a module: static, dynamic, re-exported, or within a type. @throws when it cannot be parsed */
export const importsOf = ({ path, source }: SourceFile): Import[] => {
  const parsed = parseSync(path, source)
  const [error] = parsed.errors
  if (error) throw new Error(`${path}: ${error.message}`)

  const found: Found[] = []
  for (const { moduleRequest, entries } of parsed.module.staticImports) {
    const erased = entries.length > 0 && entries.every((entry) => entry.isType)
    found.push({ specifier: moduleRequest.value, offset: moduleRequest.start, erased })
  }
  for (const { entries } of parsed.module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest)
        found.push({ specifier: moduleRequest.value, offset: moduleRequest.start, erased: isType })
    }
  }
  new Visitor({
    ImportExpression: ({ source: asked, start }) => {
      const specifier = asked.type === 'Literal' ? String(asked.value) : undefined
      found.push({ specifier, offset: start, erased: false })
    },
    TSImportType: ({ source: asked, start }) => {
      found.push({ specifier: asked.value, offset: start, erased: true })
    },
  }).visit(parsed.program)

  return found.map(({ specifier, offset, erased }) => ({
    from: path,
    line: lineAt(source, offset),
    erased,
    ...resolve(path, specifier),
  }))
}

const resolve = (from: string, specifier: string | undefined): Pick<Import, 'to' | 'kind'> => {
  if (specifier === undefined) return { kind: 'computed', to: '' }
  if (specifier.startsWith('.')) return { kind: 'file', to: posix.join(posix.dirname(from), specifier) }
  if (specifier.startsWith('node:')) return { kind: 'node', to: specifier }
  const parts = specifier.split('/')
  return { kind: 'package', to: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') }
}

/** The circles among imports that remain at run time, each told once, where its first module enters it. */
export const findCircles = (imports: readonly Import[]): Violation[] => {
  const edges = new Map<string, Import[]>()
  for (const one of imports) {
    if (one.kind === 'file' && !one.erased) edges.set(one.from, [...(edges.get(one.from) ?? []), one])
  }
  const circles: Violation[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): void => {
    if (done.has(path)) return
    for (const { to, line } of edges.get(path) ?? []) {
      const start = [...trail, path].indexOf(to)
      if (start < 0) walk(to, [...trail, path])
      else
        circles.push({
          file: path,
          line,
          rule: `closes a circle: ${[...trail, path].slice(start).join(' > ')}`,
        })
    }
    done.add(path)
  }
  for (const path of edges.keys()) walk(path, [])
  return circles
}
