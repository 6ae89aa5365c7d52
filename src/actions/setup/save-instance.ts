import type { Tx } from '../../db/connect.ts'
import {
  findDefaultInstance,
  findInstance,
  listInstances,
  updateInstance,
} from '../../db/queries/instances.ts'
import { listApproved, listUnderWay } from '../../db/queries/requests.ts'
import { done, refused } from '../../domain/refusals.ts'
import { decideStranded, decideUsual } from '../../domain/requests/adopt.ts'
import { decideOn } from '../apply.ts'
import { defineAction } from '../define.ts'

/** Whether another instance that is in use is called that. */
export const isNameTaken = async (tx: Tx, id: string, name: string): Promise<boolean> =>
  (await listInstances(tx)).some(
    (other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase(),
  )

/**
 * Puts an instance to work once its profile and folder are chosen. The first of its kind becomes the default. Requests
 * for which an approver chose what it no longer offers go on with what it has.
 */
export const saveInstance = defineAction<{ id: string }, void>({
  name: 'instance.save',
  allow: 'admin',
  run: async (scope, { id }) => {
    const { tx, now } = scope
    const instance = await findInstance(tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    if (instance.profileId === undefined || instance.folder === undefined)
      return refused({ code: 'instance-incomplete' })
    if (await isNameTaken(tx, id, instance.name)) return refused({ code: 'name-taken', name: instance.name })
    for (const { id: requestId } of await listApproved(tx, id))
      await decideOn(scope, requestId, (request) => decideUsual(request, instance.choices))
    const first = (await findDefaultInstance(tx, instance.kind, instance.quality)) === undefined
    await updateInstance(tx, id, { state: 'ready', isDefault: first || instance.isDefault ? 1 : 0 }, now)
    await scope.record({
      subject: id,
      events: ['instance.saved'],
      before: { state: instance.state },
      after: { state: 'ready', profileId: instance.profileId, folder: instance.folder },
    })
    return done(undefined)
  },
})

/**
 * Stops using an instance. What it already downloads is untouched; requests that it had taken wait for another, or for
 * itself to be set up anew.
 */
export const removeInstance = defineAction<{ id: string }, { name: string }>({
  name: 'instance.remove',
  allow: 'admin',
  run: async (scope, { id }) => {
    const instance = await findInstance(scope.tx, id)
    if (instance === undefined) return refused({ code: 'instance-gone' })
    await updateInstance(scope.tx, id, { state: 'removed', isDefault: 0 }, scope.now)
    await scope.record({
      subject: id,
      events: ['instance.removed'],
      before: { state: instance.state, name: instance.name },
    })
    for (const request of await listUnderWay(scope.tx, id)) await decideOn(scope, request.id, decideStranded)
    return done({ name: instance.name })
  },
})
