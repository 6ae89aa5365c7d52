import { z } from 'zod'
import { approveWithChanges } from '../../actions/requests/decide-request.ts'
import { findInstance, listInstances } from '../../db/queries/instances.ts'
import { findRequestView } from '../../db/queries/request-view.ts'
import { changedWish } from '../../domain/approvals/changed-wish.ts'
import { lateness } from '../../domain/approvals/decide.ts'
import { EMPTY_WISH, isEmptyWish, leftOut } from '../../domain/seasons/wish.ts'
import { APP_OF } from '../../domain/titles/kind.ts'
import { changedReply, changesModal, instancePicker } from '../../views/approvals/changes.ts'
import { ids } from '../../views/ids.ts'
import { defineComponent, defineModal, modal, refuse, show, update } from '../define.ts'

/** `Approve with changes`: asks which instance. Nothing is decided before the modal is sent off. */
export const changesButton = defineComponent({
  id: ids.changes,
  ack: 'show',
  allow: 'approver',
  run: async ({ deps, say }, { requestId }) => {
    const view = await findRequestView(deps.db, requestId, deps.imageUrl)
    if (view === undefined) return refuse({ code: 'request-gone' })
    const late = lateness(view.request)
    if (late !== undefined) return refuse(late)
    const { kind, instanceId } = view.request
    const instances = (await listInstances(deps.db)).filter((instance) => instance.kind === APP_OF[kind])
    if (instances.length === 0) return refuse({ code: 'no-instance', kind })
    const chosen = instanceId === undefined ? {} : { chosen: instanceId }
    return show(instancePicker({ requestId, title: view.title, instances, ...chosen }, say))
  },
})

/** The instance was chosen: the modal offers what it has. */
export const changesInstanceSelect = defineComponent({
  id: ids.changesInstance,
  ack: 'modal',
  allow: 'approver',
  run: async ({ deps, say }, { requestId }, [instanceId = '']) => {
    const view = await findRequestView(deps.db, requestId, deps.imageUrl)
    if (view === undefined) return refuse({ code: 'request-gone' })
    const late = lateness(view.request)
    if (late !== undefined) return refuse(late)
    const instance = await findInstance(deps.db, instanceId)
    if (instance?.state !== 'ready') return refuse({ code: 'instance-gone' })
    const { profiles, folders } = instance.choices
    // A form can't offer nothing.
    if (profiles.length === 0 || folders.length === 0) return refuse({ code: 'choice-gone' })
    const { wish } = view.request
    return modal(
      changesModal({ requestId, title: view.title, instance, ...(wish === undefined ? {} : { wish }) }, say),
    )
  },
})

const picked = z.union([z.string(), z.array(z.string()).transform(([first = '']) => first)]).transform(Number)

const seasons = z
  .union([z.string().trim().max(300), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value.join(',') : value))
  .default('')

/** The modal was sent off: decided, with what was chosen. */
export const changesDetailsModal = defineModal({
  id: ids.changesDetails,
  ack: 'update',
  allow: 'approver',
  fields: z.object({ profile: picked, folder: picked, seasons }),
  run: async (
    { deps, actor, say },
    { requestId, instanceId },
    { profile: profileId, folder: index, seasons: typed },
  ) => {
    const instance = await findInstance(deps.db, instanceId)
    if (instance === undefined) return refuse({ code: 'instance-gone' })
    const folder = instance.choices.folders[index]?.path
    const profile = instance.choices.profiles.find(({ id }) => id === profileId)
    if (folder === undefined || profile === undefined) return refuse({ code: 'choice-gone' })
    const before = await findRequestView(deps.db, requestId, deps.imageUrl)
    if (before === undefined) return refuse({ code: 'request-gone' })
    const { request, title } = before
    const wish = request.wish && changedWish({ wish: request.wish, title }, typed)
    if (wish !== undefined && 'code' in wish) return refuse(wish)
    const changes = { instanceId, profileId, folder, ...(wish === undefined ? {} : { wish }) }
    const outcome = await approveWithChanges(deps, actor, { requestId, changes })
    if (!outcome.ok) return refuse(outcome.refusal)
    const view = await findRequestView(deps.db, requestId, deps.imageUrl)
    if (view === undefined) return refuse({ code: 'request-gone' })
    const isHeld = wish !== undefined && !isEmptyWish(leftOut(wish, view.request.wish ?? EMPTY_WISH))
    const done = { title, instance: instance.name, profile: profile.name, folder, isHeld }
    return update(changedReply(done, say))
  },
})
