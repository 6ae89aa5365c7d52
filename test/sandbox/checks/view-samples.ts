import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10'
import type { Refusal } from '../../../src/domain/refusals.ts'
import { type MediaRequest, STATES, TROUBLES } from '../../../src/domain/requests/request.ts'
import type { RequestView } from '../../../src/domain/requests/view.ts'
import type { Candidate, Title } from '../../../src/domain/titles/title.ts'
import { denyModal } from '../../../src/views/approvals/deny-modal.ts'
import { approvalCard } from '../../../src/views/cards/approval-card.ts'
import { statusCard } from '../../../src/views/cards/status-card.ts'
import type { MessageBody } from '../../../src/views/kit/message.ts'
import { deniedNotice } from '../../../src/views/notices/denied-notice.ts'
import { mentionNotice } from '../../../src/views/notices/mention-notice.ts'
import { readyNotice } from '../../../src/views/notices/ready-notice.ts'
import { refusedNotice } from '../../../src/views/notices/refused-notice.ts'
import { alreadyLinkedReply, unlinkedReply } from '../../../src/views/people/link-replies.ts'
import { signInCard } from '../../../src/views/people/sign-in-card.ts'
import { busyReply, oldButtonReply, refusalReply, troubleReply } from '../../../src/views/replies.ts'
import { askCard } from '../../../src/views/request/ask-card.ts'
import { askedCard } from '../../../src/views/request/asked-card.ts'
import { choicesFor } from '../../../src/views/request/choices.ts'
import { resultsPicker } from '../../../src/views/request/results-picker.ts'
import { requestDetails } from '../../../src/views/requests/request-details.ts'
import { requestsList } from '../../../src/views/requests/requests-list.ts'
import { whyReply } from '../../../src/views/requests/why.ts'
import { claimCodeModal, claimReply } from '../../../src/views/setup/claim.ts'
import { instanceModal } from '../../../src/views/setup/instance-modal.ts'
import { instancePanel, removeInstancePreview } from '../../../src/views/setup/instance-panel.ts'
import { setupPanel } from '../../../src/views/setup/setup-panel.ts'
import { sayIn } from '../../../src/views/texts/say.ts'

const say = sayIn('en')

/** When these messages are read. */
export const NOW = Date.parse('2026-11-21T12:00:00Z')
const HOUR = 3_600_000

const id = (letter: string) => `req${letter.repeat(26)}`
const ASKERS = ['100000000000000001', '100000000000000002', '100000000000000003', '100000000000000004']
const [ANNA = '', BELA = ''] = ASKERS

const short: Title = {
  kind: 'film',
  ids: { tmdb: '329865' },
  name: 'Arrival',
  year: 2016,
  runtimeMinutes: 116,
  genres: ['Drama', 'Science Fiction', 'Mystery'],
  certification: '12A',
  overview:
    'Twelve silent ships hang over the earth, and a linguist is fetched to find out what their crews want. She has little time, and so has everybody else. What she learns changes how she sees her own life.',
  posterPath: '/arrival.jpg',
  releases: {},
}

/** As long and as awkward as titles come. */
const long: Title = {
  ...short,
  kind: 'show',
  ids: { tvdb: '4711' },
  name: `*The* _Longest_ [Title](https://example.org) @everyone ${'and on '.repeat(40)}`,
  overview: 'A plot without an end. '.repeat(100),
  releases: { digital: NOW + 40 * 24 * HOUR },
}

const titles = {
  short,
  long,
  bare: { kind: 'film', ids: {}, name: 'Alien', genres: [], releases: {} } as Title,
}
const posterUrl = 'https://image.example.org/t/p/w500/arrival.jpg'

const request = (change: Partial<MediaRequest> = {}): MediaRequest => ({
  id: id('a'),
  titleId: 'ttl',
  kind: 'film',
  quality: 'standard',
  state: 'pending',
  version: 1,
  personId: 'per',
  trace: [
    { rule: 'instance', found: 'Radarr' },
    { rule: 'existence', found: 'absent' },
    { rule: 'approval', found: 'needed' },
  ],
  createdAt: NOW - HOUR,
  updatedAt: NOW - HOUR / 2,
  ...change,
})

const view = (change: Partial<MediaRequest> = {}, more: Partial<RequestView> = {}): RequestView => ({
  request: request(change),
  title: short,
  askers: [{ discordId: ANNA }],
  instanceName: 'Radarr',
  posterUrl,
  ...more,
})

const decided = { decidedBy: BELA, decidedAt: NOW - HOUR / 4 }

const views = (): [string, RequestView][] => [
  ...STATES.map((state): [string, RequestView] => [
    state,
    view({ state, ...(['evaluating', 'pending'].includes(state) ? {} : decided) }),
  ]),
  ...TROUBLES.map((code): [string, RequestView] => [
    code,
    view({ state: 'approved', ...decided, trouble: { code, said: 'Path is not writable' } }),
  ]),
  ['at 42 %', view({ state: 'downloading', ...decided, percent: 42, eta: NOW + 2 * HOUR })],
  ['denied with a reason', view({ state: 'denied', ...decided, reason: 'There is no room. '.repeat(100) })],
  ['long', view({}, { title: long, askers: ASKERS.map((discordId) => ({ discordId })) })],
  ['bare', { request: request(), title: titles.bare, askers: [] }],
]

const candidates = (count: number): Candidate[] =>
  Array.from({ length: count }, (_, index) => ({
    ref: { kind: index % 3 === 2 ? 'show' : 'film', source: 'tmdb', value: String(1_000 + index) },
    name: index === 1 ? long.name : `Arrival ${index + 1}`,
    ...(index === 0 ? {} : { year: 1990 + index }),
  }))

const refusals: readonly Refusal[] = [
  { code: 'not-set-up' },
  { code: 'approvers-only' },
  { code: 'nothing-found', query: 'x'.repeat(6_000) },
  { code: 'no-instance', kind: 'film' },
  { code: 'already-asked' },
  { code: 'already-decided', decision: 'approved', by: BELA, at: NOW - HOUR },
  { code: 'plex-no-access', account: 'anna_films', server: 'Den *Server*' },
  { code: 'address-invalid' },
]

const instance = (state: 'draft' | 'ready', many: number): Parameters<typeof instancePanel>[0] => ({
  instance: {
    id: id('b'),
    kind: 'radarr',
    name: 'Radarr',
    url: 'http://192.168.1.20:7878',
    state,
    appVersion: '6.0.4',
    choices: {
      profiles: Array.from({ length: many }, (_, index) => ({ id: index + 1, name: `HD-${index + 1}080p` })),
      folders: [{ path: '/films', freeBytes: 1_234_567_890_123 }, { path: `/${'long/'.repeat(60)}` }],
      tags: Array.from({ length: many - 1 }, (_, index) => ({ id: index + 1, label: `tag-${index + 1}` })),
    },
    health: { state: 'ok' },
    webhook: { state: 'ok' },
  },
  chosen: {
    ...(state === 'ready' ? { profileId: 1, folder: '/films' } : {}),
    tagIds: [],
    availability: 'released',
    seriesType: 'standard',
    seasonMonitoring: 'asked',
    quality: 'standard',
  },
  publicUrl: 'http://usherr.example.org:8765',
})

const setup = (isDone: boolean): Parameters<typeof setupPanel>[0] => ({
  home: isDone ? { adminChannel: '201', requestChannel: '202', approverRole: '301' } : {},
  plex: isDone
    ? { account: 'olga', server: { machineId: 'm1', name: 'Den Server' }, servers: [] }
    : { account: 'olga', servers: [{ machineId: 'm1', name: 'Den Server' }] },
  instances: isDone
    ? [
        { id: id('b'), kind: 'radarr', name: 'Radarr', health: { state: 'ok' }, webhook: { state: 'ok' } },
        {
          id: id('c'),
          kind: 'radarr',
          name: 'Radarr 4K',
          health: { state: 'ok' },
          webhook: { state: 'failed' },
        },
      ]
    : [],
  kinds: ['radarr', 'sonarr'],
})

const standings: Record<string, Parameters<typeof askCard>[0]['standing']> = {
  open: { what: 'open' },
  here: { what: 'here' },
  asked: { what: 'asked', requestId: id('a'), askers: ASKERS.map((discordId) => ({ discordId })) },
  'asked by you': { what: 'asked-by-you', requestId: id('a'), askers: [{ discordId: ANNA }] },
  'denied before': { what: 'denied-before', reason: 'There is no room for it.' },
}

const rows = views().map(([, one], index) => ({
  ...one,
  request: { ...one.request, id: id('abcdefghjkmnpqrstvwxyz'[index] ?? '0') },
}))

const list = (page: number, pages: number) => ({
  rows: rows.slice(0, 8),
  page,
  pages,
  total: pages * 8,
  everybody: page > 0,
})

/** Every message that the program shows, at least once, by name. */
export const messages = (): Record<string, MessageBody> => ({
  ...Object.fromEntries(
    Object.entries(standings).flatMap(([name, standing]) =>
      Object.entries(titles).map(([kind, title]) => [
        `ask card, ${name}, ${kind}`,
        askCard(
          {
            title,
            ref: { kind: title.kind, source: 'tmdb', value: '329865' },
            standing,
            has4k: name.length % 2 === 0,
            now: NOW,
            posterUrl,
          },
          say,
        ),
      ]),
    ),
  ),
  ...Object.fromEntries(
    views().flatMap(([name, one]) => [
      [`approval card, ${name}`, approvalCard(one, say)],
      [`status card, ${name}`, statusCard(one, say)],
      [`why, ${name}`, whyReply({ view: one, approves: true }, say)],
      [`details, ${name}`, requestDetails({ view: one, mine: true, follows: true, approves: true }, say)],
    ]),
  ),
  'asked card': askedCard({ view: view(), joined: false }, say),
  'asked card, joined': askedCard({ view: view({ state: 'added' }), joined: true }, say),
  'results, few': resultsPicker({ query: 'arrival', candidates: candidates(3) }, say),
  'results, many': resultsPicker({ query: 'a'.repeat(6_000), candidates: candidates(60) }, say),
  'list, first page': requestsList(list(0, 3), say),
  'list, last page': requestsList(list(2, 3), say),
  'list, empty': requestsList({ ...list(0, 1), rows: [] }, say),
  'ready notice': readyNotice(view({ state: 'available' }), say),
  'denied notice': deniedNotice(view({ state: 'denied', reason: 'There is no room for it.' }), say),
  'refused notice': refusedNotice(view({ state: 'refused' }), say),
  'notice with a mention': mentionNotice(readyNotice(view(), say), ANNA, say),
  'sign-in, waiting': signInCard(
    { purpose: 'member', state: 'waiting', url: 'https://app.plex.tv/auth#?code=1', server: 'Den Server' },
    say,
  ),
  'sign-in, done': signInCard(
    { purpose: 'member', state: 'done', account: 'anna', server: 'Den Server' },
    say,
  ),
  'sign-in, done by the owner': signInCard({ purpose: 'owner', state: 'done', account: 'olga' }, say),
  'sign-in, expired': signInCard({ purpose: 'member', state: 'expired' }, say),
  'sign-in, refused': signInCard(
    { purpose: 'member', state: 'refused', refusal: { code: 'no-plex-server' } },
    say,
  ),
  'already linked': alreadyLinkedReply({ account: 'anna' }, say),
  unlinked: unlinkedReply({ account: 'anna' }, say),
  claim: claimReply(say),
  'set-up, begun': setupPanel(setup(false), say),
  'set-up, done': setupPanel(setup(true), say),
  'instance, new': instancePanel({ ...instance('draft', 3), probe: { ok: true, webhook: 'reached' } }, say),
  'instance, in use': instancePanel(instance('ready', 40), say),
  'instance, failed': instancePanel(
    { ...instance('draft', 3), probe: { ok: false, why: 'unauthorised' } },
    say,
  ),
  'instance, webhook failed': instancePanel(
    { ...instance('ready', 3), probe: { ok: true, webhook: { failed: 'Name does not resolve' } } },
    say,
  ),
  'instance, to be removed': removeInstancePreview({ instanceId: id('b'), name: 'Radarr', waiting: 3 }, say),
  ...Object.fromEntries(refusals.map((refusal) => [`refusal, ${refusal.code}`, refusalReply(refusal, say)])),
  'old button': oldButtonReply(say),
  busy: busyReply(say),
  trouble: troubleReply('k7f3', say),
})

/** Every modal that the program opens. */
export const modals = (): Record<string, APIModalInteractionResponseCallbackData> => ({
  deny: denyModal({ requestId: id('a'), title: short, reasons: ['No room.', 'Not ours.'] }, say),
  'deny, long': denyModal({ requestId: id('a'), title: long, reasons: ['No room.', 'Not ours.'] }, say),
  'new instance': instanceModal({ kind: 'radarr' }, say),
  'changed instance': instanceModal(
    { kind: 'sonarr', instanceId: id('b'), values: { name: 'Sonarr', url: 'http://192.168.1.20:8989' } },
    say,
  ),
  'claim code': claimCodeModal(say),
})

/** What autocomplete offers. */
export const choices = (): Record<string, APIApplicationCommandOptionChoice[]> => ({
  none: choicesFor([]),
  many: choicesFor(candidates(40)),
})
