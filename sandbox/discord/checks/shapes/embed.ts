import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { charactersIn, list, maybe, text, whole } from './kit.ts'
import { pictureUrl } from './media.ts'

const { embed: limits } = LIMITS

const address = z.url({ protocol: /^https?$/, error: 'Must be an address that begins with http or https.' })
const image = z.looseObject({ url: maybe(pictureUrl) })

/** A framed text as messages had them before Components V2. */
export const embed = z.strictObject({
  type: maybe(z.string()),
  title: maybe(text(limits.title)),
  description: maybe(text(limits.description)),
  url: maybe(address),
  color: maybe(whole({ least: 0, most: 0xffffff })),
  timestamp: maybe(z.iso.datetime({ offset: true, error: 'Must be a moment in ISO 8601.' })),
  fields: maybe(
    list(
      z.strictObject({
        name: text(limits.fieldName),
        value: text(limits.fieldValue),
        inline: maybe(z.boolean()),
      }),
      limits.fields,
    ),
  ),
  author: maybe(
    z.looseObject({ name: text(limits.author), url: maybe(address), icon_url: maybe(pictureUrl) }),
  ),
  footer: maybe(z.looseObject({ text: text(limits.footer), icon_url: maybe(pictureUrl) })),
  image: maybe(image),
  thumbnail: maybe(image),
  video: maybe(z.looseObject({})),
  provider: maybe(z.looseObject({})),
})

export type Embed = z.output<typeof embed>

/** How many characters of an embed count for the limit that all embeds of a message share. */
export const embedLength = ({ title, description, fields, author, footer }: Embed): number =>
  [title, description, author?.name, footer?.text, ...(fields ?? []).flatMap((one) => [one.name, one.value])]
    .map((part) => charactersIn(part ?? ''))
    .reduce((sum, length) => sum + length, 0)
