import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import type { SeasonStanding } from '../../../src/domain/seasons/standing.ts'
import { EMPTY_WISH, type Wish } from '../../../src/domain/seasons/wish.ts'
import type { Title } from '../../../src/domain/titles/title.ts'
import { changesModal } from '../../../src/views/approvals/changes.ts'
import { approvalCard } from '../../../src/views/cards/approval-card.ts'
import { statusCard } from '../../../src/views/cards/status-card.ts'
import type { MessageBody } from '../../../src/views/kit/message.ts'
import { episodesNotice } from '../../../src/views/notices/episodes-notice.ts'
import { episodesModal, seasonsModal } from '../../../src/views/request/seasons-modal.ts'
import { showCard } from '../../../src/views/request/show-card.ts'
import { approvalsPage } from '../../../src/views/setup/approvals-page.ts'
import { reasonsModal } from '../../../src/views/setup/reasons-modal.ts'
import { sayIn } from '../../../src/views/texts/say.ts'
import { aTitle, aView, ID, instanceInput, NOW, people } from './build.ts'

const say = sayIn('en')
const ref = { kind: 'show', source: 'tmdb', value: '9999999999' } as const
const STATES = ['here', 'partly', 'asked', 'missing', 'not-aired'] as const

const DISCORD_IDS = people(25).map(({ discordId }) => discordId)

/** A show with its specials and so many seasons. */
export const aShow = (seasons: number, change: Partial<Title> = {}): Title =>
  aTitle({
    kind: 'show',
    seasons: Array.from({ length: seasons + 1 }, (_, number) => ({ number, episodes: 24 })),
    ended: false,
    ...change,
  })

/** How its seasons stand, every state in turn. */
export const standingsOf = (title: Title): SeasonStanding[] =>
  (title.seasons ?? []).map(({ number, episodes = 0 }) => ({
    number,
    state: STATES[number % STATES.length] ?? 'missing',
    episodes,
    here: number % 3,
    firstAired: NOW,
  }))

/** Every second season, so that no two of them make a range. */
const scattered = (title: Title): Wish => ({
  seasons: (title.seasons ?? []).map(({ number }) => number).filter((number) => number % 2 === 1),
  episodes: [],
  future: true,
})

const singles = (count: number): Wish => ({
  ...EMPTY_WISH,
  episodes: Array.from({ length: count }, (_, at) => ({ season: 2_024, episode: 2 * at + 1 })),
})

const card = (title: Title, chosen: Wish, words?: string, episodes = 0): MessageBody =>
  showCard(
    {
      title,
      ref,
      standings: standingsOf(title),
      known: words !== undefined,
      chosen,
      isPicked: true,
      has4k: true,
      episodes: Array.from({ length: episodes }, (_, at) => ({
        episode: at + 1,
        state: at % 2 === 0 ? 'here' : 'missing',
        ...(words === undefined ? {} : { name: words }),
      })),
      posterUrl: 'https://image.example.org/a.jpg',
    },
    say,
  )

/** Every message about shows, with `words` wherever somebody else's words stand. */
export const showMessages = (words: string): [string, MessageBody][] => {
  const named = { name: words, overview: words, genres: [words, words] }
  const view = (seasons: number, wish: Wish) =>
    aView(
      { kind: 'show', quality: '4k', wish, have: 3, total: 900, nextAt: NOW },
      { title: aShow(seasons, named) },
    )
  const many = scattered(aShow(99))
  return [
    ...[0, 1, 23, 24, 25, 26, 99].map((seasons): [string, MessageBody] => {
      const title = aShow(seasons, named)
      return [`show card, ${seasons} seasons`, card(title, scattered(title), words)]
    }),
    ['show card, all here', card(aShow(0, { ...named, seasons: [], ended: true }), EMPTY_WISH)],
    ['show card, nothing known', card(aShow(0, { ...named, seasons: [] }), EMPTY_WISH, words)],
    ['show card, nothing chosen', card(aShow(5, named), EMPTY_WISH)],
    ['show card, a short season', card(aShow(3, named), { ...EMPTY_WISH, seasons: [2] }, words, 25)],
    ['show card, a long season', card(aShow(3, named), { ...EMPTY_WISH, seasons: [2] }, words, 26)],
    ['show card, single episodes', card(aShow(3, named), singles(20), words, 25)],
    ['approval card, many seasons', approvalCard(view(99, many), say)],
    ['status card, many episodes', statusCard(view(99, singles(140)), say)],
    [
      'episodes notice',
      episodesNotice(view(99, many), { seasons: many.seasons, episodes: singles(140).episodes }, say),
    ],
    [
      'approvals page',
      approvalsPage(
        { trustedRoles: DISCORD_IDS, trustedMembers: DISCORD_IDS, reasons: Array(25).fill(words) },
        say,
      ),
    ],
  ]
}

/** Every modal about them, likewise. */
export const showModals = (words: string): Record<string, APIModalInteractionResponseCallbackData> => {
  const title = (seasons: number) => aShow(seasons, { name: words })
  const changes = (seasons: number, wish: Wish) =>
    changesModal(
      { requestId: ID, title: title(seasons), instance: instanceInput({ name: words }).instance, wish },
      say,
    )
  return {
    seasons: seasonsModal({ ref, title: title(99), seasons: scattered(aShow(199)).seasons }, say),
    episodes: episodesModal({ ref, title: title(1), season: 9_999, count: 9_999 }, say),
    reasons: reasonsModal(Array(25).fill(words), say),
    'changes of a show': changes(24, scattered(aShow(24))),
    'changes of a long show': changes(99, scattered(aShow(199))),
    'changes of episodes': changes(3, singles(140)),
  }
}
