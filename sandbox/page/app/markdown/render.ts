import { html, type TemplateResult } from 'lit'
import type { Names } from '../../protocol.ts'
import { momentText } from '../moment.ts'
import { readBlocks } from './blocks.ts'
import type { Block, Inline, Item } from './nodes.ts'

/** Who reads: what names they see, whether the message may call everyone, and what time it is for them. */
export type Reader = { names: Names; callsEveryone: boolean; now: number }

type Rendered = TemplateResult | string

const reveal = ({ currentTarget }: Event) => Object.assign(currentTarget as object, { activated: true })

const mentionOf = (of: 'user' | 'role' | 'channel', id: string, { names }: Reader): TemplateResult => {
  const found = { user: names.users, role: names.roles, channel: names.channels }[of][id]
  if (found === undefined && of === 'channel')
    return html`<discord-mention type="locked">No Access</discord-mention>`
  return html`<discord-mention type=${of}>${found ?? (of === 'user' ? 'unknown-user' : 'deleted-role')}</discord-mention>`
}

const inline = (node: Inline, reader: Reader): Rendered => {
  switch (node.kind) {
    case 'text':
    case 'emoji':
      return node.text
    case 'code':
      return html`<discord-code>${node.text}</discord-code>`
    case 'bold':
      return html`<strong>${inlines(node.inner, reader)}</strong>`
    case 'italic':
      return html`<em>${inlines(node.inner, reader)}</em>`
    case 'underline':
      return html`<u>${inlines(node.inner, reader)}</u>`
    case 'strike':
      return html`<s>${inlines(node.inner, reader)}</s>`
    case 'spoiler':
      return html`<discord-spoiler role="button" tabindex="0" aria-label="Spoiler" @click=${reveal}
        @keydown=${reveal}>${inlines(node.inner, reader)}</discord-spoiler>`
    case 'link':
      return html`<a href=${node.url} target="_blank" rel="noreferrer">${inlines(node.inner, reader)}</a>`
    case 'mention':
      return mentionOf(node.of, node.id, reader)
    case 'command':
      return html`<discord-mention type="slash">${node.name}</discord-mention>`
    case 'everyone':
      return reader.callsEveryone
        ? html`<discord-mention type="user">${node.text.slice(1)}</discord-mention>`
        : node.text
    case 'time':
      return html`<discord-time title=${momentText(node.at, 'F', reader.now)}
        >${momentText(node.at, node.style, reader.now)}</discord-time>`
  }
}

const inlines = (nodes: readonly Inline[], reader: Reader): Rendered[] =>
  nodes.map((node) => inline(node, reader))

const item = ({ level, inner }: Item, reader: Reader) =>
  html`<li style="margin-inline-start: ${level}em">${inlines(inner, reader)}</li>`

const block = (one: Block, reader: Reader): TemplateResult => {
  switch (one.kind) {
    case 'lines':
      return html`<span class="lines">${inlines(one.inner, reader)}</span>`
    case 'small':
      return html`<discord-subscript>${inlines(one.inner, reader)}</discord-subscript>`
    case 'heading':
      return html`<discord-header level=${one.level}>${inlines(one.inner, reader)}</discord-header>`
    case 'quote':
      return html`<discord-quote>${one.blocks.map((inner) => block(inner, reader))}</discord-quote>`
    case 'list': {
      const items = one.items.map((entry) => item(entry, reader))
      const first = Number.parseInt(one.items[0]?.sign ?? '1', 10)
      return one.ordered ? html`<ol start=${first}>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'code':
      return html`<discord-code multiline>${one.text}</discord-code>`
  }
}

/** A text of Discord's markdown, drawn. Words stay words: Lit never makes elements of them. */
export const markdown = (text: string, reader: Reader): TemplateResult =>
  html`<div class="markdown">${readBlocks(text).map((one) => block(one, reader))}</div>`
