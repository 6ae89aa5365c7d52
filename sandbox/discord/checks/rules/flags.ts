import { MessageFlags } from 'discord-api-types/v10'
import type { Breach } from '../../checks-seam.ts'

const { Ephemeral, IsComponentsV2, IsVoiceMessage, SuppressEmbeds, SuppressNotifications } = MessageFlags

const NEW = SuppressEmbeds | SuppressNotifications | IsVoiceMessage | IsComponentsV2

/** Which flags each way of writing a message may set. */
export const SETTABLE = {
  send: NEW,
  answer: NEW | Ephemeral,
  defer: Ephemeral,
  edit: SuppressEmbeds | IsComponentsV2,
} as const

const namesIn = (flags: number): string =>
  Object.entries(MessageFlags)
    .flatMap(([name, flag]) => (typeof flag === 'number' && (flags & flag) !== 0 ? [name] : []))
    .join(', ') || String(flags)

/** Flags that can't be set this way. Those that the message has already may be repeated. */
export const flagsThatFit = (
  flags: number,
  settable: number,
  before: number | undefined,
): readonly Breach[] => {
  const others = flags & ~settable & ~(before ?? 0)
  return others === 0 ? [] : [{ where: 'flags', why: `Can't be set here: ${namesIn(others)}.` }]
}

/** Once a message has it, it is there for good. */
export const keepsComponentsV2 = (
  flags: number | undefined,
  before: number | undefined,
): readonly Breach[] => {
  const had = ((before ?? 0) & IsComponentsV2) !== 0
  return had && flags !== undefined && (flags & IsComponentsV2) === 0
    ? [{ where: 'flags', why: 'IS_COMPONENTS_V2 cannot be taken off a message again.' }]
    : []
}
