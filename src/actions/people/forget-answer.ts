import { dropAnswerToken } from '../../db/queries/signins.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** Drops what let us edit the answer of a sign-in, once its end was shown there. */
export const forgetAnswer = defineAction<{ signinId: string }, void>({
  name: 'signin.forget-answer',
  allow: 'system',
  run: async ({ tx }, { signinId }) => {
    await dropAnswerToken(tx, signinId)
    return done(undefined)
  },
})
