import { MessageFlags } from 'discord-api-types/v10'
import type { Breach, Check } from '../../checks-seam.ts'
import { LIMITS } from '../limits.ts'
import { embedLength } from '../shapes/embed.ts'
import type { Message } from '../shapes/message.ts'
import { componentRules } from './components.ts'
import { filesAreThere } from './files.ts'
import { flagsThatFit, keepsComponentsV2, SETTABLE } from './flags.ts'

type Request = Pick<Parameters<Check>[0], 'files' | 'original'>

/** How a message is written: into a channel, as an answer to somebody, or over one that is there. */
export type Way = 'send' | 'answer' | 'edit'

const embedsInAll = ({ embeds }: Message): Breach[] => {
  const { textInAll } = LIMITS.embed
  const length = (embeds ?? []).reduce((sum, one) => sum + embedLength(one), 0)
  return length > textInAll
    ? [{ where: 'embeds', why: `At most ${textInAll} characters over all embeds, but has ${length}.` }]
    : []
}

const hasSubstance = (message: Message, { files }: Request, isV2: boolean): Breach[] => {
  const { content, embeds, components, poll, sticker_ids, message_reference } = message
  const forwards = message_reference?.type === 1
  const old = [content?.trim(), embeds?.length, files.length, poll, sticker_ids?.length]
  return components?.length || forwards || (!isV2 && old.some(Boolean))
    ? []
    : [{ where: '', why: 'Cannot send an empty message (Discord’s own code for this is 50006).' }]
}

/** What holds for a whole message, once each part of it is as it should be. */
export const messageRules = (message: Message, request: Request, way: Way): Breach[] => {
  const flags = message.flags ?? undefined
  const before = way === 'edit' ? request.original?.flags : undefined
  const isV2 = (((flags ?? 0) | (before ?? 0)) & MessageFlags.IsComponentsV2) !== 0
  return [
    ...flagsThatFit(flags ?? 0, SETTABLE[way], before),
    ...keepsComponentsV2(flags, before),
    ...componentRules(message, isV2),
    ...embedsInAll(message),
    ...filesAreThere(message, request.files, way !== 'edit'),
    ...(way === 'edit' ? [] : hasSubstance(message, request, isV2)),
  ]
}
