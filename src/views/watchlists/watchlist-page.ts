import type { ItemFilter } from '../../domain/watchlists/item.ts'
import type { ListStanding } from '../../domain/watchlists/list-standing.ts'
import type { Markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import {
  anyText,
  button,
  line,
  type MessageBody,
  message,
  row,
  small,
  text,
  withButton,
} from '../kit/message.ts'
import { turnRow } from '../kit/pages.ts'
import { titleText } from '../kit/title.ts'
import { signInRow } from '../replies.ts'
import type { SayText } from '../texts/say.ts'
import { type ItemView, itemSign, itemWhy, itemWord } from './item-text.ts'
import { problemLine, readText } from './standing-lines.ts'

type Input = Readonly<{
  plexId: string
  /** Whose it is, when it isn't the reader's own. */
  who?: Markup
  rows: readonly ItemView[]
  filter: ItemFilter
  /** Counted from 0. */
  page: number
  pages: number
  /** How many things stand on it, whatever the filter. */
  all: number
  /** How many stood there before it was first read. */
  before: number
  standing: ListStanding
  /** Whether the reader may ask for what stood there before. */
  isAdmin: boolean
}>

const LONGEST_TITLE = 80
const LONGEST_REASON = 80

const rowOf = (view: ItemView, say: SayText) =>
  withButton(
    text(
      `**${titleText(view.title, LONGEST_TITLE)}**`,
      small(`${itemSign(view)} ${itemWord(view, say)} · ${itemWhy(view, say, LONGEST_REASON)}`),
    ),
    button(ids.openItem.make({ itemId: view.item.id }), say('list.open')),
  )

const buttonsOf = ({ plexId, before, isAdmin, standing, who }: Input, say: SayText) => {
  const isRead = standing.problem !== 'off' && standing.problem !== 'suspended'
  const buttons = [
    ...(isRead ? [button(ids.syncNow.make({ plexId }), say('watchlist.sync'))] : []),
    ...(who === undefined ? [button(ids.showExclusions.make({}), say('watchlist.exclusions'))] : []),
    ...(isRead && isAdmin && before > 0
      ? [button(ids.askBefore.make({ plexId }), say('watchlist.ask-before', { count: before }))]
      : []),
  ]
  return buttons.length === 0 ? undefined : row(...buttons)
}

/** A page of somebody's watchlist: each title with its state and the reason, one button each. */
export const watchlistPage = (input: Input, say: SayText): MessageBody => {
  const { plexId, who, rows, filter, page, pages, all, standing } = input
  const turnTo = (target: number) => ids.watchlist.make({ plexId, filter, page: target })
  const head = text(
    `## ${who === undefined ? say('watchlist.heading') : say('watchlist.heading.member', { who })}`,
    small([say('watchlist.titles', { count: all }), readText(standing, say)].join(' · ')),
    problemLine(standing, say),
  )
  const footer = [
    say('watchlist.page', { page: page + 1, pages }),
    filter === 'all' ? undefined : say(`watchlist.only.${filter}`),
  ]
  return message('quiet', [
    head,
    ...(rows.length === 0
      ? [text(say(filter === 'all' ? 'watchlist.empty' : `watchlist.empty.${filter}`))]
      : rows.map((view) => rowOf(view, say))),
    line(),
    anyText(small(footer.filter((part) => part !== undefined).join(' · '))),
    turnRow({ page, pages }, turnTo, say),
    buttonsOf(input, say),
  ])
}

/** Nobody's Plex account is known: what a watchlist does here, and how it begins. */
export const noListPage = (say: SayText): MessageBody =>
  message('asking', [
    text(`## ${say('watchlist.heading')}`, say('watchlist.none'), say('watchlist.none.why')),
    signInRow(say),
  ])

/** The same, of another member. */
export const noListOfPage = (who: Markup, say: SayText): MessageBody =>
  message('quiet', [text(say('watchlist.none.member', { who }))])

/** A list is looked at now. */
export const syncingReply = (say: SayText): MessageBody => message('coming', [text(say('watchlist.syncing'))])
