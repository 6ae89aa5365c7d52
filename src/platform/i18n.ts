import { IntlMessageFormat } from 'intl-messageformat'

/** Text that is already Discord markdown of our own making (a mention, a timestamp) and must not be escaped. */
export type Markup = { readonly markup: string }

export const markup = (text: string): Markup => ({ markup: text })

export type Values = Readonly<Record<string, string | number | Markup>>

/** Texts by key, in ICU message syntax. */
export type Catalogue<Key extends string> = Readonly<Record<Key, string>>

/** Says a text in one language; every value that isn't a number or `markup` is escaped. */
export type Say<Key extends string> = (key: Key, values?: Values) => string

// Controls, format characters and line separators; joiners stay, because scripts and emoji need them.
const INVISIBLE = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const MARKDOWN = /[\\`*_~|[\]<>#]/g
// What makes a line an item of a list. Of a number it is the dot that is escaped: a digit can't be.
const LINE_START = /^(\s*\d*)([-+.])(?=\s)/gm

/**
 * Makes foreign text (titles, names, reasons) harmless in a Discord message: no mention, markdown, masked link,
 * timestamp or change of direction survives; what a reader sees stays the same.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(MARKDOWN, '\\$&')
    .replace(/@/g, '@\u200b')
    .replace(LINE_START, '$1\\$2')
    .replace(/https?:(?=\/\/)/gi, (scheme) => `${scheme}\u200b`)

/** Foreign text for places where Discord renders no markdown (labels, options, titles of modals): one line, at most `limit` characters. */
export const plain = (text: string, limit: number): string =>
  shorten(text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim(), limit)

/** Cuts at `limit` characters with an ellipsis, never inside a surrogate pair. */
export const shorten = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** A speaker for `locale` over `catalogue`. Texts are parsed once, at first use. */
export const createSay = <Key extends string>(catalogue: Catalogue<Key>, locale: string): Say<Key> => {
  const formats = new Map<Key, IntlMessageFormat>()
  return (key, values = {}) => {
    let format = formats.get(key)
    if (format === undefined) {
      format = new IntlMessageFormat(catalogue[key], locale, undefined, { ignoreTag: true })
      formats.set(key, format)
    }
    const safe = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? escapeMarkdown(value) : typeof value === 'number' ? value : value.markup,
      ]),
    )
    return String(format.format(safe))
  }
}
