import { forgetAnswer } from '../../actions/people/forget-answer.ts'
import { findHome } from '../../db/queries/home.ts'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { findPlexAccountOf } from '../../db/queries/plex-accounts.ts'
import { findSignin, type Signin } from '../../db/queries/signins.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { SECOND } from '../../platform/clock.ts'
import { isFault } from '../../platform/faults.ts'
import { signInCard } from '../../views/people/sign-in-card.ts'
import { sayIn } from '../../views/texts/say.ts'
import { defineJob, finished } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { actAs } from '../system.ts'

const endOf = async (signin: Signin, deps: JobDeps) => {
  const person = await findDiscordAccount(deps.db, signin.discordId)
  const account = person && (await findPlexAccountOf(deps.db, person.personId))
  const server = (await findHome(deps.db))?.plexServer
  return {
    purpose: signin.purpose,
    state: signin.state,
    ...(account === undefined ? {} : { account: account.username }),
    ...(server === undefined ? {} : { server: server.name }),
    ...(signin.refusal === null ? {} : { refusal: JSON.parse(signin.refusal) as Refusal }),
  }
}

/** Shows how a sign-in ended, where its link was shown. After 15 minutes Discord takes no such edit; the next command shows it then. */
export const showSigninEndJob = defineJob({
  name: 'show-signin-end',
  queue: 'tell',
  retry: { attempts: 8, firstPauseMs: SECOND, longestPauseMs: 60 * SECOND },
  run: async (subject, deps) => {
    const signin = await findSignin(deps.db, subject)
    if (signin === undefined || signin.answerToken === null) return finished('nowhere to show it')
    const token = deps.vault.open(
      { table: 'signins', id: signin.id, column: 'answer_token' },
      signin.answerToken,
    )
    const body = signInCard(await endOf(signin, deps), sayIn(signin.locale))
    try {
      await deps.discord.editAnswer(deps.applicationId, token, body)
    } catch (error) {
      if (!isFault(error, 'not-found', 'unauthorised', 'rejected')) throw error
    }
    await forgetAnswer(deps, actAs('show-signin-end'), { signinId: signin.id })
    return finished(signin.state)
  },
})
