import type { APIAttachment } from 'discord-api-types/v10'
import { invalid, tooLarge } from '../rest/errors.ts'
import type { UploadedFile } from '../rest/request.ts'
import type { Service } from '../service.ts'
import type { MessageFields } from './body.ts'

/** What one file may weigh by default. */
export const FILE_LIMIT = 10 * 1024 * 1024

/** Keeps a file and gives the attachment that tells where it is. */
export const keepFile = (
  { world, host }: Service,
  channel: string,
  file: Pick<UploadedFile, 'name' | 'type' | 'bytes'>,
): APIAttachment => {
  if (file.bytes.byteLength > FILE_LIMIT) throw tooLarge()
  const id = world.newId()
  world.files.set(id, { id, name: file.name, type: file.type, bytes: file.bytes })
  const url = `http://${host()}/attachments/${channel}/${id}/${encodeURIComponent(file.name)}`
  return {
    id,
    filename: file.name,
    size: file.bytes.byteLength,
    url,
    proxy_url: url,
    content_type: file.type,
  }
}

/**
 * The attachments of a message after a request: those it had unless the request lists which stay, then the
 * uploaded ones, each described by the entry whose id is the number in `files[n]`.
 */
export const attachmentsAfter = (
  service: Service,
  channel: string,
  before: readonly APIAttachment[],
  fields: MessageFields,
  files: readonly UploadedFile[],
): APIAttachment[] => {
  const listed = fields.attachments ?? undefined
  const kept = listed ? before.filter(({ id }) => listed.some((entry) => entry.id === id)) : before
  const isKnown = (id: string) =>
    before.some((one) => one.id === id) || files.some(({ number }) => number === id)
  const stray = listed?.findIndex(({ id }) => !isKnown(id)) ?? -1
  if (stray >= 0) throw invalid(`attachments.${stray}.id`, 'Attachment data not found')
  const added = files.map((file) => {
    const entry = listed?.find(({ id }) => id === file.number)
    const attachment = keepFile(service, channel, { ...file, name: entry?.filename ?? file.name })
    return entry?.description ? { ...attachment, description: entry.description } : attachment
  })
  return [...kept, ...added]
}
