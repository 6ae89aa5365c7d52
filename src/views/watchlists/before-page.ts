import type { Title } from '../../domain/titles/title.ts'
import { type Markup, markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { titleText } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

type Input = Readonly<{
  plexId: string
  who: Markup
  count: number
  /** The newest of them. */
  titles: readonly Pick<Title, 'name' | 'year'>[]
}>

const LONGEST_TITLE = 60

const backTo = (plexId: string, say: SayText) =>
  button(ids.watchlist.make({ plexId, filter: 'all', page: 0 }), say('watchlist.back'))

/** What asking for all that stood on a list before would mean, before it is done. */
export const beforePreview = ({ plexId, who, count, titles }: Input, say: SayText): MessageBody => {
  const head = `## ${say('before.heading')}`
  if (count === 0) return message('quiet', [text(head, say('before.nothing')), row(backTo(plexId, say))])
  const some = titles.map((title) => titleText(title, LONGEST_TITLE)).join(', ')
  const rest = count - titles.length
  const names = rest > 0 ? say('before.more', { some: markup(some), count: rest }) : `${some}.`
  return message('asking', [
    text(head, say('before.what', { count, who, names: markup(names) }), small(say('before.why'))),
    row(
      button(ids.askBeforeNow.make({ plexId, count }), say('before.now', { count }), 'primary'),
      backTo(plexId, say),
    ),
  ])
}

/** They are asked for. */
export const beforeDone = ({ plexId, count }: Pick<Input, 'plexId' | 'count'>, say: SayText): MessageBody =>
  message('coming', [
    text(say('before.done', { count }), small(say('before.done.why'))),
    row(backTo(plexId, say)),
  ])
