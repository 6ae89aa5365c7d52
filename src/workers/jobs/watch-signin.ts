import { expireSignin, finishSignin } from '../../actions/people/finish-signin.ts'
import { findSignin } from '../../db/queries/signins.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { defineJob, finished, later } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { actAs } from '../system.ts'

const self = actAs('watch-signin')
/** How often plex.tv is asked whether somebody has signed in. */
const LOOK_EVERY_MS = 2 * SECOND

const welcome = async (signinId: string, token: string, deps: JobDeps): Promise<string> => {
  const [account, servers] = await Promise.all([deps.plexTv.account(token), deps.plexTv.servers(token)])
  const outcome = await finishSignin(deps, self, {
    signinId,
    account: { id: account.id, username: account.username },
    servers,
    token: deps.vault.seal({ table: 'plex_accounts', id: account.id, column: 'token' }, token),
  })
  return outcome.ok ? outcome.value : outcome.refusal.code
}

/**
 * Notices that somebody signed in to Plex. Only the owner's token is kept, for the house needs it; a member's has
 * told what it had to tell, and is made worthless.
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
    const pin = await deps.plexTv.readPin(signin.pinId, code)
    if (pin === 'gone' || (pin === 'waiting' && deps.clock.now() > signin.expiresAt + MINUTE)) {
      await expireSignin(deps, self, { signinId: signin.id })
      return finished('ran out')
    }
    if (pin === 'waiting') return later(LOOK_EVERY_MS, 'nobody signed in yet')
    const state = await welcome(signin.id, pin.token, deps)
    const kept = signin.purpose === 'owner' && state === 'done'
    if (!kept) await deps.plexTv.signOut(pin.token).catch(() => undefined)
    return finished(state)
  },
  gaveUp: async (subject, deps) => {
    await expireSignin(deps, self, { signinId: subject })
  },
})
