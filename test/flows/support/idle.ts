import type { Db } from '../../../src/db/connect.ts'

const openWork = (db: Db) => db.selectFrom('work').select('id').where('state', '=', 'open')

/** Whether none of these jobs is left to be done. */
export const isDone = async (db: Db, jobs: readonly string[]): Promise<boolean> => {
  const open = await openWork(db).where('job', 'in', jobs).execute()
  return open.length === 0
}

/** What goes on for ever: what follows downloads while there are any, and what reads watchlists. */
const ENDLESS = ['follow-downloads', 'read-feed', 'check-list', 'walk-list']

/** Whether nothing is left to be done, of what comes to an end. */
export const isIdle = async (db: Db): Promise<boolean> => {
  const open = await openWork(db).where('job', 'not in', ENDLESS).execute()
  return open.length === 0
}

/** Whether work was made of everything that happened. */
export const isRelayed = async (db: Db): Promise<boolean> => {
  const waiting = await db.selectFrom('outbox').select('id').where('relayedAt', 'is', null).execute()
  return waiting.length === 0
}
