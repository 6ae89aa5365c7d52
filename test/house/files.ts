import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the project: its path from the root, with slashes, and what it says. */
export type SourceFile = { readonly path: string; readonly source: string }

/** Something that breaks a rule of the house. */
export type Violation = { readonly file: string; readonly line: number; readonly rule: string }

export const root = fileURLToPath(new URL('../..', import.meta.url))

const isOurs = (path: string): boolean => !/(^|\/)(node_modules|recordings|data|coverage)(\/|$)/.test(path)

/** The files that match, in order. @throws when there is none: a rule that reads nothing passes everything. */
export const readFiles = (...patterns: string[]): SourceFile[] => {
  const paths = globSync(patterns, { cwd: root, exclude: (path) => !isOurs(path) }).filter(
    (path) => isOurs(path) && statSync(join(root, path)).isFile(),
  )
  if (paths.length === 0) throw new Error(`${patterns.join(', ')}: 0 files read`)
  return paths.sort().map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }))
}

export const lineAt = (source: string, offset: number): number => source.slice(0, offset).split('\n').length

/** One line each, so that a failing test reads as a list of what to mend. */
export const told = (violations: readonly Violation[]): string[] =>
  violations.map(({ file, line, rule }) => `${file}:${line} ${rule}`)
