import { expireSignin, finishSignin } from '../../actions/people/finish-signin.ts'
import { recogniseAccount } from '../../db/queries/plex-accounts.ts'
import { findSignin } from '../../db/queries/signins.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { defineJob, finished, later } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { openToken } from '../open-token.ts'
import { actAs } from '../system.ts'

const self = actAs('watch-signin')
/** How often plex.tv is asked whether somebody has signed in. */
const LOOK_EVERY_MS = 2 * SECOND

const welcome = async (signinId: string, token: string, deps: JobDeps): Promise<string> => {
  const [account, servers] = await Promise.all([
    deps.plex('sign-in').tv.account(token),
    deps.plex('sign-in').tv.servers(token),
  ])
  const before = await recogniseAccount(deps.db, account)
  const { uuid, username, title } = account
  const key = before?.plexId ?? account.id
  const outcome = await finishSignin(deps, self, {
    signinId,
    account: { key, uuid, username, title },
    servers,
    token: deps.vault.seal({ table: 'plex_accounts', id: key, column: 'token' }, token),
  })
  const state = outcome.ok ? outcome.value : outcome.refusal.code
  // A token that is kept nowhere must not live on: the new one, or the one that it replaced.
  const spare = state === 'done' ? openToken(before, deps.vault) : token
  const isKept = spare === undefined || (state === 'done' && spare === token)
  if (!isKept)
    await deps
      .plex('sign-in')
      .tv.signOut(spare)
      .catch(() => undefined)
  return state
}

/**
 * Notices that somebody signed in to Plex. Their token is kept, sealed, for it reads and changes their watchlist; one
 * that came to nothing is made worthless at once.
 */
export const watchSigninJob = defineJob({
  name: 'watch-signin',
  queue: 'plex',
  retry: { attempts: 100, firstPauseMs: 2 * SECOND, longestPauseMs: 10 * SECOND },
  run: async (subject, deps) => {
    const signin = await findSignin(deps.db, subject)
    if (signin === undefined || signin.state !== 'waiting' || signin.pinCode === null)
      return finished('nothing to watch')
    const code = deps.vault.open({ table: 'signins', id: signin.id, column: 'pin_code' }, signin.pinCode)
    const pin = await deps.plex('sign-in').tv.readPin(signin.pinId, code)
    if (pin === 'gone' || (pin === 'waiting' && deps.clock.now() > signin.expiresAt + MINUTE)) {
      await expireSignin(deps, self, { signinId: signin.id })
      return finished('ran out')
    }
    if (pin === 'waiting') return later(LOOK_EVERY_MS, 'nobody signed in yet')
    return finished(await welcome(signin.id, pin.token, deps))
  },
  gaveUp: async (subject, deps) => {
    await expireSignin(deps, self, { signinId: subject })
  },
})
