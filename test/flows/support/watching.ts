import { expect } from 'vitest'
import { textOf } from '../../../sandbox/discord/messages/text.ts'
import type { Stage } from '../../../sandbox/stage.ts'
import type { House } from '../../support/house.ts'
import { isDone, isRelayed } from './idle.ts'

const LONG = 60_000

type Somebody = Stage['anna']
type Account = Stage['accounts']['anna']

/** Jobs between the moment that something is noticed and the moment that everybody knows. */
const CONSEQUENCES = [
  'consider-item',
  'withdraw-item',
  'find-people',
  'evaluate-request',
  'add-to-arr',
  'show-approval-card',
  'show-status-card',
  'tell-available',
  'tell-of-plex',
  'send-delivery',
]

/** Brings the open work of these jobs forward to now. */
export const hasten = async ({ db }: House, ...jobs: readonly string[]): Promise<void> => {
  await db
    .updateTable('work')
    .set((eb) => ({ attempt: eb('attempt', '+', 1), dueAt: 1, queuedAt: null }))
    .where('job', 'in', jobs)
    .where('state', '=', 'open')
    .execute()
}

/** Looks at feeds and lists every second, which a person can't choose. */
export const hurry = async (house: House): Promise<void> => {
  await house.db.updateTable('home').set({ watch: '{"everySeconds":1}' }).execute()
  await hasten(house, 'read-feed', 'check-list')
}

/** Has a schedule begin now, and waits until what it began is done. */
export const begin = async ({ db, stage }: House, job: string): Promise<void> => {
  await db.updateTable('schedules').set({ dueAt: 1 }).where('name', '=', job).execute()
  await stage.discord.until(async () => {
    const schedule = await db
      .selectFrom('schedules')
      .select('dueAt')
      .where('name', '=', job)
      .executeTakeFirst()
    return (schedule?.dueAt ?? 1) > 1 && (await isDone(db, [job]))
  }, LONG)
}

/** Waits until the list of each of these accounts was walked through once. */
export const walked = async ({ db, stage }: House, ...names: readonly string[]): Promise<void> => {
  await stage.discord.until(async () => {
    const lists = await db
      .selectFrom('watchLists')
      .innerJoin('plexAccounts', 'plexAccounts.plexId', 'watchLists.plexId')
      .select('username')
      .where('firstPassAt', 'is not', null)
      .execute()
    return names.every((name) => lists.some(({ username }) => username === name))
  }, LONG)
}

/** Has every list walked through from its beginning, and waits until each walk has ended, one way or the other. */
export const walkAll = async (house: House): Promise<void> => {
  const { db, stage } = house
  await db.updateTable('watchLists').set({ passDue: 1, passCursor: null }).execute()
  await begin(house, 'watch-lists')
  await stage.discord.until(async () => {
    const due = await db.selectFrom('watchLists').select('plexId').where('passDue', '=', 1).execute()
    return due.length === 0
  }, LONG)
  await settled(house)
}

/** Waits until all that was noticed is considered, asked for, shown and told. */
export const settled = async ({ db, stage }: House): Promise<void> => {
  const isQuiet = async () => (await isRelayed(db)) && (await isDone(db, CONSEQUENCES))
  await stage.discord.until(async () => (await isQuiet()) && (await isQuiet()), LONG)
}

/** Signs somebody's Plex account in by `/link`. */
export const link = async ({ discord, plex }: Stage, who: Somebody, account: Account): Promise<void> => {
  const person = discord.as(who)
  const card = await (await person.slash('link')).settled()
  plex.signIn(person.link(card, 'Sign in to Plex'), account)
  await discord.until(() => card.text().includes('Linked to'), 20_000)
}

/** The texts of the admin channel's cards, in their order. */
export const cards = ({ discord, desk }: Stage): string[] => discord.channel(desk).messages().map(textOf)

/** Waits for the card of a title, and gives its text; fails when there is more than one. */
export const cardOf = async (stage: Stage, title: string, ...words: readonly string[]): Promise<string> => {
  const found = () => cards(stage).filter((text) => text.includes(title))
  await stage.discord.until(() => found().some((text) => words.every((word) => text.includes(word))), LONG)
  expect(found()).toHaveLength(1)
  return found()[0] ?? ''
}

/** The names of all that was ever asked for, once per request, in alphabetical order. */
export const requested = async ({ db }: House): Promise<string[]> => {
  const rows = await db
    .selectFrom('requests')
    .innerJoin('titles', 'titles.id', 'requests.titleId')
    .select('titles.name')
    .execute()
  return rows.map(({ name }) => name).toSorted()
}

/** How many things on watchlists are taken for removed. */
export const removed = async ({ db }: House): Promise<number> =>
  (await db.selectFrom('watchItems').select('id').where('goneAt', 'is not', null).execute()).length

/** What a feed is good for at the moment. */
export const feedState = async ({ db }: House, kind: 'own' | 'friends'): Promise<string | undefined> =>
  (await db.selectFrom('feeds').select('state').where('kind', '=', kind).executeTakeFirst())?.state
