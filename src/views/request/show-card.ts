import { StringSelectMenuBuilder } from '@discordjs/builders'
import { rangesOf } from '../../domain/seasons/ranges.ts'
import {
  areAllHere,
  type EpisodeStanding,
  latestSeason,
  missingSeasons,
  numberedSeasons,
  type SeasonStanding,
  type SeasonState,
  wantableSeasons,
} from '../../domain/seasons/standing.ts'
import { EMPTY_WISH, isEmptyWish, type Wish } from '../../domain/seasons/wish.ts'
import { wishText } from '../../domain/seasons/wish-text.ts'
import { refText, type Title, type TitleRef } from '../../domain/titles/title.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import {
  anyText,
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
import { episodeRow } from './episode-picker.ts'

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
  episodes: readonly EpisodeStanding[]
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

/** Which seasons stand how: "Missing: seasons 2, 3, 5". */
const stateLines = ({ standings }: ShowCardInput, say: SayText): string[] =>
  STATES.flatMap(([state, sign]) => {
    const own = standings.filter((standing) => standing.state === state).map(({ number }) => number)
    const numbers = own.filter((number) => number > 0)
    const numbered =
      numbers.length === 0
        ? ''
        : say('show.state.seasons', { count: numbers.length, list: markup(rangesOf(numbers)) })
    // Specials that nobody has are no news: most people never want them.
    const specials =
      own.includes(0) && state !== 'missing' && state !== 'not-aired' ? say('show.specials') : ''
    const list = [numbered, specials].filter((part) => part !== '').join(', ')
    return list === '' ? [] : [`${sign} ${say(`show.state.${state}`, { list: markup(list) })}`]
  })

const shortcuts = (input: ShowCardInput, say: SayText, isTyped: boolean) => {
  const { standings, ref, title, has4k } = input
  const text = refText(ref)
  const shortcut = (what: 'all' | 'missing' | 'latest', isIdle: boolean) =>
    button(ids.seasonsShortcut.make({ ref: text, what }), say(`show.${what}`), 'secondary', isIdle)
  const wantable = has4k ? numberedSeasons(standings) : wantableSeasons(standings)
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

/** Whether everything there is, and will be, is here; specials don't count. */
const isAllHere = ({ standings, title }: ShowCardInput): boolean =>
  title.ended === true && areAllHere(standings)

/** The seasons to choose from. Once all numbered ones are here, only what isn't. */
const choosable = (input: ShowCardInput): readonly SeasonStanding[] =>
  isAllHere(input) && !input.has4k ? input.standings.filter(({ state }) => state !== 'here') : input.standings

const optionsOf = (input: ShowCardInput, say: SayText) => {
  const { chosen, isPicked, title } = input
  return [
    ...choosable(input).map((standing) => ({
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
}

const seasonSelect = (input: ShowCardInput, options: ReturnType<typeof optionsOf>, say: SayText) =>
  row(
    new StringSelectMenuBuilder()
      .setCustomId(ids.pickSeasons.make({ ref: refText(input.ref) }))
      .setPlaceholder(say('show.seasons'))
      .setMinValues(0)
      .setMaxValues(options.length)
      .addOptions(options),
  )

/** What of the choice isn't here, and what is: that can be had in 4K alone. */
const partHere = ({ chosen, standings, episodes }: ShowCardInput) => {
  const season = new Set(standings.flatMap(({ number, state }) => (state === 'here' ? [number] : [])))
  const episode = new Set(
    episodes.flatMap(({ episode: number, state }) => (state === 'here' ? [number] : [])),
  )
  return {
    lacking: {
      ...chosen,
      seasons: chosen.seasons.filter((number) => !season.has(number)),
      episodes: chosen.episodes.filter((one) => !episode.has(one.episode)),
    },
    here: {
      ...EMPTY_WISH,
      seasons: chosen.seasons.filter((number) => season.has(number)),
      episodes: chosen.episodes.filter((one) => episode.has(one.episode)),
    },
  }
}

/** The parts that ask: one primary button, and one for 4K where that can be had. */
const asking = (input: ShowCardInput, say: SayText) => {
  const { chosen, has4k } = input
  const ref = refText(input.ref)
  const { lacking } = partHere(input)
  const wanted = (wish: Wish) => (isEmptyWish(wish) ? {} : { wish: wishText(wish) })
  const ask = ids.ask.make({ ref, ...wanted(lacking) })
  const ask4k = ids.ask.make({ ref, ...wanted(chosen), quality: '4k' })
  return row(
    button(ask, say('ask.request'), 'primary', isEmptyWish(lacking)),
    ...(has4k ? [button(ask4k, say('ask.4k'), 'secondary', isEmptyWish(chosen))] : []),
  )
}

/** Whether anything is left to be asked for, if only the specials. */
const isOver = (input: ShowCardInput): boolean =>
  isAllHere(input) && !input.has4k && input.standings.every(({ state }) => state === 'here')

/** What is chosen, and what of it is here already. */
const chosenText = (input: ShowCardInput, say: SayText) => {
  const { here } = partHere(input)
  const { chosen } = input
  return text(
    isEmptyWish(chosen)
      ? `**${say('show.choose')}**`
      : `**${say('show.chosen', { what: markup(wishWords(chosen, say)) })}**`,
    isEmptyWish(here) ? undefined : small(say('show.only-4k', { what: markup(wishWords(here, say)) })),
  )
}

/** What can be pressed, as far as there is anything to choose from. */
const choosing = (input: ShowCardInput, say: SayText): (Part | undefined)[] => {
  const { chosen, episodes, standings, has4k } = input
  const options = optionsOf(input, say)
  if (options.length === 0) return [text(say('show.none'))]
  // Of more seasons than a select holds, it would hide some: then they are typed.
  const isSelect = standings.length <= MOST_OPTIONS
  return [
    chosenText(input, say),
    isAllHere(input) && !has4k ? undefined : shortcuts(input, say, options.length > MOST_OPTIONS),
    isSelect ? seasonSelect(input, options.slice(0, MOST_OPTIONS), say) : undefined,
    episodeRow(input.ref, chosen, episodes, say),
    asking(input, say),
  ]
}

/** The card on which somebody chooses what of a show to ask for: how each season stands, and one thing to press. */
export const showCard = (input: ShowCardInput, say: SayText): MessageBody => {
  const { title, known, posterUrl } = input
  const picture = poster(title, posterUrl, say)
  const about = text(heading(title), factsLine(title, say))
  const here = [`${SIGNS.ready} **${say('ask.here')}**`, small(say('ask.here.why'))]
  if (isOver(input)) return message('ready', beside([about, text(...here)], picture))
  const state = anyText(
    ...(isAllHere(input) ? here : stateLines(input, say)),
    known ? undefined : small(say('show.unknown')),
  )
  return message(isAllHere(input) ? 'ready' : 'asking', [
    ...beside([about, state], picture),
    anyText(plotText(title)),
    line(),
    ...choosing(input, say),
  ])
}
