import { StringSelectMenuBuilder } from '@discordjs/builders'
import { rangesOf } from '../../domain/seasons/ranges.ts'
import {
  latestSeason,
  missingSeasons,
  type SeasonStanding,
  type SeasonState,
  wantableSeasons,
} from '../../domain/seasons/standing.ts'
import { isEmptyWish, type Wish } from '../../domain/seasons/wish.ts'
import { wishText } from '../../domain/seasons/wish-text.ts'
import { refText, type Title, type TitleRef } from '../../domain/titles/title.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import {
  beside,
  button,
  line,
  type MessageBody,
  message,
  type Part,
  row,
  small,
  text,
} from '../kit/message.ts'
import { MOST_OPTIONS } from '../kit/options.ts'
import { wishWords } from '../kit/seasons.ts'
import { SIGNS } from '../kit/signs.ts'
import { factsLine, heading, plotText, poster } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'
import { type Episode, episodeRow } from './episode-picker.ts'

export type ShowCardInput = Readonly<{
  title: Title
  ref: TitleRef
  standings: readonly SeasonStanding[]
  /** Whether the instance could be asked what of it is here. */
  known: boolean
  chosen: Wish
  /**
   * Whether it was chosen in the select, which then shows it. What a shortcut chose is not marked there: whoever wants
   * one season of it would have to take all others out.
   */
  isPicked: boolean
  /** Of the one season that is chosen: its episodes. */
  episodes?: readonly Episode[]
  /** Whether there is an instance for copies in 4K. */
  has4k: boolean
  posterUrl?: string
}>

const STATES: readonly (readonly [SeasonState, string])[] = [
  ['here', SIGNS.ready],
  ['partly', SIGNS.coming],
  ['asked', SIGNS.asked],
  ['missing', SIGNS.open],
  ['not-aired', SIGNS.waiting],
]

/** Which seasons stand how: "Missing: 2–3, 5". */
const stateLines = ({ standings }: ShowCardInput, say: SayText): string[] =>
  STATES.flatMap(([state, sign]) => {
    const own = standings.filter((standing) => standing.state === state).map(({ number }) => number)
    const numbered = rangesOf(own.filter((number) => number > 0))
    // Specials that nobody has are no news: most people never want them.
    const specials =
      own.includes(0) && state !== 'missing' && state !== 'not-aired' ? say('show.specials') : ''
    const list = [numbered, specials].filter((part) => part !== '').join(', ')
    return list === '' ? [] : [`${sign} ${say(`show.state.${state}`, { list: markup(list) })}`]
  })

const shortcuts = ({ standings, ref, title }: ShowCardInput, say: SayText, isTyped: boolean) => {
  const text = refText(ref)
  const shortcut = (what: 'all' | 'missing' | 'latest', isIdle: boolean) =>
    button(ids.seasonsShortcut.make({ ref: text, what }), say(`show.${what}`), 'secondary', isIdle)
  const wantable = wantableSeasons(standings)
  const latest = latestSeason(standings)
  return row(
    shortcut('all', wantable.length === 0 && title.ended === true),
    shortcut('missing', missingSeasons(standings).length === 0),
    shortcut('latest', latest === undefined || !wantable.includes(latest)),
    ...(isTyped ? [button(ids.typeSeasons.make({ ref: text }), say('show.type'))] : []),
  )
}

const describe = ({ state, episodes = 0, here }: SeasonStanding, say: SayText): string =>
  say(`show.one.${state}`, { episodes, here })

const optionsOf = ({ standings, chosen, isPicked, title }: ShowCardInput, say: SayText) => [
  ...standings.map((standing) => ({
    label: say('show.season', { season: standing.number }),
    value: String(standing.number),
    description: describe(standing, say),
    default: isPicked && chosen.seasons.includes(standing.number),
  })),
  ...(title.ended === true
    ? []
    : [
        {
          label: say('show.later'),
          value: 'later',
          description: say('show.later.why'),
          default: isPicked && chosen.future,
        },
      ]),
]

const seasonSelect = (input: ShowCardInput, options: ReturnType<typeof optionsOf>, say: SayText) =>
  row(
    new StringSelectMenuBuilder()
      .setCustomId(ids.pickSeasons.make({ ref: refText(input.ref) }))
      .setPlaceholder(say('show.seasons'))
      .setMinValues(0)
      .setMaxValues(options.length)
      .addOptions(options),
  )

/** The parts that ask: one primary button, and one for 4K where that can be had. */
const asking = ({ chosen, ref, has4k }: ShowCardInput, say: SayText) => {
  const isIdle = isEmptyWish(chosen)
  const wanted = { ref: refText(ref), ...(isIdle ? {} : { wish: wishText(chosen) }) }
  return row(
    button(ids.ask.make(wanted), say('ask.request'), 'primary', isIdle),
    ...(has4k
      ? [button(ids.ask.make({ ...wanted, quality: '4k' }), say('ask.4k'), 'secondary', isIdle)]
      : []),
  )
}

/** Whether everything there is, and will be, is here. */
const isAllHere = ({ standings, title }: ShowCardInput): boolean =>
  title.ended === true && standings.every(({ number, state }) => number === 0 || state === 'here')

/** The card on which somebody chooses what of a show to ask for: how each season stands, and one thing to press. */
export const showCard = (input: ShowCardInput, say: SayText): MessageBody => {
  const { title, chosen, known, posterUrl, episodes } = input
  if (isAllHere(input)) {
    const here = text(
      heading(title),
      factsLine(title, say),
      `${SIGNS.ready} **${say('ask.here')}**`,
      small(say('ask.here.why')),
    )
    return message('ready', [beside(here, poster(title, posterUrl, say))])
  }
  const options = optionsOf(input, say)
  const isTyped = options.length > MOST_OPTIONS
  // Of more seasons than a select holds, it would hide some: then they are typed.
  const isSelect = input.standings.length <= MOST_OPTIONS
  const what = isEmptyWish(chosen)
    ? say('show.choose')
    : say('show.chosen', { what: markup(wishWords(chosen, say)) })
  const parts: (Part | undefined)[] = [
    beside(
      text(
        heading(title),
        factsLine(title, say),
        ...stateLines(input, say),
        known ? undefined : small(say('show.unknown')),
        plotText(title),
      ),
      poster(title, posterUrl, say),
    ),
    line(),
    text(`**${what}**`),
    shortcuts(input, say, isTyped),
    isSelect ? seasonSelect(input, options.slice(0, MOST_OPTIONS), say) : undefined,
    episodes === undefined ? undefined : episodeRow(input.ref, chosen, episodes, say),
    asking(input, say),
  ]
  return message('asking', parts)
}
