import { MessageFlags } from 'discord-api-types/v10'
import { emptyMessage, invalid } from '../rest/errors.ts'
import type { MessageFields } from './body.ts'

const LEGACY = ['content', 'embeds', 'poll', 'sticker_ids'] as const

const isThere = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value))

/** The rules of Components V2: once on it stays on, and it leaves no room for what came before it. */
export const keepComponentsRules = (fields: MessageFields, flagsBefore: number): void => {
  const was = (flagsBefore & MessageFlags.IsComponentsV2) !== 0
  const asked = fields.flags ?? undefined
  const is = asked === undefined ? was : (asked & MessageFlags.IsComponentsV2) !== 0
  if (was && !is) throw invalid('flags', 'The IS_COMPONENTS_V2 flag cannot be removed from a message.')
  const legacy = LEGACY.find((name) => is && isThere(fields[name]))
  if (legacy) {
    throw invalid(legacy, `The '${legacy}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`)
  }
}

type Substance = { content: string; embeds: unknown[]; components?: unknown[]; attachments: unknown[] }

/** A message must have something in it. */
export const keepSubstance = (message: Substance, fields: MessageFields): void => {
  const { content, embeds, components, attachments } = message
  const extra = isThere(fields.poll) || isThere(fields.sticker_ids)
  if (!extra && ![content, embeds, components, attachments].some(isThere)) throw emptyMessage()
}
