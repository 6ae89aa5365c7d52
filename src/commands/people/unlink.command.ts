import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10'
import { z } from 'zod'
import { unlinkPlex } from '../../actions/people/unlink-plex.ts'
import { unlinkedReply } from '../../views/people/link-replies.ts'
import { defineCommand, refuse, show } from '../define.ts'

/** `/unlink`: undoes `/link`. What was asked for stays asked. */
export const unlinkCommand = defineCommand({
  data: {
    name: 'unlink',
    description: 'Disconnect your Plex account',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  ack: 'show',
  allow: 'member',
  input: z.object({}),
  run: async ({ deps, actor, say }) => {
    const outcome = await unlinkPlex(deps, actor, undefined)
    return outcome.ok ? show(unlinkedReply(outcome.value, say)) : refuse(outcome.refusal)
  },
})
