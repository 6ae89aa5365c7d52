import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10'
import { z } from 'zod'
import { startLink } from '../../actions/people/start-signin.ts'
import { findDiscordAccount, findPlexAccountOf } from '../../db/queries/people.ts'
import { alreadyLinkedReply } from '../../views/people/link-replies.ts'
import { signInCard } from '../../views/people/sign-in-card.ts'
import { defineCommand, refuse, show } from '../define.ts'
import { sealedPin } from './sealed-pin.ts'

/** `/link`: proves, by Plex's own sign-in, which Plex account a member has. */
export const linkCommand = defineCommand({
  data: {
    name: 'link',
    description: 'Connect your Plex account',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  ack: 'show',
  slow: true,
  allow: 'member',
  input: z.object({}),
  run: async (ctx) => {
    const { deps, actor, home, say } = ctx
    if (home?.plexServer === undefined) return refuse({ code: 'no-plex-server' })
    const person = await findDiscordAccount(deps.db, actor.discordId)
    const linked = person && (await findPlexAccountOf(deps.db, person.personId))
    if (linked !== undefined) return show(alreadyLinkedReply({ account: linked.username }, say))
    const { pin, url } = await sealedPin(ctx)
    const outcome = await startLink(deps, actor, pin)
    if (!outcome.ok) return refuse(outcome.refusal)
    return show(signInCard({ purpose: 'member', state: 'waiting', url, server: home.plexServer.name }, say))
  },
})
