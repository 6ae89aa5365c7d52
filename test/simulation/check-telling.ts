import { asksFor } from '../../src/domain/seasons/wish.ts'
import { cardMarks } from './check-cards.ts'
import { dmOf, type Message } from './discord.ts'
import type { House } from './house.ts'
import { type RequestRow, requestRows } from './rows.ts'
import { CHANNELS, OWNER } from './setting.ts'
import { violate, type World } from './world.ts'

type Delivery = Readonly<{
  id: string
  kind: string
  subject: string
  discordId: string
  state: string
  detail: string
}>

type Follower = Readonly<{ discordId: string; since: number }>

const NEWS = ['request.available', 'request.denied', 'request.refused'] as const

/** News of channels and instances, which may be over before they are told. */
const isForOwner = (kind: string): boolean => !kind.startsWith('request.') && !kind.startsWith('episodes.')

/** How long before it was written down what was there may have been looked at. */
const LOOKED_MS = 30_000
/** So near to each other two moments are the same, be they told by different clocks. */
const SOON_MS = 600_000

const followersOf = ({ ledger }: World, id: string): readonly Follower[] =>
  ledger.all('select discord_id as discordId, created_at as since from followers where request_id = ?', id)

const expect = (
  world: World,
  deliveries: readonly Delivery[],
  kind: string,
  subject: string,
  whom: readonly string[],
) => {
  const own = deliveries.filter((one) => one.kind === kind && one.subject === subject)
  const told = own.map(({ discordId }) => discordId).sort()
  if (JSON.stringify(told) !== JSON.stringify([...whom].sort()))
    violate(world, 'everybody concerned is told, and nobody else', `${kind}: ${told} for ${whom}`)
}

/** Who waited when it happened is told; who came later may be. */
const checkNews = (
  world: World,
  deliveries: readonly Delivery[],
  requests: readonly RequestRow[],
  isOrderTrue: boolean,
): void => {
  for (const { id } of requests) {
    const followers = followersOf(world, id)
    for (const kind of NEWS) {
      const happened = world.ledger.all<{ at: number }>(
        'select created_at as at from outbox where name = ? and subject = ?',
        kind,
        id,
      )
      const first = Math.min(...happened.map(({ at }) => at))
      const told = new Set(
        deliveries.filter((one) => one.kind === kind && one.subject === id).map(({ discordId }) => discordId),
      )
      const isDue = ({ since }: Follower): boolean => happened.length > 0 && isOrderTrue && since <= first
      const whom = followers.filter((one) => isDue(one) || (happened.length > 0 && told.has(one.discordId)))
      expect(
        world,
        deliveries,
        kind,
        id,
        whom.map(({ discordId }) => discordId),
      )
    }
  }
}

const checkMessages = (
  world: World,
  { core, discord }: House,
  deliveries: readonly Delivery[],
  cards: ReadonlySet<number>,
) => {
  const known = new Set(cards)
  const byMark = Map.groupBy(discord.messages, ({ mark }) => mark ?? 0)
  for (const { id, kind, discordId, state, detail } of deliveries) {
    const marks = [core.markOf(id), core.markOf(`${id}.mention`)]
    for (const mark of marks) known.add(mark)
    const messages = marks.flatMap((mark): Message[] => byMark.get(mark) ?? [])
    const isNoLonger = isForOwner(kind) && state === 'failed'
    if (state !== 'sent' && !isNoLonger)
      violate(world, 'what is to be told is told', `${kind} ${state} ${detail}`)
    if (messages.length !== (state === 'sent' ? 1 : 0))
      violate(world, 'news is told once', `${kind} to ${discordId}: ${messages.length}`)
    for (const { channelId } of messages) {
      const places: readonly string[] = [dmOf(discordId), CHANNELS.request, CHANNELS.admin]
      if (!places.includes(channelId)) violate(world, 'nobody else is told', `${kind} in ${channelId}`)
    }
  }
  for (const { mark, channelId, id } of discord.messages)
    if (mark === undefined || !known.has(mark)) violate(world, 'nobody else is told', `${id} in ${channelId}`)
}

/** Each episode that somebody is told of, with the window that tells it and the life of its request until then. */
type Heard = Readonly<{ discordId: string; window: string; name: string; askedAt: number; flushedAt: number }>

const heardIn = ({ ledger }: World): readonly Heard[] =>
  ledger.all(
    `select d.discord_id as discordId, t.id as window, e.season || '.' || e.episode as name,
        r.created_at as askedAt, t.flushed_at as flushedAt
      from deliveries d join tellings t on t.id = d.subject join requests r on r.id = t.request_id
        join told_episodes e on e.telling_id = t.id
      where d.part is null or exists (select 1 from json_each(d.part)
        where value ->> 'season' = e.season and value ->> 'episode' = e.episode)`,
  )

/** Nobody hears of an episode by two requests that were there at the same time. */
const checkOnce = (world: World, heard: readonly Heard[]): void => {
  for (const own of Map.groupBy(heard, ({ discordId, name }) => `${name} to ${discordId}`)) {
    const [what, [first, ...others]] = own
    for (const other of others)
      if (first !== undefined && first.flushedAt >= other.askedAt && other.flushedAt >= first.askedAt)
        violate(world, 'an episode is told once', what)
  }
}

const checkWindows = (world: World, deliveries: readonly Delivery[], isClockTrue: boolean): void => {
  const windows = world.ledger.all<{
    id: string
    requestId: string
    flushedAt: number | null
    count: number
  }>(
    `select id, request_id as requestId, flushed_at as flushedAt,
      (select count(*) from told_episodes where telling_id = tellings.id) as count from tellings`,
  )
  const heard = heardIn(world)
  if (isClockTrue) checkOnce(world, heard)
  for (const { id, requestId, flushedAt, count } of windows) {
    if (flushedAt === null) violate(world, 'every window is closed', id)
    if (count === 0) violate(world, 'a window tells of something', id)
    if (!isClockTrue) continue
    const told = world.ledger
      .all<{ name: string }>(
        "select season || '.' || episode as name from told_episodes where telling_id = ?",
        id,
      )
      .map(({ name }) => name)
    const knows = (discordId: string): boolean =>
      told.every((name) => heard.some((one) => one.discordId === discordId && one.name === name))
    const isTold = (discordId: string): boolean =>
      heard.some((one) => one.discordId === discordId && one.window === id)
    const whom = followersOf(world, requestId).filter(
      ({ discordId, since }) => since <= (flushedAt ?? 0) && (isTold(discordId) || !knows(discordId)),
    )
    expect(
      world,
      deliveries,
      'episodes.ready',
      id,
      whom.map(({ discordId }) => discordId),
    )
  }
}

const LIVING: readonly string[] = ['approved', 'added', 'downloading', 'available']

/** Every asked episode that is here was told in a window, or was there before anybody looked. */
const checkEpisodes = (
  world: World,
  house: House,
  requests: readonly RequestRow[],
  isClockTrue: boolean,
): void => {
  const { timeline, ledger } = world
  const [show] = house.sonarr.shows.values()
  const flushedAt = (id: string): number =>
    ledger.all<{ at: number }>('select flushed_at as at from tellings where id = ?', id)[0]?.at ?? 0
  for (const { id, state, wish, measuredAt } of requests) {
    if (wish === undefined || show === undefined || !LIVING.includes(state)) continue
    const noted = new Map(
      ledger
        .all<{ season: number; episode: number; tellingId: string | null }>(
          'select season, episode, telling_id as tellingId from told_episodes where request_id = ?',
          id,
        )
        .map(({ season, episode, tellingId }) => [`${season}.${episode}`, tellingId]),
    )
    for (const one of show.episodes) {
      const name = `${one.season}.${one.episode}`
      const tellingId = noted.get(name)
      if (one.hasFile && asksFor(wish, one) && tellingId === undefined && measuredAt !== null)
        violate(world, 'no episode is missed', `${name} of ${id}`)
      if (!isClockTrue || tellingId === undefined || measuredAt === null) continue
      const measured = measuredAt - (timeline.now() - timeline.elapsed())
      const arrived = one.arrived ?? Number.NEGATIVE_INFINITY
      if (tellingId === null && arrived > measured)
        violate(world, 'no episode is missed', `${name} is no news`)
      if (tellingId !== null && arrived > flushedAt(tellingId) - (timeline.now() - timeline.elapsed()))
        violate(world, 'no episode is missed', `${name} came after its window`)
      if (tellingId !== null && !one.wasDeleted && arrived < measured - LOOKED_MS)
        violate(world, 'what was there is no news', `${name} of ${id}`)
    }
  }
}

/** Of what was here of a show: how much is left. */
const checkLeft = (world: World, { sonarr }: House, requests: readonly RequestRow[]): void => {
  const [show] = sonarr.shows.values()
  for (const { id, state, wish, have, total } of requests) {
    if (state !== 'available' || wish === undefined || show === undefined || total === null) continue
    const here = new Set(
      show.episodes.filter(({ hasFile }) => hasFile).map((one) => `${one.season}.${one.episode}`),
    )
    const lost = world.ledger
      .all<{ season: number; episode: number }>(
        'select season, episode from told_episodes where request_id = ?',
        id,
      )
      .filter((one) => asksFor(wish, one) && !here.has(`${one.season}.${one.episode}`))
    const left = Math.max(0, total - lost.length)
    if (have !== left) violate(world, 'what is left is counted', `${id}: ${have} of ${left}`)
  }
}

/** When a better copy came of a film that was here. */
const checkUpgrade = (world: World, { radarr }: House, requests: readonly RequestRow[]): void => {
  const [film] = radarr.films.values()
  if (film?.upgradedAt === undefined) return
  for (const { id, kind, state, upgradedAt } of requests) {
    if (kind !== 'film' || state !== 'available') continue
    const [came] = world.ledger.all<{ at: number }>(
      "select min(created_at) as at from outbox where subject = ? and name = 'request.available'",
      id,
    )
    if (came === undefined || came.at > film.upgradedAt) continue
    if (Math.abs((upgradedAt ?? 0) - film.upgradedAt) > SOON_MS)
      violate(world, 'a better copy is told of', `${id} ${upgradedAt}`)
  }
}

/** Who was told what, by the ledger and in Discord. */
export const checkTelling = (world: World, house: House): void => {
  const requests = requestRows(world.ledger)
  const deliveries = world.ledger.all<Delivery>(
    'select id, kind, subject, discord_id as discordId, state, detail from deliveries order by rowid',
  )
  const isClockTrue = !house.clockWasSet()
  checkNews(world, deliveries, requests, house.isOrderTrue())
  checkMessages(world, house, deliveries, cardMarks(world, house))
  checkWindows(world, deliveries, isClockTrue)
  checkEpisodes(world, house, requests, isClockTrue)
  checkLeft(world, house, requests)
  if (isClockTrue) checkUpgrade(world, house, requests)
  for (const { kind, discordId } of deliveries)
    if (isForOwner(kind) && discordId !== OWNER) violate(world, 'nobody else is told', `${kind} ${discordId}`)
}
