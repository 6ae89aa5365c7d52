import { ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10'
import { html, nothing, type TemplateResult } from 'lit'
import type { Fills, FormPart } from '../../protocol.ts'
import { choose, press } from '../deeds.ts'
import { markdown, type Reader } from '../markdown/render.ts'
import { state } from '../store.ts'
import { optionsOf } from './options.ts'

/** The message that the parts belong to, and who reads it. */
type Around = { message: string; fills: Fills; reader: Reader }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const record = (value: unknown): Record<string, unknown> => (value ?? {}) as Record<string, unknown>
const isWaiting = (message: string, id: string): boolean => state.waiting.has(`${message} ${id}`)

const button = (part: FormPart, { message }: Around): TemplateResult => {
  const id = text(part.custom_id)
  return html`<sandbox-button
    .look=${Number(part.style)}
    .label=${text(part.label)}
    .emoji=${text(record(part.emoji).name)}
    .url=${text(part.url)}
    ?disabled=${part.disabled === true}
    ?waiting=${id !== '' && isWaiting(message, id)}
    @click=${() => (id === '' || part.disabled === true ? undefined : press(message, id))}
  ></sandbox-button>`
}

const select = (part: FormPart, { message, fills }: Around): TemplateResult => {
  const id = text(part.custom_id)
  return html`<sandbox-select
    .options=${optionsOf(part, fills[id])}
    .placeholder=${text(part.placeholder) || 'Make a selection'}
    .least=${Number(part.min_values ?? 1)}
    .most=${Number(part.max_values ?? 1)}
    ?disabled=${part.disabled === true}
    ?waiting=${isWaiting(message, id)}
    @chosen=${(event: CustomEvent<readonly string[]>) => choose(message, id, event.detail)}
  ></sandbox-select>`
}

const picture = (item: Record<string, unknown>): TemplateResult =>
  html`<sandbox-picture
    .url=${text(record(item.media).url)}
    .alt=${text(item.description)}
    ?spoiler=${item.spoiler === true}
  ></sandbox-picture>`

const thumbnail = (part: FormPart): TemplateResult =>
  html`<sandbox-picture
    slot="accessory"
    class="thumbnail"
    .url=${text(record(part.media).url)}
    .alt=${text(part.description)}
    ?spoiler=${part.spoiler === true}
  ></sandbox-picture>`

const accessory = (part: FormPart, around: Around): TemplateResult =>
  part.type === ComponentType.Thumbnail
    ? thumbnail(part)
    : html`<div slot="accessory">${button(part, around)}</div>`

const gallery = (part: FormPart): TemplateResult => {
  const items = Array.isArray(part.items) ? part.items : []
  return html`<sandbox-gallery count=${items.length}>${items.map(picture)}</sandbox-gallery>`
}

const file = (part: FormPart): TemplateResult =>
  html`<discord-file-attachment .name=${text(part.name)} .bytes=${Number(part.size ?? 0)} .bytesUnit=${'bytes'}>
  </discord-file-attachment>`

const container = (part: FormPart, around: Around): TemplateResult =>
  html`<sandbox-container
    .accent=${typeof part.accent_color === 'number' ? part.accent_color : undefined}
    ?spoiler=${part.spoiler === true}
    >${parts(part.components ?? [], around)}</sandbox-container
  >`

const draw = (part: FormPart, around: Around): TemplateResult | typeof nothing => {
  switch (part.type) {
    case ComponentType.ActionRow:
      return html`<sandbox-row>${parts(part.components ?? [], around)}</sandbox-row>`
    case ComponentType.Button:
      return button(part, around)
    case ComponentType.TextDisplay:
      return markdown(text(part.content), around.reader)
    case ComponentType.Section: {
      const beside = record(part.accessory) as FormPart
      return html`<sandbox-section
        >${parts(part.components ?? [], around)}${accessory(beside, around)}</sandbox-section
      >`
    }
    case ComponentType.MediaGallery:
      return gallery(part)
    case ComponentType.File:
      return file(part)
    case ComponentType.Separator: {
      const isLarge = part.spacing === SeparatorSpacingSize.Large
      return html`<sandbox-separator ?plain=${part.divider === false} ?large=${isLarge}></sandbox-separator>`
    }
    case ComponentType.Container:
      return container(part, around)
    default:
      return 'custom_id' in part ? select(part, around) : nothing
  }
}

/** The components of a message, old and new, from top to bottom. */
export const parts = (all: readonly FormPart[], around: Around): (TemplateResult | typeof nothing)[] =>
  all.map((part) => draw(part, around))
