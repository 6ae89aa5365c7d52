import { escapeXml } from '../tv/xml.ts'
import type { feedBody } from './body.ts'

const tag = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

/** A feed as RSS, for who does not ask for JSON. */
export const feedXml = ({ title, description, links, items }: ReturnType<typeof feedBody>): string => {
  const entries = items.map(
    (item) =>
      `<item>${tag('title', item.title)}${tag('pubDate', item.pubDate)}${tag('link', item.link)}${(
        item.guids ?? []
      )
        .map((guid) => tag('guid', guid))
        .join('')}${tag('category', item.category)}</item>`,
  )
  const head = tag('title', title) + tag('description', description) + tag('link', links.self)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>${head}${entries.join('')}</channel></rss>\n`
}
