import { startOwnerSignin } from '../../actions/people/start-signin.ts'
import { ids } from '../../views/ids.ts'
import { signInCard } from '../../views/people/sign-in-card.ts'
import { defineComponent, refuse, show } from '../define.ts'
import { sealedPin } from '../people/sealed-pin.ts'

/** `Sign in to Plex` of the panel: gives the link; that somebody signed in is noticed by itself. */
export const plexButton = defineComponent({
  id: ids.setupPlex,
  ack: 'show',
  slow: true,
  allow: 'admin',
  run: async (ctx) => {
    const { pin, url } = await sealedPin(ctx)
    const outcome = await startOwnerSignin(ctx.deps, ctx.actor, pin)
    if (!outcome.ok) return refuse(outcome.refusal)
    return show(signInCard({ purpose: 'owner', state: 'waiting', url }, ctx.say))
  },
})
