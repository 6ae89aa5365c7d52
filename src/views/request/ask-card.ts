import type { Asker } from '../../domain/people/asker.ts'
import { homeRelease, refText, type Title, type TitleRef } from '../../domain/titles/title.ts'
import { ids } from '../ids.ts'
import { oneLine } from '../kit/foreign.ts'
import { anyText, beside, button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { moment } from '../kit/moment.ts'
import { mentions } from '../kit/people.ts'
import { SIGNS } from '../kit/signs.ts'
import { factsLine, heading, plotText, poster } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

/** How a title stands for the one who looks at it. */
export type Standing = Readonly<
  | { what: 'open' }
  | { what: 'here' }
  /** Whether it is here could not be asked just now. */
  | { what: 'unknown' }
  | { what: 'asked' | 'asked-by-you'; requestId: string; askers: readonly Asker[] }
  | { what: 'denied-before'; reason?: string }
>

type Input = Readonly<{
  title: Title
  ref: TitleRef
  standing: Standing
  has4k: boolean
  now: number
  posterUrl?: string
}>

const stateLines = ({ standing }: Input, say: SayText): string[] => {
  switch (standing.what) {
    case 'here':
      return [`${SIGNS.ready} **${say('ask.here')}**`, small(say('ask.here.why'))]
    case 'asked-by-you':
      return [`${SIGNS.asked} **${say('ask.mine')}**`, small(say('ask.mine.why'))]
    case 'asked':
      return [
        `${SIGNS.asked} **${say('ask.asked', { askers: mentions(standing.askers, say) })}**`,
        small(say('ask.asked.why')),
      ]
    case 'denied-before':
      return [
        `${SIGNS.refused} **${say('ask.denied')}**`,
        standing.reason ? small(say('ask.denied.why', { reason: oneLine(standing.reason, 300) })) : '',
      ]
    case 'unknown':
      return [`**${say('ask.unknown')}**`, small(say('ask.unknown.why'))]
    case 'open':
      return [`**${say('ask.open')}**`]
  }
}

/** From when on it can be watched at home, while that is still to come. */
const laterLine = ({ standing, title, now }: Input, say: SayText): string | undefined => {
  const out = homeRelease(title)
  if (standing.what === 'here' || out === undefined || out <= now) return undefined
  return small(say('ask.not-out', { date: moment(out, 'D') }))
}

const action = ({ standing, ref, has4k }: Input, say: SayText) => {
  const in4k = has4k ? [button(ids.ask.make({ ref: refText(ref), quality: '4k' }), say('ask.4k'))] : []
  switch (standing.what) {
    case 'open':
    case 'unknown':
    case 'denied-before':
      return row(button(ids.ask.make({ ref: refText(ref) }), say('ask.request'), 'primary'), ...in4k)
    case 'asked':
      return row(
        button(ids.followRequest.make({ requestId: standing.requestId }), say('ask.me-too'), 'primary'),
        ...in4k,
      )
    case 'here':
    case 'asked-by-you':
      return in4k.length === 0 ? undefined : row(...in4k)
  }
}

/** The card on which somebody decides whether to ask: one title, how it stands, one thing to press. */
export const askCard = (input: Input, say: SayText): MessageBody => {
  const { title, standing, posterUrl } = input
  const about = text(heading(title), factsLine(title, say))
  const state = anyText(...stateLines(input, say), laterLine(input, say))
  return message(standing.what === 'here' ? 'ready' : 'asking', [
    ...beside([about, state], poster(title, posterUrl, say)),
    anyText(plotText(title)),
    action(input, say),
  ])
}
