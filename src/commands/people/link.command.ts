import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10'
import { z } from 'zod'
import { startLink } from '../../actions/people/start-signin.ts'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { findPlexAccountOf } from '../../db/queries/plex-accounts.ts'
import { isSignedIn } from '../../domain/people/sign-in.ts'
import { ids } from '../../views/ids.ts'
import { alreadyLinkedReply } from '../../views/people/link-replies.ts'
import { signInCard } from '../../views/people/sign-in-card.ts'
import { type Context, defineCommand, defineComponent, type Reply, refuse, show } from '../define.ts'
import { sealedPin } from './sealed-pin.ts'

/** Gives the link by which somebody signs in; with a sign-in that Plex still takes there is nothing to do. */
const beginLink = async (ctx: Context): Promise<Reply> => {
  const { deps, actor, home, say } = ctx
  if (home?.plexServer === undefined) return refuse({ code: 'no-plex-server' })
  const person = await findDiscordAccount(deps.db, actor.discordId)
  const linked = person && (await findPlexAccountOf(deps.db, person.personId))
  if (isSignedIn(linked)) return show(alreadyLinkedReply({ account: linked.username }, say))
  const { pin, url } = await sealedPin(ctx)
  const outcome = await startLink(deps, actor, pin)
  if (!outcome.ok) return refuse(outcome.refusal)
  return show(signInCard({ purpose: 'member', state: 'waiting', url, server: home.plexServer.name }, say))
}

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
  run: (ctx) => beginLink(ctx),
})

/** `Sign in to Plex` under the news that Plex takes a sign-in no longer. */
export const linkAgainButton = defineComponent({
  id: ids.linkAgain,
  ack: 'show',
  slow: true,
  allow: 'member',
  run: (ctx) => beginLink(ctx),
})
