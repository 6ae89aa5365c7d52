import { nameOf } from '../kit/foreign.ts'
import { type MessageBody, message, small, text } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'

export const alreadyLinkedReply = ({ account }: { account: string }, say: SayText): MessageBody =>
  message('ready', [
    text(
      `### ${SIGNS.done} ${say('link.already', { account: nameOf(account) })}`,
      small(say('link.already.why')),
    ),
  ])

export const unlinkedReply = ({ account }: { account: string }, say: SayText): MessageBody =>
  message('quiet', [
    text(`### ${say('link.undone', { account: nameOf(account) })}`, small(say('link.undone.why'))),
  ])
