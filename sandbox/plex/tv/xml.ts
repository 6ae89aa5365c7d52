type Leaf = string | number | boolean | null | undefined

const isLeaf = (value: unknown): value is Leaf => value === null || typeof value !== 'object'

/** Makes text safe inside an attribute. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const plain = (value: Leaf): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'boolean' ? String(Number(value)) : String(value)
}

/** Attributes of an element, each with a space before it; a boolean is 0 or 1, null an empty text. */
export const attributes = (values: Record<string, Leaf>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(plain(value))}"`)
    .join('')

const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/s$/, '')

const list = (name: string, items: readonly unknown[]): string =>
  items.length === 0
    ? `<${name}/>`
    : `<${name}>${items.map((item) => element(singular(name), item)).join('')}</${name}>`

const element = (name: string, value: unknown): string => {
  if (Array.isArray(value)) return list(name, value)
  if (isLeaf(value)) return `<${name} id="${escapeXml(plain(value))}"/>`
  const own = Object.entries(value as object)
  const inside = own.filter(([, part]) => !isLeaf(part)).map(([key, part]) => element(key, part))
  const leaves = attributes(
    Object.fromEntries(own.filter(([, part]) => isLeaf(part))) as Record<string, Leaf>,
  )
  return inside.length === 0 ? `<${name}${leaves}/>` : `<${name}${leaves}>${inside.join('')}</${name}>`
}

/** The XML of what is JSON otherwise: single values become attributes, lists and objects elements. */
export const toXml = (root: string, value: unknown): string => {
  // Errors are a list in an object of the same name in JSON, and the list alone in XML.
  const inner =
    value !== null && typeof value === 'object' && root in value
      ? (value as Record<string, unknown>)[root]
      : value
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, inner)}\n`
}
