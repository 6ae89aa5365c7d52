import type { Refusal } from '../../domain/refusals.ts'
import { nameOf } from '../kit/foreign.ts'
import { linkButton, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import { refusalText } from '../replies.ts'
import type { SayText } from '../texts/say.ts'

type Input = Readonly<{
  purpose: 'owner' | 'member'
  state: 'waiting' | 'done' | 'expired' | 'refused'
  /** Plex's sign-in page; only while waiting. */
  url?: string
  account?: string
  server?: string
  refusal?: Refusal
}>

const done = ({ purpose, account = '', server }: Input, say: SayText): MessageBody => {
  const who = { account: nameOf(account) }
  if (purpose === 'member') {
    const why = say('signin.done.member.why', { server: nameOf(server ?? 'Plex') })
    return message('ready', [text(`### ${SIGNS.done} ${say('signin.done.member', who)}`, small(why))])
  }
  const next = say(server === undefined ? 'signin.done.choose' : 'signin.done.owner.why')
  return message('ready', [text(`### ${SIGNS.done} ${say('signin.done.owner', who)}`, small(next))])
}

/** A sign-in to Plex: the link while it waits, and then how it ended, in the same place. */
export const signInCard = (input: Input, say: SayText): MessageBody => {
  const { purpose, state, url, server, refusal } = input
  switch (state) {
    case 'done':
      return done(input, say)
    case 'expired':
      return message('quiet', [text(`### ${say('signin.expired')}`, small(say('signin.expired.why')))])
    case 'refused':
      return message('refused', [
        text(`### ${SIGNS.refused} ${say('signin.refused')}`, refusal && refusalText(refusal, say)),
      ])
    case 'waiting': {
      const what =
        purpose === 'owner' ? say('signin.owner') : say('signin.member', { server: nameOf(server ?? 'Plex') })
      const kept = say(purpose === 'owner' ? 'signin.kept.owner' : 'signin.kept.member')
      const words = text(`## ${say('signin.heading')}`, what, small(kept), small(say('signin.minutes')))
      return message('asking', [
        words,
        url === undefined ? undefined : row(linkButton(url, say('signin.button'))),
      ])
    }
  }
}
