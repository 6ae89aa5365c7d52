import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type Bug, plant } from './bugs.ts'

/** The program, as one process of it has it in memory. */
export type Core = typeof import('./core.ts')

const SRC = new URL('../../src/', import.meta.url).href
const CORE = new URL('./core.ts', import.meta.url).href
/** What the program is given in the place of BullMQ: the same names, on a Redis that is simulated. */
const STAND_IN = new URL('./bullmq.ts', import.meta.url).href

/** Kysely freezes each piece of each query, so that nobody writes to it. Nobody does, and it takes a twentieth of a run. */
const FREEZING = /\/kysely\/dist\/util\/object-utils\.js$/
const FREEZE: Bug = {
  name: 'queries are left as they are',
  file: 'object-utils.js',
  edits: [['return Object.freeze(obj);', 'return obj;']],
}

const planted = new Map<string, Bug>()

/** What is different here: a way in, and pauses that would make each run long and show nothing more. */
const ADAPTED: readonly Bug[] = [
  {
    name: 'what a process has in memory can be forgotten',
    file: 'workers/show-card.ts',
    edits: [
      [
        'const underWay = new Map',
        'export const forgetMemory = () => underWay.clear()\nconst underWay = new Map',
      ],
    ],
  },
  {
    name: 'idle histories are read more often',
    file: 'actions/setup/plan-readings.ts',
    edits: [['const IDLE_MS = 15 * MINUTE', 'const IDLE_MS = 3 * MINUTE']],
  },
]

const copyOf = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : /[?]copy=(.*)$/.exec(url)?.[1]

registerHooks({
  resolve: (specifier, context, next) => {
    const copy = copyOf(context.parentURL)
    if (copy === undefined) return next(specifier, context)
    if (specifier === 'bullmq') return { url: STAND_IN, format: 'module-typescript', shortCircuit: true }
    const found = next(specifier, context)
    return found.url.startsWith(SRC) ? { ...found, url: `${found.url}?copy=${copy}` } : found
  },
  load: (url, context, next) => {
    const copy = copyOf(url)
    const loaded = next(url, context)
    if (FREEZING.test(url)) return { ...loaded, source: plant(String(loaded.source), FREEZE) }
    if (copy === undefined || !url.startsWith(SRC)) return loaded
    const file = fileURLToPath(url).slice(fileURLToPath(SRC).length)
    let source = String(loaded.source)
    for (const edit of [...ADAPTED, planted.get(copy)]) if (edit?.file === file) source = plant(source, edit)
    return { ...loaded, source }
  },
})

/**
 * Loads the program's modules anew, under a name of their own, with a bug planted when one is given.
 * @throws when the place of the bug isn't there any more
 */
export const loadCore = async (copy: string, bug?: Bug): Promise<Core> => {
  const name = bug === undefined ? copy : `${copy}-${bug.name.replaceAll(/[^a-z]+/gi, '-')}`
  if (bug !== undefined) planted.set(name, bug)
  return (await import(`${CORE}?copy=${name}`)) as Core
}
