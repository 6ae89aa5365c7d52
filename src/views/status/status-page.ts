import type { OpenState } from '../../domain/requests/request.ts'
import type { ListDoubt, ListProblem, ListStanding } from '../../domain/watchlists/list-standing.ts'
import type { FeedState } from '../../domain/watchlists/trouble.ts'
import { markup } from '../../platform/i18n.ts'
import { oneLine } from '../kit/foreign.ts'
import { type MessageBody, message, small, text } from '../kit/message.ts'
import { moment } from '../kit/moment.ts'
import { SIGNS } from '../kit/signs.ts'
import { instanceLine, type ShownInstance } from '../setup/setup-panel.ts'
import type { SayText } from '../texts/say.ts'
import { problemLine, readText } from '../watchlists/standing-lines.ts'

/** How watchlists are read. */
export type WatchStatus = Readonly<{
  owner: 'none' | 'refused' | 'signed-in'
  feeds: readonly Readonly<{ kind: 'own' | 'friends'; state: FeedState; since: number }>[]
  /** Until when Plex asked to be left alone. */
  pausedUntil?: number
  read: number
  unread: readonly Readonly<{ problem: ListProblem; count: number }>[]
  doubted: readonly Readonly<{ doubt: ListDoubt; count: number }>[]
  /** When a list was last gone through whole. */
  passedAt?: number
}>

type Input = Readonly<{
  watch: WatchStatus
  instances: readonly ShownInstance[]
  waiting: readonly Readonly<{ state: OpenState | 'stuck'; count: number }>[]
  openWork: number
  program: Readonly<{ version: string; startedAt: number }>
}>

// So many of the longest words still fit in the 4,000 characters of a message, beside all the rest.
const MOST_INSTANCES = 8
const LONGEST_SAID = 60

const feedLine = ({ kind, state, since }: WatchStatus['feeds'][number], say: SayText): string =>
  `${state === 'open' ? SIGNS.done : SIGNS.waiting} ${say(`health.feed.${state}`, {
    whose: markup(say(`health.feed.${kind}`)),
    since: moment(since, 'D'),
  })}`

const watchLines = (watch: WatchStatus, say: SayText): (string | undefined)[] => {
  const { owner, feeds, pausedUntil, read, unread, doubted, passedAt } = watch
  const some = unread.map(({ problem, count }) => say(`health.list.${problem}`, { count })).join(', ')
  const others = doubted.map(({ doubt, count }) => say(`health.doubt.${doubt}`, { count })).join(', ')
  return [
    owner === 'signed-in'
      ? undefined
      : `${SIGNS.trouble} ${say(owner === 'none' ? 'health.no-owner' : 'health.owner-refused')}`,
    ...(owner === 'signed-in' ? feeds.map((feed) => feedLine(feed, say)) : []),
    pausedUntil === undefined
      ? undefined
      : `${SIGNS.waiting} ${say('health.paused', { until: moment(pausedUntil) })}`,
    [
      say('health.read', { count: read }),
      ...(passedAt === undefined ? [] : [say('health.passed', { at: moment(passedAt) })]),
    ].join(' '),
    some === '' ? undefined : say('health.unread', { some: markup(some) }),
    others === '' ? undefined : say('health.doubted', { some: markup(others) }),
  ]
}

/** How everything is, for admins: watchlists, instances, requests, and what runs here. */
export const statusPage = (input: Input, say: SayText): MessageBody => {
  const { watch, instances, waiting, openWork, program } = input
  const isIll = watch.owner !== 'signed-in' || instances.some(({ health }) => health.state === 'trouble')
  const hidden = instances.length - MOST_INSTANCES
  return message(isIll ? 'refused' : 'ready', [
    text(`## ${say('health.heading')}`),
    text(`**${say('health.watchlists')}**`, ...watchLines(watch, say)),
    text(
      `**${say('health.instances')}**`,
      instances.length === 0 ? say('health.instances.none') : undefined,
      ...instances.slice(0, MOST_INSTANCES).map((instance) => instanceLine(instance, say, LONGEST_SAID)),
      hidden > 0 ? say('setup.instance.more', { count: hidden }) : undefined,
    ),
    text(
      `**${say('health.requests')}**`,
      waiting.length === 0 ? say('health.requests.none') : undefined,
      ...waiting.map(({ state, count }) => `- ${say(`health.waiting.${state}`, { count })}`),
    ),
    text(
      small(
        [
          say('health.work', { count: openWork }),
          say('health.version', { version: oneLine(program.version, 30) }),
          say('health.since', { at: moment(program.startedAt) }),
        ].join(' · '),
      ),
    ),
  ])
}

/** What of it isn't well, as far as members notice. */
export type Ailing = 'films' | 'shows' | 'lists'

type MemberInput = Readonly<{
  ailing: readonly Ailing[]
  pausedUntil?: number
  /** How the reader's own watchlist stands, where one is known. */
  mine?: ListStanding
}>

/** Whether all is well, for members. */
export const memberStatusPage = ({ ailing, pausedUntil, mine }: MemberInput, say: SayText): MessageBody => {
  const problem = mine && problemLine(mine, say)
  const lines = [
    ...ailing.map((what) => `${SIGNS.trouble} ${say(`health.${what}`)}`),
    ...(pausedUntil === undefined
      ? []
      : [`${SIGNS.waiting} ${say('health.paused', { until: moment(pausedUntil) })}`]),
    ...(problem === undefined ? [] : [problem]),
  ]
  return message(lines.length === 0 ? 'ready' : 'waiting', [
    text(
      `## ${say('health.heading')}`,
      ...(lines.length === 0 ? [`${SIGNS.done} ${say('health.well')}`] : lines),
      mine === undefined ? undefined : small(say('health.mine', { how: markup(readText(mine, say)) })),
    ),
  ])
}
