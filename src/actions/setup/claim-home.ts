import { insertHome } from '../../db/queries/home.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import { defineAction, memberOf, personOf, type Scope } from '../define.ts'

const claim = async (scope: Scope, guildId: string): Promise<Outcome<{ guildId: string }>> => {
  const { discordId } = memberOf(scope.actor)
  if (!(await insertHome(scope.tx, guildId, discordId, scope.now)))
    return refused({ code: 'already-claimed' })
  // Their language is that of what everybody sees.
  await personOf(scope)
  await scope.record({ subject: guildId, after: { claimedBy: discordId } })
  return done({ guildId })
}

/** The application's owner, or a member of its team, makes this guild the home. */
export const claimHome = defineAction<{ guildId: string }, { guildId: string }>({
  name: 'home.claim',
  allow: 'claimer',
  run: (scope, { guildId }) => claim(scope, guildId),
})

/**
 * Somebody who can read the log makes this guild the home. Open to anyone because the code is the authority: it is
 * printed at start while no home is claimed, and opens nothing afterwards.
 */
export const claimHomeByCode = defineAction<{ guildId: string; matches: boolean }, { guildId: string }>({
  name: 'home.claim-by-code',
  allow: 'anyone',
  run: async (scope, { guildId, matches }) => {
    if (scope.home !== undefined) return refused({ code: 'already-claimed' })
    return matches ? claim(scope, guildId) : refused({ code: 'claim-code-wrong' })
  },
})
