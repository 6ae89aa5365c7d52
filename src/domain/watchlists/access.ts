/** By whom a list is read: the owner, as a friend of theirs, or its own person; nobody while it is hidden from both. */
export type Access = 'friend' | 'self' | 'hidden'

/** How a list is read after it turned out to be hidden: who hides it from friends may have signed in here themselves. */
export const accessWhenHidden = (access: Access, isSignedIn: boolean): 'self' | 'hidden' =>
  access !== 'self' && isSignedIn ? 'self' : 'hidden'
