import { type APIAttachment, ComponentType } from 'discord-api-types/v10'
import { invalid } from '../rest/errors.ts'
import { type Part, walk } from './parts.ts'

type Media = { url?: unknown }

const mediaOf = (part: Part): Media[] => {
  if (part.type === ComponentType.Thumbnail) return [part.media as Media]
  if (part.type === ComponentType.File) return [part.file as Media]
  if (part.type !== ComponentType.MediaGallery || !Array.isArray(part.items)) return []
  return part.items.map(({ media }: { media: Media }) => media)
}

/** Puts the real address in the place of every `attachment://name`; a name that was not uploaded is an error. */
export const resolveMedia = (parts: readonly Part[], attachments: readonly APIAttachment[]): void => {
  for (const part of walk(parts)) {
    for (const media of mediaOf(part)) {
      const url = String(media.url)
      if (!url.startsWith('attachment://')) continue
      const file = attachments.find(({ filename }) => filename === url.slice('attachment://'.length))
      if (!file) throw invalid('components', `The referenced attachment ${url} could not be found.`)
      Object.assign(media, {
        url: file.url,
        proxy_url: file.proxy_url,
        content_type: file.content_type,
        attachment_id: file.id,
      })
    }
  }
}
