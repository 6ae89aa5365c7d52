import { z } from 'zod'
import { chooseWatching } from '../../actions/watchlists/choose-watching.ts'
import { findHome, watchSettings } from '../../db/queries/home.ts'
import {
  FEWEST_SECONDS,
  MOST_SECONDS,
  SHOW_PARTS,
  type WatchSettings,
} from '../../domain/watchlists/settings.ts'
import { ids } from '../../views/ids.ts'
import { defaultsPage, secondsModal } from '../../views/members/defaults-page.ts'
import { type Context, defineComponent, defineModal, modal, type Reply, refuse, update } from '../define.ts'

const pageNow = async ({ deps, say }: Pick<Context, 'deps' | 'say'>): Promise<Reply> =>
  update(defaultsPage(watchSettings(await findHome(deps.db)), say))

const save = async (ctx: Context, choice: Partial<WatchSettings>): Promise<Reply> => {
  const outcome = await chooseWatching(ctx.deps, ctx.actor, choice)
  return outcome.ok ? pageNow(ctx) : refuse(outcome.refusal)
}

/** `Defaults`: what holds for watchlists unless it was chosen otherwise for somebody. */
export const defaultsButton = defineComponent({
  id: ids.memberDefaults,
  ack: 'update',
  allow: 'admin',
  run: pageNow,
})

/** What holds for newcomers. */
export const chooseDefaultButton = defineComponent({
  id: ids.chooseDefault,
  ack: 'update',
  allow: 'admin',
  run: (ctx, { choice }) =>
    save(
      ctx,
      choice === 'sync' || choice === 'no-sync'
        ? { newcomersSync: choice === 'sync' }
        : { newcomersNeedApproval: choice === 'approval' },
    ),
})

/** What a show on a watchlist means. */
export const showPartSelect = defineComponent({
  id: ids.chooseShowPart,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, _, [picked]) => {
    const shows = SHOW_PARTS.find((part) => part === picked)
    return shows === undefined ? refuse({ code: 'choice-gone' }) : save(ctx, { shows })
  },
})

/** `How often…` */
export const typeSecondsButton = defineComponent({
  id: ids.typeSeconds,
  ack: 'modal',
  allow: 'admin',
  run: async ({ home, say }) => modal(secondsModal(watchSettings(home).everySeconds, say)),
})

const seconds = z.coerce.number().int().min(FEWEST_SECONDS).max(MOST_SECONDS)

export const typedSecondsModal = defineModal({
  id: ids.typedSeconds,
  ack: 'update',
  allow: 'admin',
  fields: z.object({ seconds: z.string().trim().default('') }),
  run: async (ctx, _, { seconds: text }) => {
    const everySeconds = seconds.safeParse(text)
    return everySeconds.success
      ? save(ctx, { everySeconds: everySeconds.data })
      : refuse({ code: 'seconds-unclear', text })
  },
})
