import { ComponentType } from 'discord-api-types/v10'
import type { Breach, Check } from '../../checks-seam.ts'
import { LIMITS } from '../limits.ts'
import type { Embed } from '../shapes/embed.ts'
import type { Message } from '../shapes/message.ts'
import { type Found, walk } from './walk.ts'

type Files = Parameters<Check>[0]['files']
type Address = Readonly<{ where: string; url: string | null | undefined }>
type Media = { url: string }

const inPart = ({ part, where }: Found): Address[] => {
  if ('media' in part) return [{ where: `${where}.media.url`, url: (part.media as Media).url }]
  if ('file' in part) return [{ where: `${where}.file.url`, url: (part.file as Media).url }]
  if (part.type !== ComponentType.MediaGallery || !('items' in part)) return []
  return (part.items as { media: Media }[]).map(({ media }, index) => ({
    where: `${where}.items.${index}.media.url`,
    url: media.url,
  }))
}

const inEmbed = ({ image, thumbnail, author, footer }: Embed, index: number): Address[] => [
  { where: `embeds.${index}.image.url`, url: image?.url },
  { where: `embeds.${index}.thumbnail.url`, url: thumbnail?.url },
  { where: `embeds.${index}.author.icon_url`, url: author?.icon_url },
  { where: `embeds.${index}.footer.icon_url`, url: footer?.icon_url },
]

const ATTACHED = 'attachment://'

/**
 * Files that the message speaks of must come along with it. An edit may mean files of the message as it was, which
 * can't be told from the request.
 */
export const filesAreThere = (message: Message, files: Files, isNew: boolean): Breach[] => {
  const { most } = LIMITS.message.files
  if (files.length > most)
    return [{ where: 'attachments', why: `At most ${most} files, not ${files.length}.` }]
  if (!isNew) return []
  const names = new Set([
    ...files.map(({ name }) => name),
    ...(message.attachments ?? []).map(({ filename }) => filename),
  ])
  return [
    ...[...walk(message.components ?? [], 'components')].flatMap(inPart),
    ...(message.embeds ?? []).flatMap(inEmbed),
  ]
    .filter(({ url }) => url?.startsWith(ATTACHED) && !names.has(url.slice(ATTACHED.length)))
    .map(({ where, url }) => ({ where, why: `No file of that name comes along: ${url}.` }))
}
