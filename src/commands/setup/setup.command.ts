import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { z } from 'zod'
import { claimHome } from '../../actions/setup/claim-home.ts'
import { mayAct } from '../../domain/people/policy.ts'
import { claimReply } from '../../views/setup/claim.ts'
import { defineCommand, refuse, show } from '../define.ts'
import { panelNow } from './panel.ts'

/**
 * `/setup`: one panel for everything. The first to run it decides the home: the application's owner or team at
 * once, anybody else with the code from the log.
 */
export const setupCommand = defineCommand({
  data: {
    name: 'setup',
    description: 'Set Usherr up',
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  },
  ack: 'show',
  allow: 'anyone',
  input: z.object({}),
  run: async (ctx) => {
    const { deps, actor, home, guildId, say } = ctx
    if (home === undefined) {
      if (guildId === undefined) return refuse({ code: 'not-set-up' })
      if (!actor.ownsApplication) return show(claimReply(say))
      const claimed = await claimHome(deps, actor, { guildId })
      if (!claimed.ok) return refuse(claimed.refusal)
      return show(await panelNow(ctx))
    }
    const refusal = mayAct('admin', actor, home)
    return refusal === undefined ? show(await panelNow(ctx)) : refuse(refusal)
  },
})
