import { type DispatchDeps, dispatch } from '../bot/dispatch.ts'
import type { FirstAnswer, Line } from '../bot/responder.ts'
import type { Discord } from '../clients/discord/types.ts'
import { restLine } from './bot-role.ts'

/**
 * Takes interactions that Discord posts instead of sending by the gateway: the first answer is the body of the
 * HTTP answer, the rest goes the same way as always.
 */
export const takeByHttp =
  (deps: DispatchDeps, discord: Discord) =>
  (raw: unknown): Promise<FirstAnswer | undefined> =>
    new Promise((resolve) => {
      const line = (parsed: Parameters<ReturnType<typeof restLine>>[0]): Line => ({
        ...restLine(discord)(parsed),
        first: async (body) => resolve(body),
      })
      // An interaction that can't be read is answered with nothing.
      void dispatch(deps, raw, line).then(() => resolve(undefined))
    })
