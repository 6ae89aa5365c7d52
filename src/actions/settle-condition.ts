import { conditionRow, type Instance, updateInstance } from '../db/queries/instances.ts'
import { listApproved } from '../db/queries/requests.ts'
import { decideCondition, type News } from '../domain/instances/health.ts'
import type { Scope } from './define.ts'

/** Saves what news of an instance mean for how it does. Of a draft nobody else is told. */
export const settleCondition = async (scope: Scope, before: Instance, news: News): Promise<void> => {
  const { tx, now } = scope
  const next = decideCondition(before, news, now)
  if (next === undefined) return
  const events = before.state === 'ready' ? next.events : []
  const resumed = events.includes('instance.well')
    ? { resumed: (await listApproved(tx, before.id)).length }
    : {}
  await updateInstance(tx, before.id, { ...conditionRow(next), ...resumed }, now)
  if (events.length === 0 && before.health.state === next.health.state) return
  await scope.record({ subject: before.id, events, before: before.health, after: next.health })
}
