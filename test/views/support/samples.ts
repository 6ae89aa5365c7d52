import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { AILMENTS } from '../../../src/domain/instances/health.ts'
import type { Refusal } from '../../../src/domain/refusals.ts'
import { type MediaRequest, STATES, TROUBLES } from '../../../src/domain/requests/request.ts'
import type { RequestView } from '../../../src/domain/requests/view.ts'
import type { Title } from '../../../src/domain/titles/title.ts'
import { changedReply, changesModal, instancePicker } from '../../../src/views/approvals/changes.ts'
import { denyModal } from '../../../src/views/approvals/deny-modal.ts'
import { approvalCard } from '../../../src/views/cards/approval-card.ts'
import { statusCard } from '../../../src/views/cards/status-card.ts'
import type { MessageBody } from '../../../src/views/kit/message.ts'
import { deniedNotice } from '../../../src/views/notices/denied-notice.ts'
import { instanceNotice, instanceWellNotice } from '../../../src/views/notices/instance-notice.ts'
import { narrowedNotice } from '../../../src/views/notices/narrowed-notice.ts'
import { readyNotice } from '../../../src/views/notices/ready-notice.ts'
import { refusedNotice } from '../../../src/views/notices/refused-notice.ts'
import { unfoundNotice } from '../../../src/views/notices/unfound-notice.ts'
import { alreadyLinkedReply, unlinkedReply } from '../../../src/views/people/link-replies.ts'
import { signInCard } from '../../../src/views/people/sign-in-card.ts'
import { busyReply, oldButtonReply, refusalReply, troubleReply } from '../../../src/views/replies.ts'
import { askCard, type Standing } from '../../../src/views/request/ask-card.ts'
import { askedCard } from '../../../src/views/request/asked-card.ts'
import { resultsPicker } from '../../../src/views/request/results-picker.ts'
import { leftReply } from '../../../src/views/requests/left.ts'
import { requestDetails } from '../../../src/views/requests/request-details.ts'
import { requestsList } from '../../../src/views/requests/requests-list.ts'
import { claimCodeModal, claimReply } from '../../../src/views/setup/claim.ts'
import { instanceModal } from '../../../src/views/setup/instance-modal.ts'
import { instancePanel, removeInstancePreview } from '../../../src/views/setup/instance-panel.ts'
import { setupPanel } from '../../../src/views/setup/setup-panel.ts'
import { sayIn } from '../../../src/views/texts/say.ts'
import { aRequest, aTitle, aView, ID, instanceInput, NOW, people, setupInput } from './build.ts'
import { showMessages, showModals } from './show-samples.ts'
import { watchMessages, watchModals } from './watch-samples.ts'

const say = sayIn('en')

const titleOf = (words: string): Title =>
  aTitle({
    name: words,
    genres: [words, words, words],
    certification: words,
    overview: words,
    releases: { physical: NOW + 1 },
  })

const viewsOf = (words: string): Record<string, RequestView> => {
  const view = (change: Partial<MediaRequest>) =>
    aView(
      {
        decidedBy: people(2)[1]?.discordId ?? '',
        decidedAt: NOW,
        reason: words,
        percent: 42,
        eta: NOW,
        ...change,
      },
      { title: titleOf(words), askers: people(20), instanceName: words },
    )
  return {
    ...Object.fromEntries(STATES.map((state) => [state, view({ state })])),
    ...Object.fromEntries(
      TROUBLES.map((code) => [code, view({ state: 'approved', trouble: { code, said: words } })]),
    ),
    traced: view({
      trace: [
        { rule: 'instance', found: words },
        { rule: words, found: words },
        { rule: 'changed-instance', found: words, by: people(1)[0]?.discordId ?? '' },
        { rule: 'changed-folder', found: words, by: people(1)[0]?.discordId ?? '' },
      ],
    }),
    bare: { request: aRequest(), title: aTitle({ name: words }, { bare: true }), askers: [] },
  }
}

const standingsOf = (reason: string): Standing[] => [
  { what: 'open' },
  { what: 'here' },
  { what: 'unknown' },
  { what: 'asked', requestId: ID, askers: people(20) },
  { what: 'asked-by-you', requestId: ID, askers: people(1) },
  { what: 'denied-before', reason },
]

const refusalsOf = (words: string): Refusal[] => [
  { code: 'nothing-found', query: words },
  { code: 'no-instance', kind: 'show' },
  { code: 'already-decided', decision: 'cancelled', at: NOW },
  { code: 'already-decided', decision: 'approved', by: people(1)[0]?.discordId ?? '', at: NOW },
  { code: 'plex-no-access', account: words, server: words },
  { code: 'plex-no-server-owned', account: words },
  { code: 'plex-other-account', account: words },
  { code: 'name-taken', name: words },
  { code: 'seasons-unclear', text: words },
  { code: 'season-unknown', season: 99, seasons: '1–3' },
  { code: 'no-own-sign-in' },
  { code: 'linked-elsewhere', account: words },
  { code: 'seconds-unclear', text: words },
  { code: 'not-set-up' },
]

const choosing = (words: string) => {
  const { instance } = instanceInput({ name: words, offers: 60 })
  const instances = setupInput({ instances: 40 }).instances
  return {
    requestId: ID,
    title: titleOf(words),
    instances: instances.map(({ id }) => ({ ...instance, id })),
    instance: { ...instance, profileId: 59, folder: `/59/${words}` },
  }
}

const requests = (words: string): [string, MessageBody][] => {
  const views = Object.entries(viewsOf(words))
  const rows = views.map(([, view], at) => ({
    ...view,
    request: { ...view.request, id: `${ID.slice(0, -1)}${'0123456789abcdefghjkmnpqrst'[at]}` },
  }))
  const list = { rows: rows.slice(4, 10), page: 9, pages: 1_000, total: 6_000, everybody: true }
  return [
    ...views.flatMap(([name, view]): [string, MessageBody][] => [
      [`approval card, ${name}`, approvalCard(view, say)],
      [`status card, ${name}`, statusCard(view, say)],
      [`asked card, ${name}`, askedCard({ view, joined: true }, say)],
      [`details, ${name}`, requestDetails({ view, mine: true, follows: true, approves: true }, say)],
      [
        `details of a follower, ${name}`,
        requestDetails({ view, mine: false, follows: true, approves: true }, say),
      ],
      [`unfound notice, ${name}`, unfoundNotice({ view, alone: true }, say)],
      [`unfound notice, kept, ${name}`, unfoundNotice({ view, alone: true, until: NOW }, say)],
      [`unfound notice in a channel, ${name}`, unfoundNotice({ view, alone: false }, say)],
      [`left, ${name}`, leftReply(view, say)],
      [`ready notice, ${name}`, readyNotice(view, say)],
      [`denied notice, ${name}`, deniedNotice(view, say)],
      [`narrowed notice, ${name}`, narrowedNotice(view, say)],
      [`refused notice, ${name}`, refusedNotice(view, say)],
    ]),
    ['instance picker', instancePicker({ ...choosing(words), chosen: ID }, say)],
    [
      'changed',
      changedReply(
        { title: titleOf(words), instance: words, profile: words, folder: words, isHeld: true },
        say,
      ),
    ],
    ['list', requestsList({ ...list, state: 'over' }, say)],
    ['list of nothing', requestsList({ ...list, rows: [], state: 'waiting' }, say)],
  ]
}

const asking = (words: string): [string, MessageBody][] => [
  ...standingsOf(words).map((standing): [string, MessageBody] => [
    `ask card, ${standing.what}`,
    askCard(
      {
        title: titleOf(words),
        ref: { kind: 'film', source: 'tmdb', value: '1' },
        standing,
        has4k: words.length % 2 === 0,
        now: NOW,
        posterUrl: 'https://image.example.org/a.jpg',
      },
      say,
    ),
  ]),
  [
    'results',
    resultsPicker(
      {
        query: words,
        candidates: Array.from({ length: 40 }, (_, at) => ({
          ref: { kind: 'show', source: 'tmdb', value: String(at) },
          name: words,
        })),
      },
      say,
    ),
  ],
]

const replies = (words: string): [string, MessageBody][] => [
  ...refusalsOf(words).map((refusal): [string, MessageBody] => [
    `refusal, ${refusal.code}`,
    refusalReply(refusal, say),
  ]),
  ['linked already', alreadyLinkedReply({ account: words }, say)],
  ['unlinked', unlinkedReply({ account: words }, say)],
  [
    'sign-in',
    signInCard({ purpose: 'member', state: 'waiting', url: 'https://plex.example', server: words }, say),
  ],
  ['signed in', signInCard({ purpose: 'member', state: 'done', account: words, server: words }, say)],
  ['signed in, owner', signInCard({ purpose: 'owner', state: 'done', account: words }, say)],
  [
    'sign-in refused',
    signInCard(
      {
        purpose: 'member',
        state: 'refused',
        refusal: { code: 'plex-no-access', account: words, server: words },
      },
      say,
    ),
  ],
  ['sign-in expired', signInCard({ purpose: 'member', state: 'expired' }, say)],
  ['old button', oldButtonReply(say)],
  ['busy', busyReply(say)],
  ['trouble', troubleReply('k7f3', say)],
]

const settingUp = (words: string): [string, MessageBody][] => [
  ['claim', claimReply(say)],
  ['set-up, begun', setupPanel(setupInput({ plex: { servers: [] } }), say)],
  ['set-up, full', setupPanel(setupInput({ name: words, instances: 40, servers: 40 }), say)],
  ['instance, new', instancePanel(instanceInput({ name: words, offers: 2 }), say)],
  ['instance, full', instancePanel(instanceInput({ name: words, offers: 60, chosen: 59 }), say)],
  [
    'instance, failed',
    instancePanel(
      { ...instanceInput({ name: words }), probe: { ok: false, why: 'another-application', detail: words } },
      say,
    ),
  ],
  [
    'instance, not reached',
    instancePanel(
      { ...instanceInput({ name: words }), probe: { ok: true, webhook: { failed: words } } },
      say,
    ),
  ],
  ...AILMENTS.flatMap((ailment): [string, MessageBody][] => {
    const ill = { ailment, said: words }
    const health = { state: 'trouble', since: NOW, ...ill } as const
    return [
      [`instance, ${ailment}`, instancePanel(instanceInput({ name: words, ill }), say)],
      [`set-up, ${ailment}`, setupPanel(setupInput({ name: words, ill }), say)],
      [`notice of ${ailment}`, instanceNotice({ name: words, health }, 1_234, say)],
    ]
  }),
  ['notice of being well', instanceWellNotice(words, 1_234, say)],
  ['removal', removeInstancePreview({ instanceId: ID, name: words, waiting: 1_234 }, say)],
]

/** Every message that there is, with `words` wherever somebody else's words stand. */
export const everyMessage = (words: string): Record<string, MessageBody> =>
  Object.fromEntries([
    ...asking(words),
    ...showMessages(words),
    ...requests(words),
    ...replies(words),
    ...settingUp(words),
    ...watchMessages(words),
  ])

/** Every modal, likewise. */
export const everyModal = (words: string): Record<string, APIModalInteractionResponseCallbackData> => ({
  deny: denyModal({ requestId: ID, title: titleOf(words), reasons: [words, `${words} `, 'Not ours.'] }, say),
  'deny, no year': denyModal(
    { requestId: ID, title: aTitle({ name: words }, { bare: true }), reasons: ['No room.', 'Not ours.'] },
    say,
  ),
  changes: changesModal(choosing(words), say),
  'add an instance': instanceModal({ kind: 'radarr' }, say),
  'change an instance': instanceModal(
    { kind: 'sonarr', instanceId: ID, values: { name: words, url: words } },
    say,
  ),
  'claim code': claimCodeModal(say),
  ...showModals(words),
  ...watchModals(),
})
