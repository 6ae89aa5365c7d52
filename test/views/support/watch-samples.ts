import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { OPEN_STATES } from '../../../src/domain/requests/request.ts'
import type { RequestView } from '../../../src/domain/requests/view.ts'
import type { ItemReason, ItemState } from '../../../src/domain/watchlists/item.ts'
import {
  LIST_DOUBTS,
  LIST_PROBLEMS,
  type ListStanding,
} from '../../../src/domain/watchlists/list-standing.ts'
import { MEMBER_CHANGES } from '../../../src/domain/watchlists/members.ts'
import { SHOW_PARTS } from '../../../src/domain/watchlists/settings.ts'
import { FEED_STATES } from '../../../src/domain/watchlists/trouble.ts'
import type { MessageBody } from '../../../src/views/kit/message.ts'
import { askerText } from '../../../src/views/kit/people.ts'
import { bulkDone, bulkPage, bulkPreview } from '../../../src/views/members/bulk-pages.ts'
import { defaultsPage, secondsModal } from '../../../src/views/members/defaults-page.ts'
import { memberPage } from '../../../src/views/members/member-page.ts'
import type { MemberView } from '../../../src/views/members/member-text.ts'
import { membersList } from '../../../src/views/members/members-list.ts'
import { memberStatusPage, statusPage } from '../../../src/views/status/status-page.ts'
import { sayIn } from '../../../src/views/texts/say.ts'
import { beforeDone, beforePreview } from '../../../src/views/watchlists/before-page.ts'
import { exclusionsPage } from '../../../src/views/watchlists/exclusions-page.ts'
import { itemPage } from '../../../src/views/watchlists/item-page.ts'
import type { ItemView } from '../../../src/views/watchlists/item-text.ts'
import {
  noListOfPage,
  noListPage,
  syncingReply,
  watchlistPage,
} from '../../../src/views/watchlists/watchlist-page.ts'
import { aTitle, aView, ID, NOW, people, setupInput } from './build.ts'

const say = sayIn('en')

/** Another identifier of ours each time. */
const idAt = (at: number): string => `${ID.slice(0, -1)}${'0123456789abcdefghjkmnpqrst'[at]}`
const UUID = '0123456789abcdef-0123456789abcdef-012345'

const reasonsOf = (words: string): ItemReason[] => [
  { code: 'here', server: words },
  { code: 'here' },
  { code: 'suspended' },
  { code: 'sync-off' },
  { code: 'excluded' },
  { code: 'excluded-for-all' },
  { code: 'ids-missing' },
  { code: 'no-instance', kind: 'show' },
  { code: 'not-aired' },
]

/** Something on a list of that name in each state that there is. */
export const itemsOf = (words: string): Record<string, ItemView> => {
  const title = aTitle({ name: words, genres: [words, words], overview: words })
  const view = (state: ItemState, more: Partial<ItemView['item']> = {}): ItemView => ({
    item: { id: ID, titleId: ID, state, reason: null, addedAt: NOW, goneAt: null, ...more },
    title,
    posterUrl: 'https://image.example.org/a.jpg',
  })
  const request: RequestView = aView({ state: 'denied', reason: words }, { title, askers: people(20) })
  return {
    new: view('new'),
    before: view('before'),
    asked: { ...view('asked'), request: aView({ state: 'pending' }, { title }) },
    denied: { ...view('asked'), request },
    'asked, forgotten': view('asked'),
    gone: view('skipped', { goneAt: NOW }),
    ...Object.fromEntries(
      reasonsOf(words).map((reason) => [
        `${reason.code} ${'server' in reason}`,
        view(reason.code === 'here' ? 'here' : 'skipped', { reason }),
      ]),
    ),
  }
}

const standings: ListStanding[] = [
  { by: 'feed', everyMs: 30_000, readAt: NOW },
  { by: 'look', everyMs: 600_000 },
  ...LIST_PROBLEMS.map((problem) => ({ by: 'look', everyMs: 30_000, readAt: NOW, problem }) as const),
  ...LIST_DOUBTS.map((doubt) => ({ by: 'look', everyMs: 30_000, readAt: NOW, doubt }) as const),
]

const watchlists = (words: string): [string, MessageBody][] => {
  const views = Object.entries(itemsOf(words))
  const rows = views.map(([, view], at) => ({ ...view, item: { ...view.item, id: idAt(at) } }))
  const who = askerText({ name: words })
  const list = { plexId: UUID, rows: rows.slice(0, 6), filter: 'not-asked', isAdmin: true } as const
  const many = { page: 9, pages: 1_000, all: 6_000, before: 9_999 }
  return [
    ...standings.map((standing): [string, MessageBody] => [
      `watchlist, ${standing.problem ?? standing.by}`,
      watchlistPage({ ...list, ...many, standing, who }, say),
    ]),
    ...[0, 6].map((at): [string, MessageBody] => [
      `watchlist, own, from ${at}`,
      watchlistPage(
        { ...list, ...many, rows: rows.slice(at, at + 6), standing: { by: 'feed', everyMs: 1 } },
        say,
      ),
    ]),
    [
      'watchlist, empty',
      watchlistPage(
        {
          plexId: '5',
          rows: [],
          filter: 'all',
          page: 0,
          pages: 1,
          all: 0,
          before: 0,
          isAdmin: false,
          standing: { by: 'look', everyMs: 1, problem: 'off' },
          who,
        },
        say,
      ),
    ],
    ...views.flatMap(([name, view]) =>
      [undefined, ...reasonsOf(words).slice(2, 6)].map((obstacle): [string, MessageBody] => [
        `item, ${name}, ${obstacle?.code ?? 'free'}`,
        itemPage(
          {
            view,
            mine: true,
            isAdmin: true,
            excluded: { person: obstacle?.code === 'excluded', all: obstacle?.code === 'excluded-for-all' },
            ...(obstacle === undefined ? {} : { obstacle }),
          },
          say,
        ),
      ]),
    ),
    ['no list', noListPage(say)],
    ['no list of another', noListOfPage(who, say)],
    ['looking', syncingReply(say)],
    [
      'exclusions',
      exclusionsPage(
        {
          rows: rows.slice(0, 7).map(({ title }, at) => ({
            titleId: idAt(at),
            title,
            forAll: at % 2 === 0,
            createdAt: NOW,
          })),
          page: 0,
          pages: 9,
          isAdmin: words.length % 2 === 0,
        },
        say,
      ),
    ],
    ['no exclusions', exclusionsPage({ rows: [], page: 0, pages: 1, isAdmin: true }, say)],
    ...[0, 1, 9_999].map((count): [string, MessageBody] => [
      `from before, ${count}`,
      beforePreview(
        { plexId: UUID, who, count, titles: rows.slice(0, Math.min(count, 10)).map(({ title }) => title) },
        say,
      ),
    ]),
    ['from before, done', beforeDone({ plexId: UUID, count: 3 }, say)],
  ]
}

const aMember = (username: string, more: Partial<MemberView> = {}): MemberView => ({
  plexId: UUID,
  username,
  relation: 'friend',
  discordIds: people(5).map(({ discordId }) => discordId),
  isSynced: true,
  needsApproval: true,
  suspendedAt: null,
  isRefused: false,
  isHidden: false,
  hasList: true,
  ...more,
})

const membersOf = (words: string): MemberView[] =>
  [
    {},
    { discordIds: [], needsApproval: false },
    { isSynced: false },
    { suspendedAt: NOW },
    { isRefused: true },
    { isHidden: true },
    { hasList: false, relation: null },
  ].map((more, at) => aMember(words, { ...more, plexId: String(at) }))

const members = (words: string): [string, MessageBody][] => {
  const shown = { members: 'not-linked', find: 'x'.repeat(24) } as const
  const crowd = Array.from({ length: 2_000 }, () => ({ username: words }))
  return [
    ['members', membersList({ rows: membersOf(words), shown, page: 3, pages: 900, total: 6_300 }, say)],
    ['no members', membersList({ rows: [], shown, page: 0, pages: 1, total: 0 }, say)],
    [
      'no members at all',
      membersList({ rows: [], shown: { members: 'all' }, page: 0, pages: 1, total: 0 }, say),
    ],
    ...membersOf(words).map((member, at): [string, MessageBody] => [
      `member ${at}`,
      memberPage(
        {
          member,
          title: words,
          counts: at % 2 === 0 ? {} : { new: 1, before: 2, asked: 3, here: 4, skipped: 5 },
          ...(standings[at] === undefined ? {} : { standing: standings[at] }),
        },
        say,
      ),
    ]),
    ...SHOW_PARTS.map((shows): [string, MessageBody] => [
      `defaults, ${shows}`,
      defaultsPage(
        {
          newcomersSync: shows === 'all',
          newcomersNeedApproval: shows === 'all',
          shows,
          everySeconds: 3_600,
        },
        say,
      ),
    ]),
    ['change all', bulkPage({ shown, people: crowd }, say)],
    ['change one', bulkPage({ shown: { members: 'all' }, people: crowd.slice(0, 1) }, say)],
    ...MEMBER_CHANGES.flatMap((choice): [string, MessageBody][] => [
      [`preview of ${choice}`, bulkPreview({ shown, people: crowd, choice }, say)],
      [`${choice}, done`, bulkDone({ shown, count: 2_000, choice }, say)],
    ]),
  ]
}

const states = (words: string): [string, MessageBody][] => {
  const { instances } = setupInput({ name: words, instances: 40, ill: { ailment: 'too-old', said: words } })
  const full = {
    instances,
    waiting: [...OPEN_STATES, 'stuck' as const].map((state) => ({ state, count: 1_234 })),
    openWork: 99_999,
    program: { version: words, startedAt: NOW },
  }
  return [
    ...FEED_STATES.map((state): [string, MessageBody] => [
      `status, feed ${state}`,
      statusPage(
        {
          ...full,
          watch: {
            owner: 'signed-in',
            feeds: [
              { kind: 'own', state, since: NOW },
              { kind: 'friends', state, since: NOW },
            ],
            pausedUntil: NOW,
            read: 40,
            unread: LIST_PROBLEMS.map((problem) => ({ problem, count: 1_000 })),
            doubted: LIST_DOUBTS.map((doubt) => ({ doubt, count: 1_000 })),
            passedAt: NOW,
          },
        },
        say,
      ),
    ]),
    ...(['none', 'refused'] as const).map((owner): [string, MessageBody] => [
      `status, owner ${owner}`,
      statusPage(
        {
          watch: { owner, feeds: [], read: 0, unread: [], doubted: [] },
          instances: [],
          waiting: [],
          openWork: 0,
          program: full.program,
        },
        say,
      ),
    ]),
    ['status for members, well', memberStatusPage({ ailing: [] }, say)],
    ...standings.map((mine): [string, MessageBody] => [
      `status for members, ${mine.problem ?? mine.by}`,
      memberStatusPage({ ailing: ['films', 'shows', 'lists'], pausedUntil: NOW, mine }, say),
    ]),
  ]
}

/** Every message of watchlists, of the people whose they are, and of how it all is. */
export const watchMessages = (words: string): [string, MessageBody][] => [
  ...watchlists(words),
  ...members(words),
  ...states(words),
]

export const watchModals = (): Record<string, APIModalInteractionResponseCallbackData> => ({
  'how often': secondsModal(3_600, say),
})
