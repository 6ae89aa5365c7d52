import { removeInstance, saveInstance } from '../../actions/setup/save-instance.ts'
import { findInstance } from '../../db/queries/instances.ts'
import { listApproved, listUnderWay } from '../../db/queries/requests.ts'
import { ids } from '../../views/ids.ts'
import { removeInstancePreview } from '../../views/setup/instance-panel.ts'
import { defineComponent, refuse, update } from '../define.ts'
import { instanceNow } from './instance-panel.ts'
import { panelNow } from './panel.ts'
import { testInstance } from './test-instance.ts'

/** An instance's button on the panel opens its page. */
export const openInstanceButton = defineComponent({
  id: ids.openInstance,
  ack: 'update',
  allow: 'admin',
  run: (ctx, { instanceId }) => instanceNow(ctx, instanceId),
})

/** Tests it again, now. */
export const checkInstanceButton = defineComponent({
  id: ids.checkInstance,
  ack: 'update',
  slow: true,
  allow: 'admin',
  run: (ctx, { instanceId }) => testInstance(ctx, instanceId),
})

/** `Save`: puts it to work, and shows the panel with it. */
export const saveInstanceButton = defineComponent({
  id: ids.saveInstance,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, { instanceId }) => {
    const outcome = await saveInstance(ctx.deps, ctx.actor, { id: instanceId })
    return outcome.ok ? update(await panelNow(ctx)) : refuse(outcome.refusal)
  },
})

/** `Remove`: first what it would mean. */
export const removeInstanceButton = defineComponent({
  id: ids.removeInstance,
  ack: 'update',
  allow: 'admin',
  run: async ({ deps, say }, { instanceId }) => {
    const instance = await findInstance(deps.db, instanceId)
    if (instance === undefined) return refuse({ code: 'instance-gone' })
    const approved = await listApproved(deps.db, instanceId)
    const waiting = approved.length + (await listUnderWay(deps.db, instanceId)).length
    return update(removeInstancePreview({ instanceId, name: instance.name, waiting }, say))
  },
})

export const confirmRemoveButton = defineComponent({
  id: ids.confirmRemoveInstance,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, { instanceId }) => {
    const outcome = await removeInstance(ctx.deps, ctx.actor, { id: instanceId })
    return outcome.ok ? update(await panelNow(ctx)) : refuse(outcome.refusal)
  },
})
