import { basename, dirname } from 'node:path'
import { parseSync } from 'oxc-parser'
import { lineAt, type SourceFile, type Violation } from './files.ts'

const LONGEST = 300

/** Files of src that may be longer, each with the reason. */
export const LONGER: Readonly<Record<string, string>> = {
  'src/views/texts/en.ts': 'a table: one row a text',
}

/** Programs of others ask for these. */
const DEFAULT_EXPORTS = ['vitest.config.ts', 'scripts/count-reporter.mjs']

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const MODULE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|mjs)$/
const MIGRATION = /^(\d{4}_[a-z0-9]+(_[a-z0-9]+)*|_dialect)\.ts$/

/** Checks the names, the length and the exports of modules. */
export const checkShape = (modules: readonly SourceFile[]): Violation[] =>
  modules.flatMap((module) => [...checkName(module), ...checkLength(module), ...checkExports(module)])

const checkName = ({ path }: SourceFile): Violation[] => {
  const allowed = path.startsWith('migrations/') ? MIGRATION : MODULE
  const folders = dirname(path).split('/')
  const fine = allowed.test(basename(path)) && folders.every((name) => name === '.' || KEBAB.test(name))
  return fine ? [] : [{ file: path, line: 1, rule: 'is not named in kebab-case' }]
}

const checkLength = ({ path, source }: SourceFile): Violation[] => {
  const lines = source.trimEnd().split('\n').length
  const tooLong = path.startsWith('src/') && lines > LONGEST && !(path in LONGER)
  return tooLong ? [{ file: path, line: lines, rule: `is longer than ${LONGEST} lines` }] : []
}

const checkExports = ({ path, source }: SourceFile): Violation[] => {
  if (DEFAULT_EXPORTS.includes(path)) return []
  const entries = parseSync(path, source).module.staticExports.flatMap((one) => one.entries)
  return entries
    .filter(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default')
    .map(({ start }) => ({ file: path, line: lineAt(source, start), rule: 'exports a default' }))
}
