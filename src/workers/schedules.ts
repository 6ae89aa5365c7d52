import { DAY, MINUTE } from '../platform/clock.ts'

/** What is done again and again: job by pause. Kept in SQL, so that an emptied Redis forgets none of it. */
export const schedules: Readonly<Record<string, number>> = {
  'follow-downloads': MINUTE,
  'reconcile-instances': MINUTE,
  'watch-lists': MINUTE,
  'find-people': 30 * MINUTE,
  'check-channels': MINUTE,
  'ask-unfound': 15 * MINUTE,
  'check-hooks': 15 * MINUTE,
  'prune-ledger': DAY,
}
