import { homeRelease, refText, type Title, type TitleRef } from '../../domain/titles/title.ts'
import { ids } from '../ids.ts'
import type { Accent } from '../kit/accents.ts'
import { beside, button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { mentions, moment } from '../kit/moment.ts'
import { SIGNS } from '../kit/signs.ts'
import { factsLine, heading, plotText, poster } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

/** How a title stands for the one who looks at it. */
export type Standing = Readonly<
  | { what: 'open' }
  | { what: 'here' }
  | { what: 'asked' | 'asked-by-you'; requestId: string; askers: readonly string[] }
  | { what: 'denied-before'; reason?: string }
>

type Input = Readonly<{ title: Title; ref: TitleRef; standing: Standing; now: number; posterUrl?: string }>

const stateLines = ({ standing, title, now }: Input, say: SayText): string[] => {
  switch (standing.what) {
    case 'here':
      return [`${SIGNS.ready} **${say('ask.here')}**`, small(say('ask.here.why'))]
    case 'asked-by-you':
      return [`${SIGNS.asked} **${say('ask.mine')}**`, small(say('ask.mine.why'))]
    case 'asked':
      return [
        `${SIGNS.asked} **${say('ask.asked', { askers: { markup: mentions(standing.askers) } })}**`,
        small(say('ask.asked.why')),
      ]
    case 'denied-before':
      return [
        `${SIGNS.refused} **${say('ask.denied')}**`,
        standing.reason === undefined ? '' : small(say('ask.denied.why', { reason: standing.reason })),
      ]
    case 'open': {
      const out = homeRelease(title)
      const later = out !== undefined && out > now
      return [`**${say('ask.open')}**`, later ? small(say('ask.not-out', { date: moment(out, 'D') })) : '']
    }
  }
}

const action = ({ standing, ref }: Input, say: SayText) => {
  switch (standing.what) {
    case 'open':
    case 'denied-before':
      return row(button(ids.ask.make({ ref: refText(ref) }), say('ask.request'), 'primary'))
    case 'asked':
      return row(
        button(ids.followRequest.make({ requestId: standing.requestId }), say('ask.me-too'), 'primary'),
      )
    case 'here':
    case 'asked-by-you':
      return undefined
  }
}

const accentOf = ({ standing }: Input): Accent => (standing.what === 'here' ? 'ready' : 'asking')

/** The card on which somebody decides whether to ask: one title, how it stands, one thing to press. */
export const askCard = (input: Input, say: SayText): MessageBody => {
  const { title, posterUrl } = input
  const words = text(heading(title), factsLine(title, say), ...stateLines(input, say), plotText(title))
  return message(accentOf(input), [beside(words, poster(title, posterUrl, say)), action(input, say)])
}
