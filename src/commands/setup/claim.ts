import { z } from 'zod'
import { claimHomeByCode } from '../../actions/setup/claim-home.ts'
import { digest, matches } from '../../platform/crypto.ts'
import { ids } from '../../views/ids.ts'
import { claimCodeModal } from '../../views/setup/claim.ts'
import { defineComponent, defineModal, modal, refuse, update } from '../define.ts'
import { panelNow } from './panel.ts'

/** `Enter code`: for whoever can read the log. */
export const claimButton = defineComponent({
  id: ids.setupClaim,
  ack: 'modal',
  allow: 'anyone',
  run: async ({ home, say }) =>
    home === undefined ? modal(claimCodeModal(say)) : refuse({ code: 'already-claimed' }),
})

export const claimModal = defineModal({
  id: ids.setupClaimCode,
  ack: 'update',
  allow: 'anyone',
  fields: z.object({ code: z.string().max(200) }),
  run: async (ctx, _, { code }) => {
    const { deps, actor, guildId } = ctx
    if (guildId === undefined) return refuse({ code: 'not-set-up' })
    const right = matches(code.trim(), digest(deps.claimCode))
    const outcome = await claimHomeByCode(deps, actor, { guildId, matches: right })
    return outcome.ok ? update(await panelNow(ctx)) : refuse(outcome.refusal)
  },
})
