import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import { type Candidate, refText } from '../../domain/titles/title.ts'
import { SIGNS } from '../kit/signs.ts'
import { plainTitle } from '../kit/title.ts'

const LONGEST = 100
const MOST = 10

/** What autocomplete offers: sign, title and year to read, the typed identity to send. */
export const choicesFor = (candidates: readonly Candidate[]): APIApplicationCommandOptionChoice<string>[] =>
  candidates.slice(0, MOST).map((candidate) => {
    const sign = `${candidate.ref.kind === 'film' ? SIGNS.film : SIGNS.show} `
    return { name: `${sign}${plainTitle(candidate, LONGEST - sign.length)}`, value: refText(candidate.ref) }
  })
