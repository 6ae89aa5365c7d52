import { parseSync } from 'oxc-parser'
import { lineAt, type SourceFile, type Violation } from './files.ts'

/** Words that a part of the project does without. */
type Rule = {
  readonly says: string
  readonly words: RegExp
  readonly applies: (path: string) => boolean
  /** Comments may use the words. */
  readonly codeOnly?: true
}

const within =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

const composes = within('src/main.ts', 'src/start')
const ground = within('src/platform')
const program = within('src')
const house = within('test/house')

const RULES: readonly Rule[] = [
  {
    says: 'only src/platform/config.ts knows the environment, and main.ts hands it over',
    words: /\bprocess\.env\b/,
    applies: (path) => program(path) && !within('src/main.ts', 'src/platform/config.ts')(path),
    codeOnly: true,
  },
  {
    says: 'time comes from the clock that is passed in',
    words:
      /\bDate\.now\b|\bnew Date(\(\)|(?!\s*\())|\bset(Timeout|Interval)\s*\(|node:timers|\bperformance\.now\b/,
    applies: (path) => program(path) && !ground(path),
    codeOnly: true,
  },
  {
    says: 'chance and ids come from what is passed in',
    words: /\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bgetRandomValues\b/,
    applies: (path) => program(path) && !ground(path) && !composes(path),
    codeOnly: true,
  },
  {
    says: 'what is to be done stands in an issue, not in the code',
    words: /\b(TODO|FIXME|XXX|HACK)\b/,
    applies: (path) => !house(path),
  },
  {
    says: 'a path of one machine means nothing on another',
    words: /(?<![\w.*})])\/(work|root|Users)\/|[A-Z]:\\Users/,
    applies: (path) => !house(path),
  },
  {
    says: 'where packages come from is for the machine to say',
    words: /registry\.npm|npmjs\.|deb\.debian\.org|"resolved":/,
    applies: (path) => !house(path),
  },
  {
    says: 'Usherr does not talk like this',
    words: /\b(successfully|please note|oops|whoops)\b/i,
    applies: within('src/views', 'src/commands', 'src/domain'),
  },
]

/** Finds words in the places that do without them. */
export const checkWords = (files: readonly SourceFile[]): Violation[] =>
  files.flatMap((file) =>
    RULES.filter(({ applies }) => applies(file.path)).flatMap(({ says, words, codeOnly }) => {
      const text = codeOnly ? withoutComments(file) : file.source
      return [...text.matchAll(new RegExp(words, `g${words.flags}`))].map((match) => ({
        file: file.path,
        line: lineAt(text, match.index),
        rule: `${match[0]}: ${says}`,
      }))
    }),
  )

const withoutComments = ({ path, source }: SourceFile): string =>
  parseSync(path, source).comments.reduce(
    (text, { start, end }) =>
      text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end),
    source,
  )
