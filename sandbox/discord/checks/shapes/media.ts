import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { keeping, maybe, type Rule, text } from './kit.ts'

/** What Discord adds when it shows a picture, and ignores when it is sent back. */
const added = {
  proxy_url: maybe(z.string()),
  width: maybe(z.number()),
  height: maybe(z.number()),
  placeholder: maybe(z.string()),
  placeholder_version: maybe(z.number()),
  content_type: maybe(z.string()),
  flags: maybe(z.number()),
  attachment_id: maybe(z.string()),
}

const url = text(LIMITS.media.url)

const isFound =
  (schemes: RegExp, said: string): Rule<string> =>
  (value) =>
    schemes.test(value) && URL.canParse(value) ? [] : [{ where: '', why: `Must be ${said}.` }]

/** The address of a picture: on the web, or a file of the same message. */
export const pictureUrl = keeping(
  url,
  isFound(/^(?:https?|attachment):\/\//, 'an address that begins with http, https or attachment'),
)

export const picture = z.strictObject({ url: pictureUrl, ...added })

/** A file of the same message. */
export const uploaded = z.strictObject({
  url: keeping(url, isFound(/^attachment:\/\//, 'the address of an uploaded file: attachment://name')),
  ...added,
})
