import { StringSelectMenuBuilder } from '@discordjs/builders'
import { type Candidate, refText } from '../../domain/titles/title.ts'
import { ids } from '../ids.ts'
import { oneLine } from '../kit/foreign.ts'
import { type MessageBody, message, row, small, text } from '../kit/message.ts'
import { plainTitle } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

const MOST = 25
const LONGEST = 100

const different = (candidates: readonly Candidate[]): Candidate[] => [
  ...new Map(candidates.map((candidate) => [refText(candidate.ref), candidate])).values(),
]

type Input = Readonly<{
  query: string
  candidates: readonly Candidate[]
  /** What picking one does; unsaid, it shows the card on which it is asked for. */
  id?: typeof ids.pickResult
}>

/** What a text may mean, to pick from. */
export const resultsPicker = (
  { query, candidates, id = ids.pickResult }: Input,
  say: SayText,
): MessageBody => {
  const offered = different(candidates).slice(0, MOST)
  const select = new StringSelectMenuBuilder()
    .setCustomId(id.make({}))
    .setPlaceholder(say('results.placeholder'))
    .addOptions(
      offered.map((candidate) => ({
        label: plainTitle(candidate, LONGEST),
        description: say(candidate.ref.kind === 'film' ? 'results.film' : 'results.show'),
        value: refText(candidate.ref),
      })),
    )
  return message('asking', [
    text(
      `## ${say('results.heading')}`,
      small(say('results.query', { count: offered.length, query: oneLine(query, 100) })),
    ),
    row(select),
  ])
}
