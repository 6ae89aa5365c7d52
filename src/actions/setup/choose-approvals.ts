import { updateHome } from '../../db/queries/home.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** Who is approved at once, or the reasons that approvers can pick for a no (none: those that come with Usherr). */
export type ApprovalsChoice = Readonly<
  | { trustedRoles: readonly string[] }
  | { trustedMembers: readonly string[] }
  | { denyReasons: readonly string[] }
>

const toPatch = (choice: ApprovalsChoice) => {
  if ('trustedRoles' in choice) return { trustedRoles: JSON.stringify(choice.trustedRoles) }
  if ('trustedMembers' in choice) return { trustedMembers: JSON.stringify(choice.trustedMembers) }
  const { denyReasons } = choice
  return { denyReasons: denyReasons.length === 0 ? null : JSON.stringify(denyReasons) }
}

/** Sets how approving goes in this home. */
export const chooseApprovals = defineAction<ApprovalsChoice, void>({
  name: 'home.choose-approvals',
  allow: 'admin',
  run: async (scope, choice) => {
    const { home, tx, now } = scope
    if (home === undefined) return refused({ code: 'not-set-up' })
    await updateHome(tx, toPatch(choice), now)
    const { trustedRoles, trustedMembers, denyReasons } = home
    await scope.record({
      subject: home.guildId,
      before: { trustedRoles, trustedMembers, denyReasons },
      after: choice,
    })
    return done(undefined)
  },
})
