import { chooseHome, choosePlexServer, type HomeChoice } from '../../actions/setup/choose-home.ts'
import { ids } from '../../views/ids.ts'
import { type Component, defineComponent, refuse, update } from '../define.ts'
import { panelNow } from './panel.ts'

/** A select of the panel: stores what was chosen (nothing empties it) and shows the panel as it then is. */
const choice = (
  id: typeof ids.setupAdminChannel,
  toChoice: (picked: string | null) => HomeChoice,
): Component =>
  defineComponent({
    id,
    ack: 'update',
    allow: 'admin',
    run: async (ctx, _, [picked]) => {
      const outcome = await chooseHome(ctx.deps, ctx.actor, toChoice(picked ?? null))
      return outcome.ok ? update(await panelNow(ctx)) : refuse(outcome.refusal)
    },
  })

export const adminChannelSelect = choice(ids.setupAdminChannel, (adminChannel) => ({ adminChannel }))
export const requestChannelSelect = choice(ids.setupRequestChannel, (requestChannel) => ({ requestChannel }))
export const approverRoleSelect = choice(ids.setupApproverRole, (approverRole) => ({ approverRole }))

/** Which of the owner's servers is the home's. */
export const plexServerSelect = defineComponent({
  id: ids.setupPlexServer,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, _, [machineId = '']) => {
    const outcome = await choosePlexServer(ctx.deps, ctx.actor, { machineId })
    return outcome.ok ? update(await panelNow(ctx)) : refuse(outcome.refusal)
  },
})

/** Back to the panel from a page behind it. */
export const backButton = defineComponent({
  id: ids.backToSetup,
  ack: 'update',
  allow: 'admin',
  run: async (ctx) => update(await panelNow(ctx)),
})
