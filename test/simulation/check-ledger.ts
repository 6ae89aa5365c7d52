import type { EventName } from '../../src/domain/events.ts'
import type { RequestState } from '../../src/domain/requests/request.ts'
import { asksFor } from '../../src/domain/seasons/wish.ts'
import type { House } from './house.ts'
import { movesOf, type RequestRow, requestRows } from './rows.ts'
import { violate, type World } from './world.ts'

/** Where a request may go from where it stands; a state may be written again. */
const LEGAL: Readonly<Record<RequestState, readonly RequestState[]>> = {
  evaluating: ['pending', 'approved', 'available', 'refused', 'cancelled'],
  pending: ['approved', 'denied', 'cancelled'],
  approved: ['added', 'downloading', 'available'],
  added: ['downloading', 'available', 'removed'],
  downloading: ['added', 'available', 'removed'],
  available: ['removed'],
  removed: [],
  denied: [],
  refused: [],
  cancelled: [],
}

/** Jobs of schedules: the next time they do what this time failed. */
const SCHEDULED =
  "'follow-downloads', 'reconcile-instances', 'check-channels', 'ask-unfound', 'check-hooks', 'prune-ledger'"

const checkMoves = (world: World): void => {
  const stands = new Map<string, RequestState>()
  const decided = new Map<string, number>()
  for (const { id, action, from, to } of movesOf(world.ledger)) {
    const before = stands.get(id)
    const isLegal = before === undefined ? to === 'evaluating' : to === before || LEGAL[before].includes(to)
    if (!isLegal || from !== before) violate(world, 'states change as they may', `${id} ${before} ${to}`)
    stands.set(id, to)
    if (/^request\.(approve|deny)/.test(action)) decided.set(id, (decided.get(id) ?? 0) + 1)
  }
  for (const [id, count] of decided)
    if (count > 1) violate(world, 'one approver wins', `${id} was decided ${count} times`)
  for (const { id, state } of requestRows(world.ledger))
    if (stands.get(id) !== state) violate(world, 'the audit tells the state', `${id} ${state}`)
}

const eventsOf = (to: RequestState): string =>
  to === 'evaluating' ? 'submitted' : to === 'available' ? 'available' : to

/** Each change of state was told by one event, and each event is of a change. */
const checkPairs = (world: World): void => {
  const count = (keys: readonly string[]): Map<string, number> =>
    keys.reduce((sum, key) => sum.set(key, (sum.get(key) ?? 0) + 1), new Map<string, number>())
  const changes = count(movesOf(world.ledger).map(({ id, to }) => `${id} ${eventsOf(to)}`))
  const events = count(
    world.ledger
      .all<{ subject: string; name: string }>("select subject, name from outbox where name like 'request.%'")
      .map(
        ({ subject, name }) =>
          `${subject} ${name.slice('request.'.length).replace('completed', 'available')}`,
      ),
  )
  for (const [key, times] of changes)
    if (events.get(key) !== times) violate(world, 'a change and its event are one', `${key} ${times}`)
}

const checkWork = (world: World, { core }: House): void => {
  const rows = world.ledger.all<{ id: string; job: string; state: string; reason: string }>(
    'select id, job, state, reason from work',
  )
  const known = new Set(rows.map(({ id }) => id))
  for (const { id, name } of world.ledger.all<{ id: string; name: EventName }>('select id, name from outbox'))
    for (const job of core.reactions[name])
      if (!known.has(`${id}.${job}`)) violate(world, 'every event has its work', `${name} ${job}`)
  for (const { job, state, reason } of rows)
    if (state === 'failed' && !SCHEDULED.includes(job))
      violate(world, 'nothing is given up', `${job}: ${reason}`)
}

/** A show may wait for what is aired later. */
const waitsForAiring = (world: World, { sonarr }: House, { wish }: RequestRow): boolean => {
  const episodes = [...sonarr.shows.values()].flatMap((show) => show.episodes)
  if (wish === undefined) return false
  const asked = episodes.filter((one) => asksFor(wish, one))
  const named = wish.seasons.length + wish.episodes.length
  return named === 0 || asked.some(({ airsAt }) => airsAt > world.timeline.now()) || asked.length === 0
}

/** The history of a film goes with it: that it was removed is only known when its webhook came. */
const isFilmHere = ({ radarr, heard }: House): boolean =>
  radarr.isHere() || (radarr.films.size === 0 && !heard.has('MovieDelete'))

const checkEnds = (world: World, house: House): void => {
  for (const row of requestRows(world.ledger)) {
    const { id, state } = row
    if (state === 'evaluating' || state === 'approved' || state === 'downloading')
      violate(world, 'every request goes on', `${id} is ${state}`)
    if (state === 'available' && row.kind === 'film' && !isFilmHere(house))
      violate(world, 'what is said to be here is here', id)
    if (state === 'added' && !waitsForAiring(world, house, row))
      violate(world, 'every request goes on', `${id} is ${state} for no reason`)
  }
}

/** What the database says of itself and of its past. */
export const checkLedger = (world: World, house: House): void => {
  checkMoves(world)
  checkPairs(world)
  checkWork(world, house)
  checkEnds(world, house)
}
