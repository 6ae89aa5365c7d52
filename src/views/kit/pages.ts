import type { SayText } from '../texts/say.ts'
import { button, row } from './message.ts'

/** The buttons of a list's neighbouring pages; nothing where there is one page only. `to` makes the id of a page. */
export const turnRow = (
  { page, pages }: Readonly<{ page: number; pages: number }>,
  to: (page: number) => string,
  say: SayText,
) => {
  if (pages < 2) return undefined
  const isFirst = page === 0
  const isLast = page >= pages - 1
  return row(
    // Two buttons of one message need different ids, also where one of them leads nowhere.
    button(to(isFirst ? pages : Math.min(page, pages) - 1), say('list.previous'), 'secondary', isFirst),
    button(to(page + 1), say('list.next'), 'secondary', isLast),
  )
}
