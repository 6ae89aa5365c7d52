import type { ChannelTrouble, Place } from '../../domain/home/channel.ts'
import { markup } from '../../platform/i18n.ts'
import { type MessageBody, message, small, text } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'

/** Told to the owner: a channel that Usherr writes in was deleted, or closed to it. */
export const channelNotice = (
  { place, id, trouble }: Readonly<{ place: Place; id: string; trouble: ChannelTrouble }>,
  say: SayText,
): MessageBody =>
  message('refused', [
    text(
      `### ${SIGNS.trouble} ${say(`notice.channel.${place}`)}`,
      say(`notice.channel.${trouble}`, { channel: markup(`<#${id}>`) }),
      small(say('notice.channel.waits')),
    ),
  ])
