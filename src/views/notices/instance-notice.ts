import type { Health } from '../../domain/instances/health.ts'
import { markup } from '../../platform/i18n.ts'
import { nameOf } from '../kit/foreign.ts'
import { type MessageBody, message, small, text } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import { ailmentText } from '../setup/instance-state.ts'
import type { SayText } from '../texts/say.ts'

type Ill = Readonly<{ name: string; health: Extract<Health, { state: 'trouble' }> }>

/** Told to the owner: what is wrong with an instance, and what to do. `waiting` requests wait for it. */
export const instanceNotice = (instance: Ill, waiting: number, say: SayText): MessageBody =>
  message('refused', [
    text(
      `### ${SIGNS.trouble} ${say('notice.instance', { what: markup(ailmentText(instance, say) ?? '') })}`,
      say(`mend.${instance.health.ailment}`),
      small(say('notice.instance.waits', { count: waiting })),
    ),
  ])

/** Told to the owner, who heard of its trouble: an instance is well again. `resumed` requests had waited for that. */
export const instanceWellNotice = (name: string, resumed: number, say: SayText): MessageBody =>
  message('ready', [
    text(
      `### ${SIGNS.done} ${say('notice.instance.well', { name: nameOf(name) })}`,
      say('notice.instance.resumed', { count: resumed }),
    ),
  ])
