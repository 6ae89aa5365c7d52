import { saveReading } from '../../db/queries/readings.ts'
import type { Reading } from '../../domain/instances/reading.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** Notes how far an instance's history was read, once everything up to there had its effect. */
export const recordReading = defineAction<{ id: string; reading: Reading }, void>({
  name: 'instance.read',
  allow: 'system',
  run: async ({ tx, now }, { id, reading }) => {
    await saveReading(tx, id, reading, now)
    return done(undefined)
  },
})
