import { done, type Outcome, refused } from '../refusals.ts'

type Linked = Readonly<{ plexId: string; personId: string; username: string }>

/**
 * Decides whose Plex account a proven sign-in makes it. One Plex account belongs to one person, who may have
 * several Discord accounts: signing in to an account that is already linked makes this Discord account another of
 * that person's. A person who is linked to a different Plex account has to unlink that first.
 * @returns the person that the Discord account belongs to from now on
 */
export const decideLink = (facts: {
  personId: string
  plexId: string
  holder: Linked | undefined
  own: Linked | undefined
}): Outcome<{ joins: string }> => {
  const { personId, plexId, holder, own } = facts
  if (own !== undefined && own.plexId !== plexId)
    return refused({ code: 'plex-other-account', account: own.username })
  return done({ joins: holder?.personId ?? personId })
}
