import { type APIEmbed, type APIMessage, ComponentType } from 'discord-api-types/v10'
import { isSelect, type Part, textIn, walk } from './parts.ts'
import { partsOf } from './write.ts'

const chosenByDefault = (part: Part): string[] =>
  (Array.isArray(part.options) ? part.options : []).flatMap(
    (option: { default?: boolean; label?: string }) => (option.default && option.label ? option.label : []),
  )

const seenIn = (part: Part): string[] => {
  if (part.type === ComponentType.TextDisplay) return [textIn(part, 'content')]
  if (part.type === ComponentType.Button) return [`[${textIn(part, 'label')}]`]
  if (!isSelect(part)) return []
  const chosen = chosenByDefault(part)
  return [`[${chosen.length > 0 ? chosen.join(', ') : textIn(part, 'placeholder')}]`]
}

const embedText = ({ author, title, description, fields, footer }: APIEmbed): string[] => [
  ...(author ? [author.name] : []),
  ...(title ? [title] : []),
  ...(description ? [description] : []),
  ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ...(footer ? [footer.text] : []),
]

/**
 * Everything that can be read in a message, line by line from the top: content, embeds, text displays, and in
 * brackets the labels of buttons and what selects show.
 */
export const textOf = (message: Pick<APIMessage, 'content' | 'embeds' | 'components'>): string =>
  [message.content, ...message.embeds.flatMap(embedText), ...[...walk(partsOf(message))].flatMap(seenIn)]
    .filter(Boolean)
    .join('\n')
