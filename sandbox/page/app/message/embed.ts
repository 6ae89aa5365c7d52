import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10'
import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { markdown, type Reader } from '../markdown/render.ts'
import { writtenText } from '../moment.ts'
import { pictureUrl } from '../picture.ts'

const proxied = (media: { url: string } | undefined): string | undefined => media && pictureUrl(media.url)

const IN_A_ROW = 3

/** Inline fields stand three in a row; any other begins a new one. */
const columns = (fields: readonly APIEmbedField[]): (number | undefined)[] => {
  let column = 0
  return fields.map(({ inline }) => {
    column = inline ? (column % IN_A_ROW) + 1 : 0
    return inline ? column : undefined
  })
}

const fieldsOf = (fields: readonly APIEmbedField[], reader: Reader): TemplateResult => {
  const places = columns(fields)
  return html`<discord-embed-fields slot="fields"
    >${fields.map(
      ({ name, value }, index) =>
        html`<discord-embed-field
          .fieldTitle=${name}
          ?inline=${places[index] !== undefined}
          inline-index=${ifDefined(places[index])}
          >${markdown(value, reader)}</discord-embed-field
        >`,
    )}</discord-embed-fields
  >`
}

/** An embed, in the library's elements. */
export const embed = (one: APIEmbed, reader: Reader): TemplateResult => {
  const { title, url, color, author, description, fields, footer, timestamp, image, thumbnail } = one
  const when = timestamp && writtenText(Date.parse(timestamp), reader.now)
  return html`<discord-embed
    slot="embeds"
    .embedTitle=${title}
    .url=${url}
    .color=${color === undefined ? undefined : `#${color.toString(16).padStart(6, '0')}`}
    .authorName=${author?.name}
    .authorUrl=${author?.url}
    .image=${proxied(image)}
    .thumbnail=${proxied(thumbnail)}
  >
    ${
      description
        ? html`<discord-embed-description slot="description"
            >${markdown(description, reader)}</discord-embed-description
          >`
        : nothing
    }
    ${fields?.length ? fieldsOf(fields, reader) : nothing}
    ${
      footer || when
        ? html`<discord-embed-footer slot="footer"
            >${[footer?.text, when].filter(Boolean).join(' • ')}</discord-embed-footer
          >`
        : nothing
    }
  </discord-embed>`
}
